import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { WalletView } from '@/lib/views/wallet';

/** Says what all entries add up to beside the balance, and raises the alarm if that is not the same. */
export async function WalletProof({ wallet: { balance, ledger } }: { wallet: WalletView }) {
  const t = await getTranslations('wallet.proof');
  const locale = await getLocale();
  const { entries, entriesTotal, agrees, firstBrokenSeq } = ledger;
  const total = formatMoney(entriesTotal, locale);
  const words = { count: entries, total, balance: formatMoney(balance, locale) };
  const figures = { 'data-ledger-total': entriesTotal, 'data-ledger-agrees': agrees };
  if (agrees) {
    return (
      <p className="mt-2 flex items-start gap-1.5 text-sm" {...figures}>
        <Icon name="circle-check" size={18} className="mt-0.5 shrink-0 text-success" />
        <span>{t('agrees', words)}</span>
      </p>
    );
  }
  return (
    <div className="mt-3" {...figures}>
      <Notice tone="danger" announce="alert" title={t('broken')}>
        <p>{t('brokenFigures', words)}</p>
        {firstBrokenSeq !== null && (
          <p>
            <Link href={`/wallet/entries/${firstBrokenSeq}`} className="underline">
              {t('brokenAt')}
            </Link>
          </p>
        )}
        <p>{t('brokenBody')}</p>
      </Notice>
    </div>
  );
}
