import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/lib/i18n/link';

type KeyPagesProps = {
  /** Back to the first page; undefined on it. */
  firstHref?: string | undefined;
  /** The page after this one; undefined on the last. */
  nextHref?: string | undefined;
};

/** Steps through a list that is paged by key: new rows never push others from page to page. */
export async function KeyPages({ firstHref, nextHref }: KeyPagesProps) {
  if (!firstHref && !nextHref) return null;
  const t = await getTranslations('admin.pages');
  const step = 'inline-flex min-h-11 items-center gap-1 rounded-control px-3 hover:bg-surface-2';
  return (
    <nav aria-label={t('label')} className="mt-4 flex justify-center gap-2">
      {firstHref && (
        <Link href={firstHref} className={step}>
          {t('newest')}
        </Link>
      )}
      {nextHref && (
        <Link href={nextHref} rel="next" className={step}>
          {t('older')}
          <Icon name="chevron-right" size={18} />
        </Link>
      )}
    </nav>
  );
}
