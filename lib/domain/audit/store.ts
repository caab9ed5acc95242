import { auditLog } from '@/db/schema';
import type { Transaction } from '../transaction';

/** Records an operator's change in the transaction that makes it (spec.md: Who may do what). */
export async function recordAudit(
  { orm }: Transaction,
  entry: typeof auditLog.$inferInsert,
): Promise<void> {
  await orm.insert(auditLog).values(entry);
}
