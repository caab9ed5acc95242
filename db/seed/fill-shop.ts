import type { Database } from '@/db/client';
import { categories } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { sampleCategories } from './catalogue';
import type { SampleProduct } from './catalogue/types';
import type { Clerks, DatedAccount } from './clerks/clerks';
import { giveOutCoupons } from './first-come-coupons';
import { createCalendar } from './history/calendar';
import { demoVisits } from './history/demo-visits';
import { planStock } from './history/plan-stock';
import { planVisits } from './history/plan-visits';
import { type Played, playHistory } from './history/play-history';
import { productsFor } from './more-products';
import { must } from './must';
import { type SamplePerson, samplePeople } from './people';
import { createRandom } from './random';
import { type SampleCoupon, sampleCoupons } from './sample-coupons';

export interface SampleSize {
  /** Seoul days, today included. */
  days: number;
  /** Besides the few of the demo shopper. */
  orders: number;
  products: number;
  /** The demo shopper among them. */
  shoppers: number;
}

export interface SampleOptions {
  size: SampleSize;
  /** Same seed, size and `now`: the same shop. */
  seed: number;
  /** The history ends here. */
  now: Date;
  clerks: Clerks;
  /** Whether one can sign in as the demo shopper and the demo admin. */
  demoPassword: string | null;
  /** Called after each shift of the history. */
  onShift?: (played: Played) => Promise<void>;
}

const DEMO_TOP_UP = 500_000;
const DAY_MS = 86_400_000;

/**
 * Fills an empty, migrated database: catalogue, coupons, accounts, and a history that ends at `now`,
 * every order of it placed by the domain.
 *
 * @throws {Error} when the size makes no sense, or the database refuses something
 */
export async function fillShop(db: Database, options: SampleOptions): Promise<Played> {
  const { seed, size, now, clerks } = options;
  const calendar = createCalendar(size.days, now);
  const coupons = sampleCoupons(calendar);
  const catalogue = productsFor(size.products, seed).map((product) => ({
    ...product,
    createdAt: now.getTime() - product.createdDaysAgo * DAY_MS,
  }));
  const products = catalogue.map(({ priceWon, quantityLeft, createdAt }) => ({
    ...{ price: priceWon, quantityLeft, createdAt },
  }));
  const plan = { calendar, products, coupons, seed, orders: size.orders, shoppers: size.shoppers };
  const visits = [...planVisits(plan), ...demoVisits(calendar, products, seed)].sort(
    (a, b) => a.at - b.at,
  );
  const stockPlan = planStock(calendar, products, visits);
  const people = [demoShopper(), ...samplePeople(seed, size.shoppers - 1)];

  const beginning = new Date((calendar.dayStarts[0] ?? 0) - DAY_MS);
  const accounts = await accountsOf(people, beginning, options);
  const [adminId = 0, ...userIds] = await clerks.openAccounts(db, accounts);
  const productIds = await stockShelves(db, catalogue, stockPlan.opening, clerks);
  const couponIds = await issueCoupons(db, coupons, beginning);
  const topUp = { amount: DEMO_TOP_UP, key: createRandom(seed, 'demo-wallet').uuid() };
  await clerks.topUp(db, [{ ...topUp, userId: userIds[0] ?? 0, at: beginning }]);

  const played = await playHistory(
    db,
    {
      ...{ calendar, visits, stockPlan, products, coupons, people, seed },
      ...{ productIds, userIds, couponIds, adminId },
    },
    clerks,
    options.onShift,
  );
  await giveOutCoupons(db, userIds, now);
  return played;
}

function demoShopper() {
  return {
    name: '김장터',
    email: 'shopper@example.com',
    phone: '010-0123-4567',
    address: '서울특별시 마포구 월드컵북로 21, 103동 1204호',
  };
}

/** The admin, then the people; the first of them is the demo shopper. */
async function accountsOf(
  people: SamplePerson[],
  beginning: Date,
  { demoPassword, seed }: SampleOptions,
): Promise<DatedAccount[]> {
  const random = createRandom(seed, 'accounts');
  const demoHash = () => (demoPassword === null ? null : hashPassword(demoPassword));
  const admin = { email: 'admin@example.com', name: '장터 관리자', role: 'admin' } as const;
  const accounts: DatedAccount[] = [
    { account: { ...admin, passwordHash: await demoHash() }, at: beginning },
  ];
  for (const [i, { name, email }] of people.entries()) {
    const passwordHash = i === 0 ? await demoHash() : null;
    const at = new Date(beginning.getTime() - Math.floor(random.float() * 200 * DAY_MS));
    accounts.push({ account: { name, email, passwordHash, role: 'shopper' }, at });
  }
  return accounts;
}

async function stockShelves(
  db: Database,
  catalogue: (SampleProduct & { createdAt: number })[],
  opening: number[],
  clerks: Clerks,
): Promise<number[]> {
  const shelves = sampleCategories.map(({ slug, name }, position) => ({
    ...{ slug, nameKo: name.ko, nameEn: name.en, position },
  }));
  await db.orm.insert(categories).values(shelves);
  const products = catalogue.map(
    ({ slug, category, art, name, description, priceWon, createdAt }, i) => ({
      product: {
        ...{ slug, art, price: priceWon, categorySlug: category, published: true },
        ...{ nameKo: name.ko, nameEn: name.en },
        ...{ descriptionKo: description.ko, descriptionEn: description.en },
        openingQuantity: opening[i] ?? 0,
      },
      at: new Date(createdAt),
    }),
  );
  return clerks.addProducts(db, products);
}

async function issueCoupons(
  db: Database,
  coupons: SampleCoupon[],
  beginning: Date,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { terms } of coupons) {
    const at = terms.startsAt < beginning ? terms.startsAt : beginning;
    const created = await createCoupon(db, terms, null, at);
    ids.set(terms.code, must('a coupon', created).couponId);
  }
  return ids;
}
