import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { Link } from '@/lib/i18n/link';
import { productName } from '@/lib/views/admin-sales';
import type { ImportLineView } from '@/lib/views/stock-import';

type ImportLinesProps = {
  lines: ImportLineView[];
  /** Done: the quantities of now say nothing about it any more. */
  applied: boolean;
};

/** Every line of an uploaded table with what it does, lines with a problem first. */
export async function ImportLines({ lines, applied }: ImportLinesProps) {
  const t = await getTranslations('backOffice.imports.lines');
  const locale = await getLocale();
  const isProblem = ({ effect }: ImportLineView) => effect.kind === 'problem';
  const shown = applied
    ? lines
    : [...lines.filter(isProblem), ...lines.filter((line) => !isProblem(line))];
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {t('line')}
          </th>
          <th scope="col">{t('product')}</th>
          {!applied && <th scope="col">{t('result')}</th>}
          <th scope="col" className="numeric">
            {t('change')}
          </th>
          {!applied && (
            <>
              <th scope="col" className="numeric">
                {t('before')}
              </th>
              <th scope="col" className="numeric">
                {t('after')}
              </th>
            </>
          )}
          <th scope="col">{t('reason')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ line, written, product, effect }) => (
          <tr
            key={`${line}-${written.product}`}
            data-line={line}
            data-effect={effect.kind === 'problem' ? effect.problem : effect.kind}
          >
            <td className="numeric">{line}</td>
            <th scope="row" className="min-w-32 font-normal">
              {product ? (
                <Link href={`/admin/stock/${product.productId}`} className="text-primary underline">
                  {productName(product, locale)}
                </Link>
              ) : (
                written.product || '–'
              )}
            </th>
            {!applied && (
              <td className="min-w-36">
                {effect.kind === 'problem' ? (
                  <span className="text-danger">{t(`problems.${effect.problem}`)}</span>
                ) : (
                  <Badge tone={effect.kind === 'change' ? 'success' : 'neutral'}>
                    {t(effect.kind === 'change' ? 'changes' : 'nothing')}
                  </Badge>
                )}
              </td>
            )}
            <td className="numeric font-semibold">{written.delta}</td>
            {!applied && (
              <>
                <td className="numeric">
                  {effect.kind !== 'nothing' && effect.before !== null
                    ? formatCount(effect.before, locale)
                    : '–'}
                </td>
                <td className="numeric font-semibold">
                  {effect.kind === 'change' ? formatCount(effect.after, locale) : '–'}
                </td>
              </>
            )}
            <td className="min-w-32">{written.reason}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
