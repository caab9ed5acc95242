import type { NextRequest } from 'next/server';
import { entryRows } from '@/components/wallet/entry-rows';
import { getSessionUser } from '@/lib/auth/session';
import { defaultLocale, isLocale } from '@/lib/i18n/locales';
import { getEntryPage } from '@/lib/queries/wallet';
import { queryNumber } from '@/lib/query-value';
import type { EntryRowsView } from '@/lib/views/wallet';
import { parseEntryChoice } from '@/lib/views/wallet-address';

/**
 * `GET /api/wallet/entries?before=41&kind=&month=&locale=ko`: the next older page of the asker's own
 * history (`EntryRowsView`).
 */
export async function GET({ nextUrl: { searchParams } }: NextRequest): Promise<Response> {
  const headers = { 'Cache-Control': 'private, no-store' };
  const query = Object.fromEntries(searchParams);
  const before = queryNumber(query, 'before');
  if (before === null) {
    return Response.json({ error: 'before: an entry number' }, { status: 400, headers });
  }
  const user = await getSessionUser();
  if (!user) return Response.json({ error: 'signed out' }, { status: 401, headers });
  const wanted = query.locale ?? '';
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const { entries, olderBefore } = await getEntryPage(user.id, parseEntryChoice(query), before);
  const page: EntryRowsView = { rows: await entryRows(entries, locale), olderBefore };
  return Response.json(page, { headers });
}
