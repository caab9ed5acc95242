import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { BackLink } from '@/components/ui/back-link';
import { WalletEntryDetail } from '@/components/wallet/wallet-entry-detail';
import { requireShopper } from '@/lib/auth/session';
import { readRowId } from '@/lib/page-key';
import { getWalletEntry } from '@/lib/queries/wallet-entries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallet.entry');
  return { title: t('title') };
}

/** The lasting address of one entry of one's own wallet. */
export default async function WalletEntryPage({
  params,
}: PageProps<'/[locale]/wallet/entries/[seq]'>) {
  const seq = readRowId((await params).seq);
  if (seq === null) return <MissingPerRequest />;
  const locale = await getLocale();
  const user = await requireShopper(locale, `/wallet/entries/${seq}`);
  const view = await getWalletEntry(user.id, seq);
  if (!view) return <MissingPerRequest />;
  const t = await getTranslations('wallet.entry');
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-6">
      <div>
        <BackLink path="/wallet" text={t('back')} />
        <h1 className="text-2xl font-bold">{t('title')}</h1>
      </div>
      <WalletEntryDetail view={view} />
    </div>
  );
}
