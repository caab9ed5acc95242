import { getTranslations } from 'next-intl/server';
import { Link } from '@/lib/i18n/link';
import { Icon } from './icon';

type PaginationProps = {
  /** From 1. */
  page: number;
  pageCount: number;
  /** The address of a page, without a language prefix, with every filter kept. */
  hrefFor: (page: number) => string;
};

/** Links to the first, last and nearest pages, previous and next. Nothing when one page holds all. */
export async function Pagination({ page, pageCount, hrefFor }: PaginationProps) {
  if (pageCount <= 1) return null;
  const t = await getTranslations('shell.pagination');
  const pages = pagesToShow(page, pageCount);
  const step =
    'inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-control px-2';
  const links = pages.flatMap((number, index) => {
    const before = pages[index - 1];
    const gap = before !== undefined && number > before + 1;
    return gap
      ? [
          { number: before + 0.5, gap: true },
          { number, gap: false },
        ]
      : [{ number, gap: false }];
  });
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center justify-center gap-1">
      {page > 1 && (
        <Link rel="prev" href={hrefFor(page - 1)} className={`${step} hover:bg-surface-2`}>
          <Icon name="chevron-left" size={18} />
          {t('previous')}
        </Link>
      )}
      {links.map(({ number, gap }) =>
        gap ? (
          <span key={number} aria-hidden="true">
            …
          </span>
        ) : (
          <Link
            key={number}
            href={hrefFor(number)}
            aria-label={t('page', { page: number })}
            aria-current={number === page ? 'page' : undefined}
            className={`${step} tabular-nums ${number === page ? 'bg-soft font-semibold text-primary' : 'hover:bg-surface-2'}`}
          >
            {number}
          </Link>
        ),
      )}
      {page < pageCount && (
        <Link rel="next" href={hrefFor(page + 1)} className={`${step} hover:bg-surface-2`}>
          {t('next')}
          <Icon name="chevron-right" size={18} />
        </Link>
      )}
    </nav>
  );
}

/** First, last, and the current page with its neighbours, ascending and once each. */
function pagesToShow(page: number, pageCount: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pageCount];
  return [...new Set(wanted)].filter((n) => n >= 1 && n <= pageCount).sort((a, b) => a - b);
}
