import { Table } from '@/components/ui/table';
import { fillText } from '@/lib/format/fill-text';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { couponExamples } from '@/lib/views/coupon-example';

export type CouponExampleTexts = Record<
  'title' | 'subtotal' | 'total' | 'says' | 'notYet' | 'applied' | 'below',
  string
>;

type CouponExampleProps = {
  /** The fields as they stand in the form. */
  typed: Record<'code' | 'kind' | 'value' | 'cap' | 'minSubtotal', string>;
  locale: Locale;
  /** `applied` and `below` are the checkout's own words with open places. */
  texts: CouponExampleTexts;
};

/** What shoppers with baskets of several sizes would pay and read at checkout. */
export function CouponExample({ typed, locale, texts }: CouponExampleProps) {
  const examples = couponExamples(typed);
  if (!examples) return <p className="text-muted">{texts.notYet}</p>;
  const money = (won: number) => formatMoney(won, locale);
  const code = typed.code.normalize('NFKC').trim().toUpperCase();
  return (
    <Table label={texts.title}>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {texts.subtotal}
          </th>
          <th scope="col" className="numeric">
            {texts.total}
          </th>
          <th scope="col">{texts.says}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ subtotal, discount, total, gap }) => (
          <tr key={subtotal} data-example={subtotal} data-total={total}>
            <td className="numeric">{money(subtotal)}</td>
            <td className="numeric font-semibold">{money(total)}</td>
            <td className={`min-w-40 ${gap === null ? 'text-success' : 'text-warning'}`}>
              {gap === null
                ? fillText(texts.applied, { code, discount: money(discount) })
                : fillText(texts.below, {
                    // A gap is missing to the minimum.
                    minimum: money(subtotal + gap),
                    gap: money(gap),
                    total: money(total),
                  })}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
