import { getLocale, getTranslations } from 'next-intl/server';
import { ProductArt } from '@/components/catalog/product-art';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/lib/format/money';
import type { CheckoutView } from '@/lib/views/checkout';

/** What is bought, what it costs, and what the wallet holds before and after. */
export async function CheckoutSummary({ view }: { view: CheckoutView }) {
  const t = await getTranslations('checkout.summary');
  const locale = await getLocale();
  const row = 'flex items-baseline justify-between gap-4';
  return (
    <div className="flex flex-col gap-4">
      <ul aria-label={t('lines')} className="divide-y divide-line">
        {view.lines.map((line) => (
          <li key={line.productId} className="flex items-center gap-3 py-2">
            <ProductArt
              art={line.art}
              category={line.category}
              className="size-12 shrink-0 rounded-control"
            />
            <div className="min-w-0 grow">
              <p className="line-clamp-2">{line.name}</p>
              <p className="text-sm text-muted tabular-nums">
                {t('each', {
                  price: formatMoney(line.unitPrice, locale),
                  quantity: line.quantity,
                })}
              </p>
            </div>
            <Money won={line.amount} locale={locale} />
          </li>
        ))}
      </ul>
      <dl className="flex flex-col gap-2 border-t border-line pt-4">
        <div className={row}>
          <dt className="text-muted">{t('subtotal')}</dt>
          <dd>
            <Money won={view.subtotal} locale={locale} />
          </dd>
        </div>
        {view.discount > 0 && (
          <div className={row}>
            <dt className="text-muted">{t('discount')}</dt>
            <dd data-discount={view.discount}>
              <Money won={-view.discount} locale={locale} className="text-accent" />
            </dd>
          </div>
        )}
        <div className={`${row} border-t border-line pt-2 text-lg font-bold`}>
          <dt>{t('total')}</dt>
          <dd>
            <Money won={view.total} locale={locale} mark="total" className="text-2xl" />
          </dd>
        </div>
      </dl>
      <dl className="flex flex-col gap-1 rounded-control bg-surface p-3">
        <div className={row}>
          <dt className="text-muted">{t('balance')}</dt>
          <dd>
            <Money won={view.balance} locale={locale} mark="balance" />
          </dd>
        </div>
        <div className={row}>
          <dt className="text-muted">{view.gap > 0 ? t('gap') : t('after')}</dt>
          <dd data-gap={view.gap} className="font-semibold">
            <Money
              won={view.gap > 0 ? view.gap : view.balance - view.total}
              locale={locale}
              className={view.gap > 0 ? 'text-danger' : ''}
            />
          </dd>
        </div>
      </dl>
    </div>
  );
}
