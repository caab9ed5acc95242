import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDateTime } from '@/lib/format/date-time';
import { formatEntryNumber } from '@/lib/format/entry-number';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { OrderStepView } from '@/lib/views/admin-orders';
import { productName } from '@/lib/views/admin-sales';
import { StepText } from './step-text';

/** What happened to an order from its first refused press on, each step with the way to its row. */
export async function OrderStory({ orderId, steps }: { orderId: number; steps: OrderStepView[] }) {
  const locale = await getLocale();
  return (
    <ol className="flex flex-col gap-4 border-l-2 border-line pl-4">
      {steps.map((step) => {
        const href = rowOf(step, orderId);
        const text = <StepText step={step} />;
        return (
          <li key={keyOf(step)} data-step={step.kind}>
            {href ? (
              <Link href={href} className="text-primary underline">
                {text}
              </Link>
            ) : (
              <p className={step.kind === 'placed' ? 'font-semibold' : ''}>{text}</p>
            )}
            <Detail step={step} />
            <p className="text-sm text-muted tabular-nums">
              <time dateTime={step.at.toISOString()}>{formatDateTime(step.at, locale)}</time>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** What else there is to a step, below its name. */
async function Detail({ step }: { step: OrderStepView }): Promise<ReactNode> {
  const t = await getTranslations('office.story');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const lines: string[] = [];
  if (step.kind === 'attempt') {
    lines.push(
      step.lines.map((line) => `${productName(line, locale)} × ${line.quantity}`).join(', '),
    );
    if (step.total !== null) lines.push(t('wouldBe', { total: money(step.total) }));
  }
  if (step.kind === 'placed' && step.accepted > step.total) {
    lines.push(t('accepted', { accepted: money(step.accepted) }));
  }
  if (step.kind === 'payment' || step.kind === 'refund') {
    lines.push(
      t('balance', {
        number: formatEntryNumber(step.userId, step.seq),
        balance: money(step.balanceAfter),
      }),
    );
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => (
      <p key={line} className="text-sm">
        {line}
      </p>
    ));
}

/** Where the row stands that a step was told from, without a language prefix; null: in place. */
function rowOf(step: OrderStepView, orderId: number): string | null {
  switch (step.kind) {
    case 'attempt':
    case 'placed':
      return null;
    case 'coupon':
    case 'couponBack':
      return `/admin/coupons/${step.couponId}?before=${orderId + 1}#redemption-${orderId}`;
    case 'payment':
    case 'refund':
      return `/admin/customers/${step.userId}?before=${step.seq + 1}#entry-${step.seq}`;
    case 'sale':
    case 'return': {
      const { productId, movementId } = step;
      return `/admin/stock/${productId}?before=${movementId + 1}#movement-${movementId}`;
    }
    case 'fulfilled':
    case 'cancelled':
      return step.auditId === null
        ? null
        : `/admin/audit?entity=order&id=${orderId}#audit-${step.auditId}`;
  }
}

function keyOf(step: OrderStepView): string {
  const of = 'movementId' in step ? step.movementId : step.at.getTime();
  return `${step.kind}-${of}`;
}
