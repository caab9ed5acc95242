/** hardening.md: Bad input, charge amount (1–20). */

import { fillWallet } from '../support/sample';
import {
  expect,
  expectAnswered,
  LANGUAGES,
  signedIn,
  test,
  unchanged,
  WAYS,
  withFields,
} from './fixtures';

type Texts = readonly [ko: string, en: string];

const SAID = {
  negative: ['0보다 큰 금액', 'above zero'],
  fraction: ['소수점은 쓸 수 없어요', 'whole won'],
  notDigits: ['숫자로만', 'digits only'],
  missing: ['충전할 금액을 적어 주세요', 'Enter an amount to add'],
  broken: ['한 번만, 글자로', 'Send this field once, as text'],
  unexpected: ['이 화면에 없는 항목', 'a field this page doesn’t have'],
  belowLeast: ['1,000원부터', '₩1,000'],
  aboveMost: ['1,000,000원까지', '₩1,000,000'],
} satisfies Record<string, Texts>;

const AMOUNTS: [number: string, amount: string, said: keyof typeof SAID][] = [
  ['1 the amount 0', '0', 'belowLeast'],
  ['2 the amount -1', '-1', 'negative'],
  ['3 the amount 1.5', '1.5', 'fraction'],
  ['4 the amount 1e3', '1e3', 'notDigits'],
  ['5 the amount 0x10', '0x10', 'notDigits'],
  ['6 the amount ９９９ in full width', '９９９', 'notDigits'],
  ['7 the amount 1,0,00', '1,0,00', 'notDigits'],
  ['8 the amount NaN', 'NaN', 'notDigits'],
  ['9 the amount Infinity', 'Infinity', 'notDigits'],
  ['10 the amount -0', '-0', 'negative'],
  ['11 the amount 2^53+1', String(2n ** 53n + 1n), 'aboveMost'],
  ['12 the amount 2^63', String(2n ** 63n), 'aboveMost'],
  ['13 an empty amount', '', 'missing'],
  ['19 one below the least', '999', 'belowLeast'],
  ['19 one above the most', '1000001', 'aboveMost'],
];

for (const [number, amount, said] of AMOUNTS) {
  test(number, async ({ sender: { client }, db, shop }) => {
    for (const [index, { at }] of LANGUAGES.entries()) {
      const wallet = await client.open(`${at}/wallet`);
      const press = wallet.form('amount').press({ fill: { amount } });
      for (const { way, send } of WAYS) {
        const reply = await unchanged({ db, shop }, () => send(client, press));
        expectAnswered(reply);
        expect(reply.status, way).toBe(200);
        expect(reply.words, way).toContain(SAID[said][index]);
        expect(reply.typed('amount'), 'what was typed is kept').toBe(amount);
      }
    }
  });
}

const file = new File(['5000'], 'amount.txt', { type: 'text/plain' });
const SHAPES: [number: string, sent: [string, string | File][], said: keyof typeof SAID][] = [
  ['14 no amount at all', [], 'missing'],
  [
    '15 the amount twice',
    [
      ['amount', '5000'],
      ['amount', '6000'],
    ],
    'broken',
  ],
  [
    '16 the amount as an array',
    [
      ['amount[0]', '5000'],
      ['amount[1]', '6000'],
    ],
    'missing',
  ],
  ['17 the amount as an object', [['amount[won]', '5000']], 'unexpected'],
  ['18 the amount as a file', [['amount', file]], 'broken'],
];

for (const [number, sent, said] of SHAPES) {
  test(number, async ({ sender: { client }, db, shop }) => {
    for (const [index, { at }] of LANGUAGES.entries()) {
      const press = (await client.open(`${at}/wallet`)).form('amount').press();
      const fields = [...withFields(press, { amount: null }), ...sent];
      for (const { way, send } of WAYS) {
        const reply = await unchanged({ db, shop }, () => send(client, press, fields));
        expectAnswered(reply);
        expect(reply.status, way).toBe(200);
        expect(reply.words, way).toContain(SAID[said][index]);
      }
    }
  });
}

test('20 more than the wallet may hold', async ({ db, shop }) => {
  const { account, client } = await signedIn(shop, db);
  // Not today: the day's limit would be reached first.
  await fillWallet(db, account.id, 1_996_000);
  for (const [index, { at }] of LANGUAGES.entries()) {
    const wallet = await client.open(`${at}/wallet`);
    const press = wallet.form('amount').press({ fill: { amount: '5000' } });
    for (const { way, send } of WAYS) {
      const reply = await unchanged({ db, shop }, () => send(client, press));
      expect(reply.words, way).toContain(['2,000,000원까지', '₩2,000,000'][index]);
      expect(reply.typed('amount')).toBe('5000');
    }
  }
});

test('a well-formed 10,000 is accepted, as people write it', async ({ db, shop }) => {
  const { client } = await signedIn(shop, db);
  const spellings = [' 10,000 ', '10000원', '₩10,000', '￦10,000', '10 000'];
  for (const amount of spellings) {
    for (const { send } of WAYS) {
      const wallet = await client.open('/wallet');
      const reply = await send(client, wallet.form('amount').press({ fill: { amount } }));
      expect(reply.location, amount).toMatch(/^\/wallet\?topped=\d+$/);
    }
  }
  const added = 10_000 * spellings.length * WAYS.length;
  expect((await client.open('/wallet')).figure('balance')).toBe(added);
});
