import { openAccount } from '@/lib/domain/accounts/open-account';
import { createProduct } from '@/lib/domain/catalog/create-product';
import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { inParallel } from '../in-parallel';
import { must } from '../must';
import type { Clerks } from './clerks';

/** A few at once: they touch different rows. */
const AT_ONCE = 6;

/** spec.md: Top-up limits. The sample history keeps them whatever the operator has set. */
export const SAMPLE_LIMITS = {
  minWon: 1_000,
  maxWon: 1_000_000,
  dayWon: 2_000_000,
  heldWon: 2_000_000,
};

/** Every small change by its own command. */
export const domainClerks: Clerks = {
  openAccounts: (db, accounts) =>
    inParallel(accounts, AT_ONCE, async ({ account, at }) => {
      return must('an account', await openAccount(db, account, at)).userId;
    }),
  addProducts: (db, products) =>
    // One after the other: products of one age are listed by their ids.
    inParallel(products, 1, async ({ product, at }) => {
      return must('a product', await createProduct(db, product, null, at)).productId;
    }),
  topUp: async (db, topUps) => {
    await inParallel(topUps, AT_ONCE, async ({ userId, amount, key, at }) => {
      const command = { userId, amount, idempotencyKey: key };
      must('a top-up', await topUpWallet(db, command, SAMPLE_LIMITS, at));
    });
  },
  fulfil: async (db, parcels, adminId) => {
    await inParallel(parcels, AT_ONCE, async ({ orderId, at }) => {
      const command = { orderId, actorUserId: adminId };
      must('a parcel', await fulfilOrder(db, command, at));
    });
  },
};
