import { getLocale, getTranslations } from 'next-intl/server';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';

/** The quiet footer of shop and member pages. */
export async function ShopFooter() {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  return (
    <footer className="chrome-nav mt-12 border-t border-line bg-surface print:hidden">
      <div className="page-width flex flex-col gap-2 py-6 text-sm text-muted">
        <p>{t('footer.about')}</p>
        <p className="flex flex-wrap items-center gap-x-4">
          <Link className="inline-flex min-h-11 items-center hover:text-ink" href="/guide">
            {t('guide')}
          </Link>
          {(['coupons', 'orders'] as const).map((page) => (
            <a
              key={page}
              className="inline-flex min-h-11 items-center hover:text-ink"
              href={localizedPath(locale, `/${page}`)}
            >
              {t(page)}
            </a>
          ))}
          <span>{t('footer.fontLicence')}</span>
        </p>
      </div>
    </footer>
  );
}
