import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BalanceMoved } from '@/components/live/balance-moved';
import { FollowSignOut } from '@/components/live/follow-sign-out';
import { RefreshButton } from '@/components/live/refresh-button';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { TopUpForm } from '@/components/wallet/top-up-form';
import { ToppedUpNotice } from '@/components/wallet/topped-up-notice';
import { WalletHistory } from '@/components/wallet/wallet-history';
import { WalletProof } from '@/components/wallet/wallet-proof';
import { topUp } from '@/lib/actions/wallet';
import { safeReturnPath } from '@/lib/auth/return-path';
import { requireShopper } from '@/lib/auth/session';
import { formatMoney } from '@/lib/format/money';
import { unlocalizedPath } from '@/lib/i18n/localized-path';
import { redirect } from '@/lib/i18n/redirect';
import { parseAmount } from '@/lib/parse-amount';
import { getTopUp, getTopUpOfKey, getWallet } from '@/lib/queries/wallet';
import { type Query, queryNumber, queryUuid, queryValue } from '@/lib/query-value';
import { planTopUp, type TopUpPlan } from '@/lib/views/top-up-plan';
import type { TopUpLimitsView } from '@/lib/views/wallet';
import { chipAddress, parseEntryChoice } from '@/lib/views/wallet-address';

const PRESETS_WON = [10_000, 50_000, 100_000];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallet');
  return { title: t('title') };
}

