import { expect, test } from '@playwright/test';
import type { Texts } from '../define-action';
import { editProductForm, newProductForm, slugFrom } from './product-form';

const t = ((key: string) => key) as unknown as Texts;
const FORM = {
  nameKo: ' 제주 귤 3kg ',
  nameEn: 'Jeju tangerines, 3 kg',
  descriptionKo: '달아요.\r\n정말요.',
  descriptionEn: 'Sweet.',
  categorySlug: 'fresh',
  price: '12,900',
  slug: '',
  art: 'tangerine',
  published: 'false',
  openingQuantity: '0',
};

test('a product is read from its form; its address is made from the English name', () => {
  expect(newProductForm(t).parse(FORM)).toEqual({
    ...FORM,
    nameKo: '제주 귤 3kg',
    descriptionKo: '달아요.\n정말요.',
    price: 12_900,
    slug: 'jeju-tangerines-3-kg',
    published: false,
    openingQuantity: 0,
    intent: 'save',
  });
  expect(slugFrom('Café — crème 1½')).toBe('cafe-creme-11-2');
});

test('what cannot be is refused at its field', () => {
  const wrong: [string, string][] = [
    ['nameKo', '  '],
    ['nameEn', 'a'.repeat(101)],
    ['nameEn', 'two\nlines'],
    ['descriptionEn', 'a'.repeat(2_001)],
    ['price', '-1'],
    ['price', '1.5'],
    ['price', ''],
    ['price', '100000001'],
    ['slug', 'no spaces'],
    ['slug', '../admin'],
    ['art', '../../etc/passwd'],
    ['published', 'yes'],
    ['openingQuantity', '-1'],
    ['openingQuantity', ''],
  ];
  for (const [field, value] of wrong) {
    const parsed = newProductForm(t).safeParse({ ...FORM, [field]: value });
    expect(
      parsed.error?.issues.map(({ path }) => path[0]),
      `${field}=${value}`,
    ).toEqual([field]);
  }
  const nameless = newProductForm(t).safeParse({ ...FORM, nameEn: '귤' });
  expect(nameless.error?.issues.map(({ path }) => path[0])).toEqual(['slug']);
});

test('editing never takes a stock quantity', () => {
  const { openingQuantity: _, ...fields } = FORM;
  const form = { ...fields, productId: '1', version: '1', shownPrice: '12900' };
  expect(editProductForm(t).safeParse(form).success).toBe(true);
  for (const name of ['quantity', 'openingQuantity', 'stock']) {
    expect(editProductForm(t).safeParse({ ...form, [name]: '5' }).success).toBe(false);
  }
});
