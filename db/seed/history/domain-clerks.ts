import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { inParallel } from '../in-parallel';
import { must } from '../must';
import type { Clerks } from './play-history';

/** Every small change by its own command. A few at once: they touch different rows. */
const AT_ONCE = 6;

/** spec.md: Top-up limits. The sample history keeps them whatever the operator has set. */
export const SAMPLE_LIMITS = {
  minWon: 1_000,
  maxWon: 1_000_000,
  dayWon: 2_000_000,
  heldWon: 2_000_000,
};

export const domainClerks: Clerks = {
  topUp: async (db, topUps) => {
    await inParallel(topUps, AT_ONCE, async ({ userId, amount, key, at }) => {
      const command = { userId, amount, idempotencyKey: key };
      must('a top-up', await topUpWallet(db, command, SAMPLE_LIMITS, new Date(at)));
    });
  },
  fulfil: async (db, orders, adminId) => {
    await inParallel(orders, AT_ONCE, async ({ orderId, at }) => {
      const command = { orderId, actorUserId: adminId };
      must('a parcel', await fulfilOrder(db, command, new Date(at)));
    });
  },
};
