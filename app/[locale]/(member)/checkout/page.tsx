import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RefreshMe } from '@/components/cart/refresh-me';
import { CheckoutForm } from '@/components/checkout/checkout-form';
import { CheckoutSummary } from '@/components/checkout/checkout-summary';
import { CouponResult, couponSentence } from '@/components/checkout/coupon-result';
import { OwnCoupons } from '@/components/checkout/own-coupons';
import { StockProblems } from '@/components/checkout/stock-problems';
import { TopUpLink } from '@/components/checkout/top-up-link';
import { WayOut } from '@/components/checkout/way-out';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { OfflineNote } from '@/components/ui/offline-note';
import { SubmitButton } from '@/components/ui/submit-button';
import { checkOut } from '@/lib/actions/checkout';
import { requireShopper } from '@/lib/auth/session';
import { readCheckoutDraft } from '@/lib/checkout-draft';
import { formatMoney } from '@/lib/format/money';
import { localizedPath } from '@/lib/i18n/localized-path';
import { getCheckout } from '@/lib/queries/checkout';
import type { CheckoutView } from '@/lib/views/checkout';
import type { TopUpPlan } from '@/lib/views/top-up-plan';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkout');
  return { title: t('title') };
}

export default async function CheckoutPage() {
  const locale = await getLocale();
  const user = await requireShopper(locale, '/checkout');
  const t = await getTranslations('checkout');
  const draft = await readCheckoutDraft(user.id);
  const checkout = await getCheckout(user.id, draft, locale, new Date());
  if (checkout.kind === 'unknownUser') {
    return (
      <Notice tone="danger" announce="alert">
        {t('unknownUser')}
      </Notice>
    );
  }
  if (checkout.kind === 'empty') {
    return (
      <FocusOnAppear>
        <RefreshMe />
        <NothingToOrder lastOrderId={checkout.lastOrderId} />
      </FocusOnAppear>
    );
  }
  return (
    <div data-chrome="quiet" className="mx-auto flex max-w-280 flex-col gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <WayOut intent="cart" className="shell-link -mx-2 underline">
          {t('backToCart')}
        </WayOut>
      </div>
      <Checkout view={checkout.view} />
    </div>
  );
}

