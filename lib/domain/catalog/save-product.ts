import type { Database } from '@/db/client';
import { type Outcome, refused, type UnsettledRefusal } from '../result';
import { brokenConstraint, inTransaction, type Transaction } from '../transaction';
import { type ProductFieldRefusal, refusalOfConstraint } from './product-rules';

/**
 * The transaction of a command that writes a product's fields and can be run twice: what the schema
 * refuses about a field becomes the refusal of that field.
 *
 * @throws whatever else is a bug
 */
export async function saveProduct<Value, Refusal extends { code: string }>(
  db: Database,
  work: (tx: Transaction) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | ProductFieldRefusal | UnsettledRefusal>> {
  try {
    return await inTransaction(db, work, { settlesByKey: true });
  } catch (error) {
    const refusal = refusalOfConstraint(brokenConstraint(error));
    if (!refusal) throw error;
    return refused(refusal);
  }
}
