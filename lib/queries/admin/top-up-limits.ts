import 'server-only';
import { env } from '@/lib/env';
import { adminOnly } from './admin-only';

/** What an adjustment keeps to, in won: most at a time, and most that a wallet may hold. */
export async function getTopUpLimits(): Promise<{ most: number; held: number }> {
  await adminOnly();
  const { max, held } = env().topUpLimits;
  return { most: max, held };
}
