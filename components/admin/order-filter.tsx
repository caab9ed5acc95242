import { getLocale, getTranslations } from 'next-intl/server';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { SubmitButton } from '@/components/ui/submit-button';
import { isolate } from '@/lib/format/isolate';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { OrderListView } from '@/lib/views/admin-orders';
import { productName } from '@/lib/views/admin-sales';
import { asOfText } from '@/lib/views/as-of';
import { ALL_ORDERS, type OrderFilter as Filter, ordersAddress } from '@/lib/views/order-address';

type OrderFilterProps = Pick<OrderListView, 'product' | 'customer'> & { filter: Filter };

/** Chooses orders: a GET form, so that the choice stands in the address. */
export async function OrderFilter({ filter, product, customer }: OrderFilterProps) {
  const t = await getTranslations('office.filter');
  const locale = await getLocale();
  const narrowed = filter.from ?? filter.to ?? filter.coupon;
  const { status, productId, customerId, hour } = filter;
  const asOf = filter.asOf && asOfText(filter.asOf);
  const kept = { status, hour, product: productId, customer: customerId, asOf };
  const subjects = [
    productId !== null && {
      text: t('product', { name: product ? isolate(productName(product, locale)) : t('unknown') }),
      without: { ...filter, productId: null },
    },
    customerId !== null && {
      text: t('customer', { name: customer === null ? t('unknown') : isolate(customer) }),
      without: { ...filter, customerId: null },
    },
    hour !== null && {
      text: t('hour', { hour: String(hour).padStart(2, '0') }),
      without: { ...filter, hour: null },
    },
  ].filter((subject) => subject !== false);
  return (
    <form
      // A field shows what is chosen now, not what stood in it before a link chose.
      key={JSON.stringify(filter)}
      method="get"
      action={localizedPath(locale, '/admin/orders')}
      className="mt-4 flex flex-col gap-3"
    >
      {Object.entries(kept).map(
        ([name, value]) =>
          value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-48 flex-1">
          <Field id="order-search" label={t('search')} hint={t('searchHint')}>
            {(wiring) => (
              <Input
                {...wiring}
                type="search"
                name="q"
                defaultValue={filter.search ?? ''}
                maxLength={100}
              />
            )}
          </Field>
        </div>
        <SubmitButton variant="secondary">{t('show')}</SubmitButton>
        {ordersAddress('', filter) !== '' && (
          <PassFocusOn>
            <Link
              href={ordersAddress('/admin/orders', ALL_ORDERS)}
              className="inline-flex min-h-11 items-center px-2 text-primary underline"
            >
              {t('clear')}
            </Link>
          </PassFocusOn>
        )}
      </div>
      <details open={narrowed !== null || filter.dated === 'cancelled'}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-primary underline">
          {t('more')}
        </summary>
        <div className="grid gap-3 pt-2 sm:grid-cols-2 lg:grid-cols-4">
          {(['from', 'to'] as const).map((name) => (
            <Field key={name} id={`order-${name}`} label={t(name)}>
              {(wiring) => (
                <Input {...wiring} type="date" name={name} defaultValue={filter[name] ?? ''} />
              )}
            </Field>
          ))}
          <Field id="order-dated" label={t('dated')}>
            {(wiring) => (
              <Select {...wiring} name="dated" defaultValue={filter.dated}>
                <option value="placed">{t('placed')}</option>
                <option value="cancelled">{t('cancelled')}</option>
              </Select>
            )}
          </Field>
          <Field id="order-coupon" label={t('coupon')}>
            {(wiring) => (
              <Input
                {...wiring}
                name="coupon"
                defaultValue={filter.coupon ?? ''}
                autoComplete="off"
                maxLength={40}
              />
            )}
          </Field>
        </div>
      </details>
      {subjects.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {subjects.map(({ text, without }) => (
            <li key={text}>
              <PassFocusOn>
                <Link
                  href={ordersAddress('/admin/orders', without)}
                  aria-label={t('remove', { what: text })}
                  className="inline-flex min-h-11 items-center gap-2 rounded-full bg-soft px-4 text-sm"
                >
                  {text}
                  <Icon name="x" size={16} />
                </Link>
              </PassFocusOn>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
