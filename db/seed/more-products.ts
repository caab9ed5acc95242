import { sampleProducts } from './catalogue';
import type { SampleProduct } from './catalogue/types';
import { createRandom } from './random';

/** A price that a shop would set: whole hundreds. */
const PRICE_STEP = 100;
const LEAST_PRICE = 1_900;
const MOST_PRICE = 189_000;

/**
 * The catalogue of a large shop: the sample's products first, then numbered varieties of them, with
 * their pictures and texts but prices, stock and ages of their own.
 */
export function productsFor(count: number, seed: number): SampleProduct[] {
  const random = createRandom(seed, 'products');
  return Array.from({ length: count }, (_, i) => {
    const base = sampleProducts[i % sampleProducts.length];
    if (!base) throw new Error('the catalogue is empty');
    if (i < sampleProducts.length) return base;
    const number = Math.floor(i / sampleProducts.length) + 1;
    const price = Math.round((base.priceWon * (0.6 + 0.8 * random.float())) / PRICE_STEP);
    const luck = random.float();
    return {
      ...base,
      slug: `${base.slug}-no-${number}`,
      name: { ko: `${base.name.ko} ${number}호`, en: `${base.name.en} No. ${number}` },
      priceWon: Math.min(MOST_PRICE, Math.max(LEAST_PRICE, price * PRICE_STEP)),
      quantityLeft: luck < 0.03 ? 0 : luck < 0.1 ? random.int(1, 9) : random.int(11, 300),
      createdDaysAgo: random.int(3, 400),
    };
  });
}
