import type { Database } from '@/db/client';
import type { NewAccount } from '@/lib/domain/accounts/open-account';
import type { NewProduct } from '@/lib/domain/catalog/create-product';

/**
 * Who does the many small things of a history: `domainClerks` one by one through the domain's commands,
 * `bulkClerks` many in one statement, for histories that would take minutes otherwise. Both leave the
 * same rows. Orders, cancellations and deliveries always go through the domain.
 */
export interface Clerks {
  /** @returns the users' ids, in the order of the accounts */
  openAccounts(db: Database, accounts: DatedAccount[]): Promise<number[]>;
  /** @returns the products' ids, in the order given */
  addProducts(db: Database, products: DatedProduct[]): Promise<number[]>;
  /** At most one a shopper in one call. */
  topUp(db: Database, topUps: PlannedTopUp[]): Promise<void>;
  /** Marks paid orders as fulfilled by the admin. */
  fulfil(db: Database, parcels: Parcel[], adminId: number): Promise<void>;
}

export interface DatedAccount {
  account: NewAccount;
  at: Date;
}

export interface DatedProduct {
  product: NewProduct;
  at: Date;
}

export interface PlannedTopUp {
  userId: number;
  /** Won, within the limits of spec.md. */
  amount: number;
  key: string;
  at: Date;
}

export interface Parcel {
  orderId: number;
  at: Date;
}
