import { getLocale, getTranslations } from 'next-intl/server';
import { formatCount } from '@/lib/format/count';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import type { OrderStepView } from '@/lib/views/admin-orders';
import { productName } from '@/lib/views/admin-sales';
import { isClosedAccount } from '@/lib/views/person';

/** What a step of an order's story is, in a few words. */
export async function StepText({ step }: { step: OrderStepView }) {
  const t = await getTranslations('office.story');
  const reasons = await getTranslations('sales.reasons');
  const account = await getTranslations('account');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const person = (name: string) => (isClosedAccount(name) ? account('closedName') : isolate(name));
  switch (step.kind) {
    case 'attempt': {
      // An old attempt may name what no text names any more.
      const known = reasons.has(step.reason as 'OTHER') ? (step.reason as 'OTHER') : 'OTHER';
      return t('attempt', { reason: reasons(known) });
    }
    case 'placed':
      return t('placed', { total: money(step.total) });
    case 'coupon':
      return t('coupon', { code: isolate(step.code), discount: money(step.discount) });
    case 'couponBack':
      return t('couponBack', { code: isolate(step.code) });
    case 'payment':
      return t('payment', { amount: money(-step.amount) });
    case 'refund':
      return t('refund', { amount: money(step.amount) });
    case 'sale':
    case 'return': {
      const [units, after] = [Math.abs(step.delta), step.quantityAfter];
      return t(step.kind, {
        name: isolate(productName(step, locale)),
        units: formatCount(units, locale),
        before: formatCount(after - step.delta, locale),
        after: formatCount(after, locale),
      });
    }
    case 'fulfilled':
    case 'cancelled':
      return t(step.kind, { by: person(step.by) });
  }
}
