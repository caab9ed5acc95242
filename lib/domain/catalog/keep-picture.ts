import { createHash } from 'node:crypto';
import type { Database } from '@/db/client';
import { pictures } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { done, type Outcome, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';

const HASH_LETTERS = 32;

/**
 * Keeps an uploaded picture under the hash of its bytes; the same picture again is the one there.
 * @param webp re-encoded by the shop itself: nothing of what was uploaded is served as it came
 * @param actorUserId an admin: the caller makes sure
 */
export async function keepPicture(
  db: Database,
  webp: Uint8Array,
  actorUserId: number,
  now: Date,
): Promise<Outcome<{ hash: string }, UnsettledRefusal>> {
  const hash = createHash('sha256').update(webp).digest('hex').slice(0, HASH_LETTERS);
  const work = async (tx: Transaction): Promise<Outcome<{ hash: string }, never>> => {
    const size = webp.byteLength;
    const kept = await tx.orm
      .insert(pictures)
      .values({ hash, webp, size, createdBy: actorUserId, createdAt: now })
      .onConflictDoNothing()
      .returning({ hash: pictures.hash });
    if (kept.length === 0) return done({ hash }, true);
    await recordAudit(tx, {
      actorUserId,
      action: 'picture.upload',
      entity: 'picture',
      entityId: hash,
      after: { bytes: size },
      createdAt: now,
    });
    return done({ hash });
  };
  return inTransaction(db, work, { settlesByKey: true });
}
