import { getTranslations } from 'next-intl/server';
import { SubmitButton } from '@/components/ui/submit-button';
import { isolate } from '@/lib/format/isolate';
import type { CheckoutView } from '@/lib/views/checkout';

/**
 * Every line that cannot be ordered as it stands, each with a button of the checkout's form that
 * mends it (`fit:<product>:<quantity>`).
 */
export async function StockProblems({ view }: { view: CheckoutView }) {
  const t = await getTranslations('checkout.stock');
  const gone = new Set(view.unavailable.map(({ productId }) => productId));
  const problems = [
    ...view.unavailable.map(({ productId, name }) => ({
      productId,
      left: 0,
      text: t('unavailable', { name: isolate(name) }),
    })),
    ...view.short
      .filter(({ productId }) => !gone.has(productId))
      .map(({ productId, name, left, wanted }) => ({
        productId,
        left,
        text:
          left === 0
            ? t('gone', { name: isolate(name) })
            : t('short', { name: isolate(name), left, wanted }),
      })),
  ];
  return (
    <ul className="space-y-3">
      {problems.map(({ productId, left, text }) => (
        <li
          key={productId}
          data-short={productId}
          className="flex flex-wrap items-center justify-between gap-2"
        >
          <span>{text}</span>
          <SubmitButton
            name="intent"
            value={`fit:${productId}:${left}`}
            variant="secondary"
            pendingText={t('changing')}
          >
            {left === 0 ? t('remove') : t('fit', { left })}
          </SubmitButton>
        </li>
      ))}
    </ul>
  );
}
