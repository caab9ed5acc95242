import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { requireShopper } from '@/lib/auth/session';
import { csvResponse } from '@/lib/csv';
import { formatOrderNumber } from '@/lib/format/order-number';
import { defaultLocale, isLocale } from '@/lib/i18n/locales';
import { readEntries } from '@/lib/queries/wallet-entries';
import { entriesAddress, parseEntryChoice } from '@/lib/views/wallet-address';

/**
 * `GET /wallet/export` (`?kind= &month=`): the shopper's own history as a CSV file, the entries that
 * the wallet shows for the same choice. A guest is sent to sign in, and back to the wallet.
 */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/[locale]/wallet/export'>,
): Promise<Response> {
  const { locale: asked } = await params;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const choice = parseEntryChoice(Object.fromEntries(request.nextUrl.searchParams));
  const user = await requireShopper(locale, entriesAddress('/wallet', choice));
  const t = await getTranslations({ locale, namespace: 'wallet' });
  const parts = ['jangteo-wallet', choice.kind?.replace('_', '-'), choice.month];
  return csvResponse({
    name: `${parts.filter(Boolean).join('-')}.csv`,
    columns: [
      { title: t('csv.number'), cell: ({ number }) => number },
      { title: t('csv.time'), cell: ({ createdAt }) => createdAt },
      { title: t('csv.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
      { title: t('csv.amount'), cell: ({ amount }) => amount },
      { title: t('csv.balanceAfter'), cell: ({ balanceAfter }) => balanceAfter },
      {
        title: t('csv.order'),
        cell: ({ orderId }) => (orderId === null ? null : formatOrderNumber(orderId)),
      },
      { title: t('csv.reason'), cell: ({ reason }) => reason },
    ],
    batches: readEntries(user.id, choice),
  });
}
