/** The budgets of interface.md, section 3. */

/** kB (1,000 bytes) of script gz that a first load may bring, by the surface. */
export const SCRIPT_KB = { shop: 150, money: 160, auth: 142, admin: 165 };
export type Surface = keyof typeof SCRIPT_KB;

export const CSS_KB = 30;
export const HTML_KB = 25;
export const LCP_MS = 1_800;
export const INP_MS = 100;
export const CLS = 0.02;
/** The first text on slow 3G. */
export const SLOW_TEXT_MS = 4_000;

/** How a phone in the subway is played (Chrome DevTools Protocol): bytes a second, ms. */
export const MOBILE = { cpuSlowdown: 4, bytesPerSecond: 1_600_000 / 8, latencyMs: 150 };
export const SLOW_3G = { cpuSlowdown: 4, bytesPerSecond: 400_000 / 8, latencyMs: 400 };

/** Pages of the member group that are not about money, as the shop's own. */
const AS_SHOP = /^\(member\)\/(?:orders|coupons)/;

/** The budget that a page of a folder below `app/[locale]` is held to. */
export function surfaceOf(folder: string): Surface {
  if (folder.startsWith('(shop)')) return 'shop';
  if (folder.startsWith('(auth)')) return 'auth';
  if (folder.startsWith('(admin)')) return 'admin';
  return AS_SHOP.test(folder) ? 'shop' : 'money';
}
