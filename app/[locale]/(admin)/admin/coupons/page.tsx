import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CouponsTable } from '@/components/admin/coupons-table';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ReadAt } from '@/components/admin/read-at';
import { SearchForm } from '@/components/admin/search-form';
import { UnreadNotice } from '@/components/admin/unread-notice';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { switchCouponAction } from '@/lib/actions/admin/coupons';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { listCouponsForAdmin } from '@/lib/queries/admin/coupons';
import { queryNumber } from '@/lib/query-value';
import { COUPON_STATES, choiceAddress, parseCouponChoice } from '@/lib/views/choice-address';

const LIST = '/admin/coupons';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.coupons');
  return { title: t('title') };
}

/** Coupons by code and state: what each gives, how often it was used, whether it works now. */
export default async function CouponsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/coupons'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  const { choice, unread } = parseCouponChoice(query);
  const before = queryNumber(query, 'before');
  const here = choiceAddress(LIST, choice);
  await requireAdmin(locale, here);
  const { rows, next, readAt } = await listCouponsForAdmin(choice, before);
  const t = await getTranslations('admin.coupons');
  const office = await getTranslations('office');
  return (
    <>
      <PageHead
        title={t('title')}
        action={
          <div className="flex flex-wrap gap-2">
            <ExportLink
              table="coupons"
              query={choiceAddress('', choice)}
              text={office('csv.links.coupons')}
            />
            <ButtonLink href="/admin/coupons/new">{t('create')}</ButtonLink>
          </div>
        }
      >
        <TabLinks
          label={t('filter')}
          tabs={COUPON_STATES.map((state) => ({
            href: choiceAddress(LIST, { ...choice, state }),
            text: t(state === null ? 'all' : `state.${state}`),
            current: state === choice.state,
          }))}
        />
        <SearchForm
          path={LIST}
          hint={office('search.coupons')}
          search={choice.search}
          kept={{ state: choice.state }}
        />
      </PageHead>
      <UnreadNotice unread={unread} />
      <ReadAt at={readAt} />
      {rows.length === 0 ? (
        <EmptyState title={here === LIST ? t('empty') : office('search.noCoupons')} />
      ) : (
        <CouponsTable coupons={rows} switchAction={switchCouponAction} />
      )}
      <KeyPages
        firstHref={before === null ? undefined : here}
        nextHref={next === null ? undefined : choiceAddress(LIST, choice, { before: next })}
      />
    </>
  );
}
