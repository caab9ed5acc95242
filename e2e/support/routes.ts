/**
 * Every page of the shop, for tests that look at all of them. A page under `app/[locale]` that is
 * missing here fails `routes.unit.test.ts`.
 */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ShownRows } from './shown-rows';

export type Visitor = 'guest' | 'shopper' | 'admin';

export interface Route {
  /** Who looks at it. */
  as: Visitor;
  /** Addresses without a language prefix. */
  paths: (rows: ShownRows) => string[];
  status?: number;
}

const plain = (as: Visitor, ...paths: string[]): Route => ({ as, paths: () => paths });

/** By the page's folder below `app/[locale]`. */
export const ROUTES: Record<string, Route> = {
  '(shop)': plain('guest', '/'),
  '(shop)/[...rest]': { ...plain('guest', '/nowhere/at/all'), status: 404 },
  '(shop)/categories/[category]': plain('guest', '/categories/fresh'),
  '(shop)/guide': plain('guest', '/guide'),
  '(shop)/popular/[[...days]]': plain('guest', '/popular', '/popular/30'),
  '(shop)/products': plain('guest', '/products', '/products?q=%EC%B0%A8&inStock=1&sort=price-asc'),
  '(shop)/products/[slug]': { as: 'guest', paths: ({ product }) => [`/products/${product.slug}`] },
  '(auth)/sign-in': plain('guest', '/sign-in?next=/checkout', '/sign-in?done=closed'),
  '(auth)/sign-up': plain('guest', '/sign-up'),
  '(member)/account': plain('shopper', '/account'),
  '(member)/account/profile': plain('shopper', '/account/profile'),
  '(member)/account/password': plain('shopper', '/account/password'),
  '(member)/account/close': plain('shopper', '/account/close'),
  '(member)/cart': plain('shopper', '/cart'),
  '(member)/checkout': plain('shopper', '/checkout'),
  '(member)/coupons': plain('shopper', '/coupons'),
  '(member)/orders': plain('shopper', '/orders'),
  '(member)/orders/[orderId]': { as: 'shopper', paths: ({ orderId }) => [`/orders/${orderId}`] },
  '(member)/wallet': plain('shopper', '/wallet', '/wallet?kind=payment'),
  '(member)/wallet/entries/[seq]': plain('shopper', '/wallet/entries/1', '/wallet/entries/2'),
  '(admin)/admin': {
    as: 'admin',
    paths: ({ product, earlier }) => [
      '/admin?range=30d',
      `/admin?product=${product.id}&table=wallet&asOf=${earlier}`,
    ],
  },
  '(admin)/admin/[...rest]': { ...plain('admin', '/admin/nowhere'), status: 404 },
  '(admin)/admin/audit': plain('admin', '/admin/audit?entity=order&action=order.cancel'),
  '(admin)/admin/coupons': plain('admin', '/admin/coupons', '/admin/coupons?q=w&state=live'),
  '(admin)/admin/coupons/[couponId]': {
    as: 'admin',
    paths: ({ couponId }) => [`/admin/coupons/${couponId}`],
  },
  '(admin)/admin/coupons/new': plain('admin', '/admin/coupons/new'),
  '(admin)/admin/customers': plain('admin', '/admin/customers', '/admin/customers?q=a'),
  '(admin)/admin/customers/[userId]': {
    as: 'admin',
    paths: ({ shopper }) => [`/admin/customers/${shopper.id}`],
  },
  '(admin)/admin/integrity': plain('admin', '/admin/integrity'),
  '(admin)/admin/lost-demand': plain('admin', '/admin/lost-demand?range=30d&table=lost-reasons'),
  '(admin)/admin/orders': plain(
    'admin',
    '/admin/orders',
    '/admin/orders?q=a&from=2026-01-01&dated=cancelled',
  ),
  '(admin)/admin/orders/[orderId]': {
    as: 'admin',
    paths: ({ orderId }) => [`/admin/orders/${orderId}`],
  },
  '(admin)/admin/products': plain('admin', '/admin/products', '/admin/products?q=a&state=hidden'),
  '(admin)/admin/products/[productId]': {
    as: 'admin',
    paths: ({ product }) => [`/admin/products/${product.id}`],
  },
  '(admin)/admin/products/new': plain('admin', '/admin/products/new'),
  '(admin)/admin/stock': {
    as: 'admin',
    paths: ({ earlier }) => ['/admin/stock?q=a&level=low', `/admin/stock?asOf=${earlier}`],
  },
  '(admin)/admin/stock/[productId]': {
    as: 'admin',
    paths: ({ product, earlier }) => [
      `/admin/stock/${product.id}`,
      `/admin/stock/${product.id}?asOf=${earlier}`,
    ],
  },
  '(admin)/admin/stock/imports': plain('admin', '/admin/stock/imports'),
  '(admin)/admin/stock/imports/[importId]': {
    as: 'admin',
    paths: ({ importId }) => [`/admin/stock/imports/${importId}`],
  },
  '(admin)/admin/wallet-entries': plain('admin', '/admin/wallet-entries?kind=top_up&range=today'),
};

const PAGES = path.join('app', '[locale]');

/** The folders below `app/[locale]` that hold a page. */
export function foldersWithPages(): string[] {
  return readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.dirname(file).split(path.sep).join('/'))
    .sort();
}