export default async function WalletPage({ searchParams }: PageProps<'/[locale]/wallet'>) {
  const locale = await getLocale();
  const query = await searchParams;
  const chip = chipAddress(query);
  if (chip) redirect(locale, chip);
  const user = await requireShopper(locale, addressOf(query));
  const t = await getTranslations('wallet');
  const choice = parseEntryChoice(query);
  const wallet = await getWallet(user.id, choice, queryNumber(query, 'before'), new Date());
  if (!wallet) return <UnknownUser />;

  const next = nextOf(query);
  // The form that this address was left with: it must not add twice (spec.md: Idempotency).
  const formKey = queryUuid(query, 'form');
  const earlierSeq = formKey === null ? null : await getTopUpOfKey(user.id, formKey);
  const toppedSeq = queryNumber(query, 'topped') ?? earlierSeq;
  const again = earlierSeq === null ? queryValue(query, 'again') : '1';
  const done = toppedSeq === null ? null : await getTopUp(user.id, toppedSeq);
  // A chip that the browser sent by itself says what the field is to hold.
  const filled = queryValue(query, 'fill');
  const wanted = parseAmount(filled ?? queryValue(query, 'amount') ?? '');
  const { limits } = wallet;
  const money = (won: number) => formatMoney(won, locale);
  const amount = wanted.ok && (!done || again === 'other') ? wanted.won : null;
  // What a checkout misses, which its address says; a chip pressed says something else.
  const gap = isForCheckout(next) && filled === undefined && amount ? amount : null;
  const plan = gap === null ? null : planTopUp(gap, wallet.balance, limits);

  return (
    <div className="flex flex-col gap-6">
      <FollowSignOut />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <BalanceMoved
        shown={wallet.balance}
        locale={locale}
        text={t('balanceMoved.moved', { balance: '{balance}' })}
      >
        <RefreshButton text={t('balanceMoved.update')} />
      </BalanceMoved>
      {done && toppedSeq !== null && (
        <ToppedUpNotice
          topUp={done}
          seq={toppedSeq}
          again={again}
          wanted={again === 'other' ? amount : null}
          next={next}
        />
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="flex flex-col gap-6">
          <Card>
            <p className="text-muted">{t('balance')}</p>
            <Money
              won={wallet.balance}
              locale={locale}
              mark="balance"
              className="text-3xl font-bold max-[359px]:text-2xl"
            />
            <WalletProof wallet={wallet} />
          </Card>
          <Card title={t('topUp.title')}>
            <div className="flex flex-col gap-4">
              {gap !== null && plan && <Missing gap={gap} plan={plan} />}
              <TopUpForm
                action={topUp}
                locale={locale}
                idempotencyKey={earlierSeq === null && formKey ? formKey : crypto.randomUUID()}
                next={next}
                amount={plan ? plan.won || null : amount}
                missing={
                  plan && plan.won > 0 ? await missingChip(plan.won === gap, plan.won) : null
                }
                presets={PRESETS_WON.map((won) => ({
                  won,
                  text: t('topUp.add', { amount: money(won) }),
                  label: t('topUp.addLabel', { amount: money(won) }),
                }))}
                limits={await limitSentences(limits, wallet.balance, money)}
                texts={{
                  check: t('topUp.check'),
                  amount: t('topUp.amount'),
                  presets: t('topUp.presets'),
                  submit: t('topUp.submit'),
                  pending: t('topUp.pending'),
                  unsure: {
                    checking: t('unsure.checking'),
                    offline: t('unsure.offline'),
                    nothing: t('unsure.nothing'),
                    nothingBody: t('unsure.nothingBody'),
                    signedOut: t('unsure.signedOut'),
                  },
                }}
              />
              <p className="text-sm text-muted">{t('topUp.note')}</p>
            </div>
          </Card>
        </div>
        <Card title={t('history.title')}>
          <WalletHistory wallet={wallet} choice={choice} kept={next === '' ? {} : { next }} />
        </Card>
      </div>
    </div>
  );
}

/** What a waiting checkout misses, and how far a top-up helps. */
async function Missing({ gap, plan: { kind, won, limit } }: { gap: number; plan: TopUpPlan }) {
  const t = await getTranslations('wallet');
  const locale = await getLocale();
  const money = (amount: number) => formatMoney(amount, locale);
  if (kind === 'once') return <Notice>{t('returning', { gap: money(gap) })}</Notice>;
  return (
    <Notice tone="warning" title={t('missing', { gap: money(gap) })}>
      {t(`plan.${won === 0 && kind === 'day' ? 'dayOver' : kind}`, { limit: money(limit) })}
    </Notice>
  );
}

/** @param isAll whether that is exactly what is missing */
async function missingChip(isAll: boolean, won: number) {
  const t = await getTranslations('wallet.topUp');
  const text = t(isAll ? 'missing' : 'fill', { amount: formatMoney(won, await getLocale()) });
  return { won, text, label: text };
}

/** A session whose user is gone (diagram 잔액 조회: 조회 실패): said plainly, nothing is made up. */
async function UnknownUser() {
  const t = await getTranslations('refusals');
  return (
    <Notice tone="danger" announce="alert">
      {t('UNKNOWN_USER')}
    </Notice>
  );
}

async function limitSentences(
  limits: TopUpLimitsView,
  balance: number,
  money: (won: number) => string,
) {
  const t = await getTranslations('wallet.topUp');
  const { min, max, perDay, held, leftNow, leftToday } = limits;
  const room = held - balance;
  const left =
    leftNow < min
      ? t('full')
      : room < leftToday
        ? t('leftNow', { left: money(room) })
        : t('leftToday', { left: money(leftToday) });
  const rules = { min: money(min), max: money(max), perDay: money(perDay), held: money(held) };
  return [t('limits', rules), left];
}

const isForCheckout = (next: string) => next === '/checkout' || next.startsWith('/checkout?');

/** Where to go on to after topping up: a path of this site, or nothing (hardening.md: 72). */
function nextOf(query: Query): string {
  const path = safeReturnPath(queryValue(query, 'next'), '');
  return path === '' ? '' : unlocalizedPath(path);
}

/** This page again, for the way back from signing in. */
function addressOf(query: Query): string {
  const kept = new URLSearchParams(
    keptOf(query, ['amount', 'fill', 'next', 'kind', 'month', 'before', 'form']),
  );
  return kept.size > 0 ? `/wallet?${kept}` : '/wallet';
}

/** Those of the query's values that stand there once. */
function keptOf(query: Query, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = queryValue(query, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
