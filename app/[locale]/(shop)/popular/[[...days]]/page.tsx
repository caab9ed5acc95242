import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PopularList } from '@/components/catalog/popular-list';
import { rankedProducts } from '@/components/catalog/ranked-products';
import { MissingPage } from '@/components/shell/missing-page';
import { publicMetadata } from '@/components/shell/public-metadata';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { isLocale } from '@/lib/i18n/locales';
import { getPopular } from '@/lib/queries/popular';

/** Lengths of the window in days; the second one needs no number (spec.md: Popular). */
const windows = ['1', '3', '7', '30'] as const;
const usual = '3';

/** The window that an address names; undefined: there is none of that length. */
const findWindow = (given: string[]) =>
  given.length === 1 ? windows.find((window) => window === given[0]) : undefined;

/** The one address of a window. */
const addressOf = (window: string) => (window === usual ? '/popular' : `/popular/${window}`);

/** Rendered at the first visit, not at build time: `next build` needs no database. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<'/[locale]/popular/[[...days]]'>) {
  const { locale, days: given = [usual] } = await params;
  const days = findWindow(given);
  if (!isLocale(locale) || !days) return {};
  const t = await getTranslations('catalog.popular');
  return publicMetadata({
    locale,
    path: addressOf(days),
    title: t(days === '1' ? 'titleToday' : 'titleDays', { days }),
    description: t(days === '1' ? 'descriptionToday' : 'descriptionDays', { days }),
  });
}

/** What sold best in the last days, with window, rule and time stated. */
export default async function PopularPage({ params }: PageProps<'/[locale]/popular/[[...days]]'>) {
  const { locale, days: given = [usual] } = await params;
  if (!isLocale(locale)) notFound();
  const days = findWindow(given);
  if (!days) return <MissingPage />;

  const t = await getTranslations('catalog.popular');
  const { from, to, before, asOf, products } = await getPopular(Number(days), locale, new Date());
  const limit = products.length;
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <TabLinks
        label={t('windows')}
        tabs={windows.map((window) => ({
          href: addressOf(window),
          text: t(`days.${window}`),
          current: window === days,
        }))}
      />
      {limit === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          body={t('emptyBody')}
          action={<ButtonLink href="/products">{t('emptyAction')}</ButtonLink>}
        />
      ) : (
        <>
          <p>{t(days === '1' ? 'leadToday' : 'lead', { from, to, limit })}</p>
          <PopularList
            products={await rankedProducts(products, { withMoves: true })}
            locale={locale}
          />
        </>
      )}
      <p className="text-sm text-muted">
        {t('rule')} {t(days === '1' ? 'movesAgainstDay' : 'movesAgainst', before)}{' '}
        <span className="tabular-nums">{t('asOf', { time: asOf })}</span>
      </p>
    </div>
  );
}
