import { expect, test } from '@playwright/test';
import type { Texts } from './define-action';
import { deliverySchema } from './delivery-fields';

// The texts by their names.
const schema = deliverySchema(((key: string) => key) as unknown as Texts);
const typed = { recipient: '김장터', phone: '010-1234-5678', address: '서울시 종로구 1' };

test('a parcel gets one line without double blanks, a phone number its plain digits', () => {
  const untidy = {
    recipient: ' 김\t장터 ',
    phone: '０１０ 1234 5678',
    address: '서울시\r\n종로구',
  };
  expect(schema.parse(untidy)).toEqual({
    recipient: '김 장터',
    phone: '010 1234 5678',
    address: '서울시 종로구',
  });
});

test('characters that nobody sees, or that turn text around, are refused at their field', () => {
  const turned = ['\u202e', '\u2066', '\u007f'].map((mark) => `김${mark}장터`);
  for (const field of ['recipient', 'address'] as const) {
    for (const text of turned) {
      const { error } = schema.safeParse({ ...typed, [field]: text });
      expect(error?.issues).toMatchObject([{ path: [field], message: 'forms.unprintable' }]);
    }
  }
  // Marks that only join or place letters are part of names.
  expect(schema.safeParse({ ...typed, recipient: 'a\u200db\u200e' }).success).toBe(true);
});
