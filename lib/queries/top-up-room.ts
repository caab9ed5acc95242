import 'server-only';
import { database } from '@/db';
import { getToppedUpToday } from '@/lib/domain/wallet/get-topped-up-today';
import { env } from '@/lib/env';
import type { TopUpLimitsView } from '@/lib/views/wallet';

/**
 * The limits of a top-up and what they leave a shopper now (spec.md: Top-up limits).
 * @param balance won in the wallet
 */
export async function getTopUpRoom(
  userId: number,
  balance: number,
  now: Date,
): Promise<TopUpLimitsView> {
  const { min, max, perDay, held } = env().topUpLimits;
  const leftToday = Math.max(0, perDay - (await getToppedUpToday(database(), userId, now)));
  const leftNow = Math.max(0, Math.min(max, leftToday, held - balance));
  return { min, max, perDay, held, leftToday, leftNow };
}
