import { getLocale, getTranslations } from 'next-intl/server';
import { Checkbox, Input, Select } from '@/components/ui/controls';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import {
  everyProduct,
  isNarrowed,
  type ProductListChoice,
  productListAddress,
  sortsFor,
} from '@/lib/views/product-list-address';

/**
 * Sorting and filters of a product list: a plain GET form, what is chosen stands in the address. On
 * narrow screens it is folded away behind a line that says what is chosen.
 */
export async function ListFilter({ choice }: { choice: ProductListChoice }) {
  const t = await getTranslations('catalog.list');
  const { search, category, sort, inStockOnly, minPrice, maxPrice } = choice;
  const cleared = productListAddress({ ...everyProduct, search, category });
  return (
    <details className="filter-fold">
      <summary>
        <span className="shrink-0 font-semibold">{t('filters')}</span>
        <span className="text-muted">{await chosenInWords(choice)}</span>
      </summary>
      <form
        // A field shows what is chosen now, not what stood in it before a link chose.
        key={productListAddress({ ...choice, page: 1 })}
        action={localizedPath(await getLocale(), '/products')}
        aria-label={t('filters')}
        className="flex flex-col gap-4 p-3 lg:p-0"
      >
        {search && <input type="hidden" name="q" value={search} />}
        {category && <input type="hidden" name="category" value={category} />}
        <div className="flex flex-col gap-1.5">
          <label htmlFor="sort" className="text-sm font-semibold">
            {t('sort')}
          </label>
          <Select id="sort" name="sort" defaultValue={sort}>
            {sortsFor(search).map((known) => (
              <option key={known} value={known}>
                {t(`sorts.${known}`)}
              </option>
            ))}
          </Select>
        </div>
        <fieldset>
          <legend className="mb-1.5 text-sm font-semibold">{t('price')}</legend>
          <div className="flex items-center gap-2">
            <Input
              name="min"
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              aria-label={t('minPrice')}
              placeholder={t('lowest')}
              defaultValue={minPrice}
              className="min-w-0 tabular-nums"
            />
            <span aria-hidden>–</span>
            <Input
              name="max"
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              aria-label={t('maxPrice')}
              placeholder={t('highest')}
              defaultValue={maxPrice}
              className="min-w-0 tabular-nums"
            />
          </div>
        </fieldset>
        <Checkbox name="inStock" value="1" defaultChecked={inStockOnly}>
          {t('inStock')}
        </Checkbox>
        <div className="flex flex-wrap items-center gap-x-4">
          <SubmitButton variant="secondary">{t('apply')}</SubmitButton>
          {isNarrowed({ ...choice, category: undefined }) && (
            <Link
              href={cleared}
              className="inline-flex min-h-11 items-center text-sm text-primary underline"
            >
              {t('clearFilters')}
            </Link>
          )}
        </div>
      </form>
    </details>
  );
}

async function chosenInWords(choice: ProductListChoice): Promise<string> {
  const t = await getTranslations('catalog.list');
  const locale = await getLocale();
  const { sort, inStockOnly, minPrice, maxPrice } = choice;
  const chosen = [
    t(`sorts.${sort}`),
    minPrice === undefined ? '' : t('fromPrice', { price: formatMoney(minPrice, locale) }),
    maxPrice === undefined ? '' : t('toPrice', { price: formatMoney(maxPrice, locale) }),
    inStockOnly ? t('inStock') : '',
  ];
  return chosen.filter(Boolean).join(' · ');
}