async function Checkout({ view }: { view: CheckoutView }) {
  const locale = await getLocale();
  const t = await getTranslations('checkout');
  const moved = await getTranslations('wallet.balanceMoved');
  const { subtotal, total, gap, coupon } = view;
  // Filled in by the form, which knows what the page before showed.
  const open = { name: '{name}', before: '{before}', now: '{now}' };
  const hasProblems = view.short.length + view.unavailable.length > 0;
  const low = view.topUp && (await lowBalance(gap, view.topUp));
  const payButton =
    view.lines.length > 0 ? (
      <SubmitButton
        name="intent"
        value="pay"
        size="lg"
        wide
        variant={gap > 0 ? 'secondary' : 'primary'}
        pendingText={t('paying')}
      >
        {t('pay', { total: formatMoney(total, locale) })}
      </SubmitButton>
    ) : (
      <WayOut intent="cart" className={buttonClass({ size: 'lg', wide: true })}>
        {t('backToCart')}
      </WayOut>
    );
  return (
    <CheckoutForm
      action={checkOut}
      locale={locale}
      idempotencyKey={view.idempotencyKey}
      confirmedTotal={total}
      shown={{
        discount: view.discount,
        lines: [
          ...view.lines.map((line) => shownLine(line, true)),
          ...view.leftOut.map((line) => shownLine(line, false)),
        ],
      }}
      delivery={view.delivery}
      couponCode={view.couponCode}
      couponSaid={coupon && { text: await couponSentence(coupon, total), usable: coupon.usable }}
      balance={view.balance}
      fullPrice={{
        subtotal,
        ticked: view.acceptsFullPrice,
        text: t('coupon.fullPrice', { subtotal: formatMoney(subtotal, locale) }),
      }}
      texts={{
        check: t('check'),
        deliveryTitle: t('delivery.title'),
        recipient: t('delivery.recipient'),
        phone: t('delivery.phone'),
        phoneHint: t('delivery.phoneHint'),
        address: t('delivery.address'),
        couponTitle: t('coupon.title'),
        couponLabel: t('coupon.label'),
        apply: t('coupon.apply'),
        applying: t('coupon.applying'),
        toCoupon: t('coupon.toField'),
        notPaid: t('refused.notPaid'),
        totalChanged: t('refused.totalChanged', open),
        balance: low?.text ?? t('refused.enough'),
        problems: hasProblems ? t('stock.title') : t('refused.inStock'),
        balanceMoved: {
          moved: moved('moved', { balance: '{balance}' }),
          update: moved('update'),
        },
        changes: {
          title: t('changes.title'),
          price: t('changes.price', open),
          quantity: t('changes.quantity', open),
          added: t('changes.added', open),
          removed: t('changes.removed', open),
          back: t('changes.back', open),
          discount: t('changes.discount', open),
          discountGone: t('changes.discountGone', open),
        },
        unsure: {
          checking: t('unsure.checking'),
          offline: t('unsure.offline'),
          nothing: t('refused.notPaid'),
          nothingBody: t('unsure.nothing'),
          signedOut: t('unsure.signedOut'),
        },
      }}
      problems={hasProblems ? <StockProblems view={view} /> : null}
      couponResult={coupon && <CouponResult coupon={coupon} total={total} />}
      ownCoupons={
        <OwnCoupons coupons={view.ownCoupons} applied={coupon?.usable ? coupon.code : null} />
      }
      summary={
        <Card title={t('summary.title')}>
          <CheckoutSummary view={view} />
        </Card>
      }
      bar={
        <>
          <p className="flex items-baseline justify-between gap-4 font-semibold lg:hidden">
            <span>{t('summary.total')}</span>
            <Money won={total} locale={locale} className="text-2xl font-bold" />
          </p>
          {low && <p className="font-semibold">{low.text}</p>}
          {low
            ? low.button && (
                <SubmitButton name="intent" value="top-up" size="lg" wide>
                  {low.button}
                </SubmitButton>
              )
            : payButton}
        </>
      }
      belowBar={
        <>
          {low && payButton}
          <OfflineNote />
          {view.lines.length > 0 && <p className="text-sm text-muted">{t('payNote')}</p>}
        </>
      }
      payButton={payButton}
      topUpLink={
        low &&
        (low.button ? (
          <TopUpLink
            href={localizedPath(
              locale,
              `/wallet?amount=${gap}&next=/checkout&form=${crypto.randomUUID()}`,
            )}
            text={low.button}
          />
        ) : (
          <WayOut intent="cart" className={buttonClass()}>
            {t('backToCart')}
          </WayOut>
        ))
      }
    />
  );
}

/**
 * What is missing in words, and what the button to the top-up promises; undefined: topping up does not
 * help now.
 */
async function lowBalance(gap: number, { kind, won, limit }: TopUpPlan) {
  const t = await getTranslations('checkout');
  const plan = await getTranslations('wallet.plan');
  const locale = await getLocale();
  const money = (amount: number) => formatMoney(amount, locale);
  const low = t('low', { gap: money(gap) });
  if (kind === 'once') return { text: low, button: t('topUp', { gap: money(won) }) };
  const text = `${low} ${plan(won === 0 && kind === 'day' ? 'dayOver' : kind, { limit: money(limit) })}`;
  return {
    text,
    button: kind === 'held' || won === 0 ? undefined : t('topUpPart', { amount: money(won) }),
  };
}

const shownLine = (
  { productId, name, quantity, unitPrice }: CheckoutView['leftOut'][number],
  counts: boolean,
) => ({ productId, name, quantity, unitPrice, counts });

/** An empty cart: just ordered, in this tab or another, or its last line taken out, or nothing put in. */
async function NothingToOrder({ lastOrderId }: { lastOrderId: number | null }) {
  const t = await getTranslations('checkout.empty');
  if (lastOrderId !== null) {
    return (
      <EmptyState
        isPage
        title={t('orderedTitle')}
        body={t('orderedBody')}
        action={<ButtonLink href={`/orders/${lastOrderId}`}>{t('orderedAction')}</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      isPage
      title={t('title')}
      body={t('body')}
      action={<ButtonLink href="/products">{t('action')}</ButtonLink>}
    />
  );
}
