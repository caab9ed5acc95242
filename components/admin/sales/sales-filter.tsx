import { getLocale, getTranslations } from 'next-intl/server';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TabLinks } from '@/components/ui/tab-links';
import { isolate } from '@/lib/format/isolate';
import { localizedPath } from '@/lib/i18n/localized-path';
import { type NamedProductView, productName } from '@/lib/views/admin-sales';
import { type SalesPath, salesAddress, salesQuery } from '@/lib/views/sales-address';
import {
  type FilterProblem,
  ORDER_STATUSES,
  presetDays,
  problemWith,
  SALES_COMPARISONS,
  SALES_PRESETS,
  type SalesFilter,
  unitsFor,
} from '@/lib/views/sales-filter';
import { ChosenLink } from './chosen-link';
import { FilterProblems, problemText } from './filter-problems';

export type FilterOf = 'compare' | 'product' | 'coupon' | 'status';

type SalesFilterFormProps = {
  path: SalesPath;
  filter: SalesFilter;
  problems: readonly FilterProblem[];
  /** The Seoul day that named ranges end on. */
  today: string;
  /** What the product's number names; null: none, or none that there is. */
  product: NamedProductView | null;
  /** Products that the typed name may mean. */
  candidates?: readonly NamedProductView[];
  /** Conditions beside the days that this screen knows. */
  conditions: readonly FilterOf[];
  /** What else the address holds and must keep. */
  kept?: Record<string, string>;
};

/**
 * Chooses days and conditions: links and a GET form, so that the choice stands in the address and
 * works without JavaScript.
 */
export async function SalesFilterForm(props: SalesFilterFormProps) {
  const { path, filter, problems, today, conditions, kept = {} } = props;
  const t = await getTranslations('sales');
  const tabs = SALES_PRESETS.map((range) => {
    const days = presetDays(range, today);
    // Another range is drawn in the steps that fit it best.
    const by = unitsFor(days)[0] ?? filter.by;
    return {
      href: salesAddress(path, { ...filter, range, ...days, by }, kept),
      text: t(`ranges.${range}`),
      current: filter.range === range,
    };
  });
  const custom = {
    href: salesAddress(path, filter, kept),
    text: t('ranges.custom'),
    current: true,
  };
  return (
    <div className="flex flex-col gap-3">
      <TabLinks label={t('range')} tabs={filter.range === 'custom' ? [...tabs, custom] : tabs} />
      <FilterProblems {...props} />
      <details open={problems.length > 0} className="rounded-card border border-line bg-surface">
        <summary className="min-h-11 px-4 py-2.5 text-sm font-semibold">
          {t('filter.title')}
        </summary>
        <FilterForm {...props} />
      </details>
      {conditions.length > 0 && <ChosenConditions {...props} />}
    </div>
  );
}

async function FilterForm({
  path,
  filter,
  problems,
  today,
  product,
  conditions,
  kept = {},
}: SalesFilterFormProps) {
  const t = await getTranslations('sales.filter');
  const orders = await getTranslations('admin.orders.status');
  const locale = await getLocale();
  // As far as this screen knows them.
  const { by, top, table, asOf } = salesQuery(path, filter);
  const wrong = async (name: string) => {
    const problem = problemWith(problems, name);
    return problem && { given: problem.given, error: await problemText(problem) };
  };
  const [from, to, typedProduct] = [await wrong('from'), await wrong('to'), await wrong('product')];
  const typedCoupon = await wrong('coupon');
  return (
    <form
      // A field shows what is chosen now, not what stood in it before a link chose.
      key={Object.values({ ...filter, table: null }).join(' ')}
      method="get"
      action={localizedPath(locale, path)}
      className="grid grid-cols-1 items-start gap-3 px-4 pb-4 sm:grid-cols-2 lg:grid-cols-3"
    >
      {/* Dates that are the named range's own keep its name, and with it roll on. */}
      {filter.range !== 'custom' && <input type="hidden" name="range" value={filter.range} />}
      {Object.entries({ ...kept, by, top, table, asOf }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Field id="filter-from" label={t('from')} error={from?.error}>
        {(wiring) => (
          <Input {...wiring} type="date" name="from" max={today} defaultValue={filter.from} />
        )}
      </Field>
      <Field id="filter-to" label={t('to')} error={to?.error}>
        {(wiring) => (
          <Input {...wiring} type="date" name="to" max={today} defaultValue={filter.to} />
        )}
      </Field>
      {conditions.includes('compare') && (
        <Field id="filter-compare" label={t('compare')}>
          {(wiring) => (
            <Select {...wiring} name="compare" defaultValue={filter.compare}>
              {SALES_COMPARISONS.map((comparison) => (
                <option key={comparison} value={comparison}>
                  {t(`comparisons.${comparison}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {conditions.includes('product') && (
        <Field id="filter-product" label={t('product')} error={typedProduct?.error}>
          {(wiring) => (
            <Input
              {...wiring}
              name="product"
              maxLength={100}
              defaultValue={typedProduct?.given ?? product?.productId ?? ''}
            />
          )}
        </Field>
      )}
      {conditions.includes('coupon') && (
        <Field id="filter-coupon" label={t('coupon')} error={typedCoupon?.error}>
          {(wiring) => (
            <Input
              {...wiring}
              name="coupon"
              maxLength={40}
              autoCapitalize="characters"
              defaultValue={typedCoupon?.given ?? filter.coupon ?? ''}
            />
          )}
        </Field>
      )}
      {conditions.includes('status') && (
        <Field id="filter-status" label={t('status')}>
          {(wiring) => (
            <Select {...wiring} name="status" defaultValue={filter.status ?? ''}>
              <option value="">{t('anyStatus')}</option>
              {ORDER_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {orders(status)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <div className="sm:col-span-full">
        <SubmitButton>{t('apply')}</SubmitButton>
      </div>
    </form>
  );
}

/** The conditions in force, each with a link that drops it. */
async function ChosenConditions({ path, filter, product, kept }: SalesFilterFormProps) {
  const t = await getTranslations('sales.filter');
  const orders = await getTranslations('admin.orders.status');
  const locale = await getLocale();
  const { coupon, status } = filter;
  const chosen: { text: string; without: Partial<SalesFilter> }[] = [];
  if (product) {
    const name = isolate(productName(product, locale));
    chosen.push({ text: t('chosenProduct', { name }), without: { product: null } });
  }
  if (coupon !== null) {
    chosen.push({ text: t('chosenCoupon', { code: isolate(coupon) }), without: { coupon: null } });
  }
  if (status !== null) {
    const text = t('chosenStatus', { status: orders(status) });
    chosen.push({ text, without: { status: null } });
  }
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t('chosen')} className="flex flex-wrap gap-2">
      {chosen.map(({ text, without }) => (
        <li key={text}>
          <ChosenLink text={text} without={salesAddress(path, { ...filter, ...without }, kept)} />
        </li>
      ))}
    </ul>
  );
}
