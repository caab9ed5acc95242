import { expect } from '@playwright/test';
import { checkInvariants } from '@/db/check-invariants';
import type { Database } from '@/db/client';

/** Fails with the rows when the shop's books do not add up (`protocol.md`: Invariants). */
export async function expectInvariants(db: Database): Promise<void> {
  const results = await checkInvariants(db);
  const broken = results.filter(({ brokenCount }) => brokenCount > 0);
  expect(broken.map(({ name, broken: rows }) => ({ name, rows }))).toEqual([]);
}
