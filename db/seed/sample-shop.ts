import type { Database } from '@/db/client';
import { categories } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { createProduct } from '@/lib/domain/catalog/create-product';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { sampleCategories, sampleProducts } from './catalogue';
import { createCalendar } from './history/calendar';
import { demoVisits } from './history/demo-visits';
import { domainClerks, SAMPLE_LIMITS } from './history/domain-clerks';
import { planStock } from './history/plan-stock';
import { planVisits } from './history/plan-visits';
import { type Played, playHistory } from './history/play-history';
import { inParallel } from './in-parallel';
import { must } from './must';
import { samplePeople } from './people';
import { createRandom } from './random';
import { sampleCoupons } from './sample-coupons';

export interface SampleSize {
  days: number;
  orders: number;
  shoppers: number;
}

export const SAMPLE_SIZE: SampleSize = { days: 30, orders: 1_200, shoppers: 300 };

const DEMO_PASSWORD = 'jangteo-demo';
const DEMO_TOP_UP = 500_000;
const DAY_MS = 86_400_000;
const AT_ONCE = 6;

/**
 * Fills an empty, migrated database with the sample shop: catalogue, coupons, demo accounts, and a
 * history that ends at `now`, all through the domain's commands. Same seed, size and `now`: same shop.
 */
export async function fillSampleShop(
  db: Database,
  { seed, size, now }: { seed: number; size: SampleSize; now: Date },
): Promise<Played> {
  const calendar = createCalendar(size.days, now);
  const coupons = sampleCoupons(calendar);
  const products = sampleProducts.map(({ priceWon, quantityLeft, createdDaysAgo }) => ({
    price: priceWon,
    quantityLeft,
    createdAt: now.getTime() - createdDaysAgo * DAY_MS,
  }));
  const plan = { calendar, products, coupons, seed, orders: size.orders, shoppers: size.shoppers };
  const visits = [...planVisits(plan), ...demoVisits(calendar, products, seed)].sort(
    (a, b) => a.at - b.at,
  );
  const stockPlan = planStock(calendar, products, visits);
  const people = [demoShopper(), ...samplePeople(seed, size.shoppers - 1)];

  const beginning = new Date((calendar.dayStarts[0] ?? 0) - DAY_MS);
  const adminId = await openDemoAdmin(db, beginning);
  const userIds = await openAccounts(db, people, seed, beginning);
  const productIds = await stockShelves(db, stockPlan.opening, now);
  const couponIds = new Map<string, number>();
  for (const { terms } of coupons) {
    const created = await createCoupon(
      db,
      terms,
      null,
      terms.startsAt < beginning ? terms.startsAt : beginning,
    );
    couponIds.set(terms.code, must('a coupon', created).couponId);
  }
  await fillDemoWallet(db, userIds[0] ?? 0, seed, beginning);

  return playHistory(
    db,
    {
      ...{ calendar, visits, stockPlan, products, coupons, people, seed },
      ...{ productIds, userIds, couponIds, adminId },
    },
    domainClerks,
  );
}

function demoShopper() {
  return {
    name: '김장터',
    email: 'shopper@example.com',
    phone: '010-0123-4567',
    address: '서울특별시 마포구 월드컵북로 21, 103동 1204호',
  };
}

async function openDemoAdmin(db: Database, at: Date): Promise<number> {
  const account = {
    email: 'admin@example.com',
    name: '장터 관리자',
    passwordHash: await hashPassword(DEMO_PASSWORD),
    role: 'admin',
  } as const;
  return must('the admin', await openAccount(db, account, at)).userId;
}

/** The first of the people is the demo shopper, the only one with a password. */
async function openAccounts(
  db: Database,
  people: { name: string; email: string }[],
  seed: number,
  beginning: Date,
): Promise<number[]> {
  const random = createRandom(seed, 'accounts');
  const demoHash = await hashPassword(DEMO_PASSWORD);
  const accounts = people.map(({ name, email }, i) => ({
    account: { name, email, passwordHash: i === 0 ? demoHash : null, role: 'shopper' as const },
    at: new Date(beginning.getTime() - Math.floor(random.float() * 200 * DAY_MS)),
  }));
  return inParallel(accounts, AT_ONCE, async ({ account, at }) => {
    return must('an account', await openAccount(db, account, at)).userId;
  });
}

async function stockShelves(db: Database, opening: number[], now: Date): Promise<number[]> {
  await db.orm.insert(categories).values(
    sampleCategories.map(({ slug, name }, position) => ({
      slug,
      nameKo: name.ko,
      nameEn: name.en,
      position,
    })),
  );
  const ids: number[] = [];
  for (const [i, product] of sampleProducts.entries()) {
    const { slug, category, art, name, description, priceWon, createdDaysAgo } = product;
    const created = await createProduct(
      db,
      {
        ...{ slug, art, price: priceWon, categorySlug: category },
        ...{ nameKo: name.ko, nameEn: name.en },
        ...{ descriptionKo: description.ko, descriptionEn: description.en },
        published: true,
        openingQuantity: opening[i] ?? 0,
      },
      null,
      new Date(now.getTime() - createdDaysAgo * DAY_MS),
    );
    ids.push(must('a product', created).productId);
  }
  return ids;
}

async function fillDemoWallet(db: Database, userId: number, seed: number, at: Date) {
  const idempotencyKey = createRandom(seed, 'demo-wallet').uuid();
  const command = { userId, amount: DEMO_TOP_UP, idempotencyKey };
  must('the demo wallet', await topUpWallet(db, command, SAMPLE_LIMITS, at));
}
