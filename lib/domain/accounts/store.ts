import { eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import type { Transaction } from '../transaction';

/** The diagrams' first step: 사용자 id 조회. */
export async function userExists({ orm }: Transaction, userId: number): Promise<boolean> {
  const rows = await orm.select({ id: users.id }).from(users).where(eq(users.id, userId));
  return rows.length > 0;
}
