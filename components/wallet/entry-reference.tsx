import { getTranslations } from 'next-intl/server';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { WalletEntryView } from '@/lib/views/wallet';

/** What an entry stands for: its order, or the number it has as a top-up or adjustment. */
export async function EntryReference({ entry }: { entry: WalletEntryView }) {
  const t = await getTranslations('wallet.history');
  const { orderId, number } = entry;
  if (orderId === null) return <span>{number}</span>;
  return (
    <Link href={`/orders/${orderId}`} className="text-primary underline">
      {t('order', { number: formatOrderNumber(orderId) })}
    </Link>
  );
}
