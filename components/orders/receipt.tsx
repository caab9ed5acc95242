import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ProductArt } from '@/components/catalog/product-art';
import { Money } from '@/components/ui/money';
import { formatDateTime } from '@/lib/format/date-time';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { ReceiptCoupon, ReceiptView } from '@/lib/views/orders';
import { OrderStatusBadge } from './order-status-badge';

/** Lines that one sheet holds in its ordinary size; more are set smaller (`print.css`). */
const SHORT_RECEIPT = 20;

/** An order on one sheet: what, for how much, from which balance, to whom. */
export async function Receipt({ receipt }: { receipt: ReceiptView }) {
  const t = await getTranslations('orders.receipt');
  const locale = await getLocale();
  const { orderId, status, placedAt, lines, coupon, delivery } = receipt;
  return (
    <article
      data-receipt={lines.length > SHORT_RECEIPT ? 'long' : 'short'}
      className="flex flex-col gap-6 rounded-card border border-line p-4 md:p-6"
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <dl className="flex flex-col gap-1">
          <div className="flex gap-2">
            <dt className="text-muted">{t('number')}</dt>
            <dd className="font-semibold">{formatOrderNumber(orderId)}</dd>
          </div>
          <div className="flex gap-2">
            <dt className="text-muted">{t('placedAt')}</dt>
            <dd>
              <time dateTime={placedAt.toISOString()}>{formatDateTime(placedAt, locale)}</time>
            </dd>
          </div>
        </dl>
        <OrderStatusBadge status={status} />
      </div>

      <section aria-label={t('lines')}>
        <ul className="divide-y divide-line border-y border-line">
          {lines.map((line) => (
            <li key={line.productId} className="flex items-center gap-3 py-3">
              <ProductArt
                art={line.art}
                category={line.category}
                className="size-12 shrink-0 rounded-control print:hidden"
              />
              <div className="min-w-0 grow print:flex print:justify-between print:gap-4">
                <p>
                  {line.published ? (
                    // The shop is another document, so this is no next/link.
                    <a
                      href={localizedPath(locale, `/products/${line.slug}`)}
                      className="tall-target hover:underline"
                    >
                      {line.name}
                    </a>
                  ) : (
                    line.name
                  )}
                </p>
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
      </section>

      <div className="flex flex-col gap-3">
        <dl className="flex flex-col gap-2">
          <Row term={t('subtotal')}>
            <Money won={receipt.subtotal} locale={locale} />
          </Row>
          {coupon?.reason === null && (
            <Row term={t('discountCode', { code: isolate(coupon.code) })}>
              <span data-discount={receipt.discount}>
                <Money won={-receipt.discount} locale={locale} />
              </span>
            </Row>
          )}
          <div className="flex items-baseline justify-between gap-4 border-t border-line pt-2 font-bold">
            <dt>{t('total')}</dt>
            <dd>
              <Money won={receipt.total} locale={locale} mark="total" className="text-2xl" />
            </dd>
          </div>
        </dl>
        {receipt.spared > 0 && (
          <p data-spared={receipt.spared} className="rounded-control bg-surface p-3 text-sm">
            {t('spared', {
              shown: formatMoney(receipt.total + receipt.spared, locale),
              spared: formatMoney(receipt.spared, locale),
            })}
          </p>
        )}
        {coupon !== null && coupon.reason !== null && <UnusedCoupon coupon={coupon} />}
      </div>

      <div className="flex flex-col gap-6 print:grid print:grid-cols-2">
        <section className="flex flex-col gap-2">
          <h2 className="font-bold">{t('balance')}</h2>
          <dl className="flex flex-col gap-2">
            <Row term={t('balanceBefore')}>
              <Money won={receipt.balanceBefore} locale={locale} />
            </Row>
            <Row term={t('balanceAfter')}>
              <EntryLink seq={receipt.paymentSeq} text={t('paymentEntry')} />
              <Money won={receipt.balanceAfter} locale={locale} mark="balance" />
            </Row>
            {receipt.balanceAfterRefund !== null && (
              <>
                <Row term={t('refunded')}>
                  <Money won={receipt.total} locale={locale} />
                </Row>
                <Row term={t('balanceAfterRefund')}>
                  {receipt.refundSeq !== null && (
                    <EntryLink seq={receipt.refundSeq} text={t('refundEntry')} />
                  )}
                  <Money won={receipt.balanceAfterRefund} locale={locale} />
                </Row>
              </>
            )}
          </dl>
        </section>

        <section className="flex flex-col gap-2">
          <h2 className="font-bold">{t('delivery')}</h2>
          <dl className="flex flex-col gap-2">
            <Row term={t('recipient')}>{delivery.recipient}</Row>
            <Row term={t('phone')}>{delivery.phone}</Row>
            <Row term={t('address')}>{delivery.address}</Row>
          </dl>
        </section>
      </div>
    </article>
  );
}

/** The way to where an amount stands in the shopper's own book. */
function EntryLink({ seq, text }: { seq: number; text: string }) {
  return (
    <Link
      href={`/wallet/entries/${seq}`}
      className="text-sm whitespace-nowrap text-primary underline print:hidden"
    >
      {text}
    </Link>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      {/* No narrower than its longest word: a coupon’s code must fit 320 px too. */}
      <dt className="wrap-break-word text-muted">{term}</dt>
      <dd className="flex flex-wrap items-baseline justify-end gap-x-3 text-right">{children}</dd>
    </div>
  );
}

/** Why the coupon did not apply, and what it would have been worth (spec.md: Coupon). */
async function UnusedCoupon({ coupon }: { coupon: ReceiptCoupon }) {
  const t = await getTranslations('orders.receipt');
  const locale = await getLocale();
  const { code, reason, gap, missedDiscount } = coupon;
  if (reason === null) return null;
  const why = t(`couponReasons.${reason}`, { gap: formatMoney(gap ?? 0, locale) });
  return (
    <p data-coupon={reason} className="rounded-control bg-surface p-3 text-sm">
      {t('couponUnused', { code: isolate(code), reason: why })}
      {missedDiscount !== null && missedDiscount > 0 && (
        <> {t('missed', { discount: formatMoney(missedDiscount, locale) })}</>
      )}
    </p>
  );
}
