import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { isolate } from '@/lib/format/isolate';
import { Link } from '@/lib/i18n/link';
import { type NamedProductView, productName } from '@/lib/views/admin-sales';
import { type SalesPath, salesAddress } from '@/lib/views/sales-address';
import {
  type FilterProblem,
  MOST_DAYS,
  problemWith,
  type SalesFilter,
} from '@/lib/views/sales-filter';

type FilterProblemsProps = {
  path: SalesPath;
  filter: SalesFilter;
  problems: readonly FilterProblem[];
  candidates?: readonly NamedProductView[];
  kept?: Record<string, string>;
};

/** What of the address could not be used, and what is shown instead; a name of several products asks which. */
export async function FilterProblems(props: FilterProblemsProps) {
  const { path, filter, problems, candidates = [], kept } = props;
  if (problems.length === 0) return null;
  const t = await getTranslations('sales.filter');
  const locale = await getLocale();
  const asked = candidates.length > 0 ? problemWith(problems, 'product') : undefined;
  const rest = problems.filter((problem) => problem !== asked);
  const texts = await Promise.all(rest.map(problemText));
  return (
    <>
      {texts.length > 0 && (
        <Notice tone="warning" title={t('problemsTitle')}>
          <ul data-filter-problems className="list-disc pl-5">
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {asked && (
        <Notice title={t('whichProduct', { text: isolate(asked.given) })}>
          <ul data-product-candidates className="flex flex-wrap gap-x-4">
            {candidates.map((product) => (
              <li key={product.productId}>
                <Link
                  href={salesAddress(path, { ...filter, product: product.productId }, kept)}
                  className="text-link"
                >
                  {productName(product, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** A problem in a sentence that says what is shown instead. */
export async function problemText({ code, given }: FilterProblem): Promise<string> {
  const t = await getTranslations('sales.filter.problems');
  return t(code, { given, most: MOST_DAYS });
}
