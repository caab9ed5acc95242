import { beauty } from './catalogue/beauty';
import { fresh } from './catalogue/fresh';
import { hobby } from './catalogue/hobby';
import { kitchen } from './catalogue/kitchen';
import { living } from './catalogue/living';
import { pantry } from './catalogue/pantry';
import type { SampleCategory, SampleProduct } from './catalogue/types';

/** The six categories of the sample shop, in the order they are shown. */
export const sampleCategories: readonly SampleCategory[] = [
  { slug: 'fresh', name: { ko: '신선식품', en: 'Fresh food' } },
  { slug: 'pantry', name: { ko: '곡물·간식·차', en: 'Pantry & tea' } },
  { slug: 'kitchen', name: { ko: '주방·식기', en: 'Kitchen & table' } },
  { slug: 'living', name: { ko: '생활·홈', en: 'Home & living' } },
  { slug: 'beauty', name: { ko: '뷰티·케어', en: 'Beauty & care' } },
  { slug: 'hobby', name: { ko: '문구·취미', en: 'Stationery & hobby' } },
];

/** The 48 products of the sample shop; a few are nearly gone, two are sold out. */
export const sampleProducts: readonly SampleProduct[] = [
  ...fresh,
  ...pantry,
  ...kitchen,
  ...living,
  ...beauty,
  ...hobby,
];
