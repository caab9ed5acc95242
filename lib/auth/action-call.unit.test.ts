import { expect, test } from '@playwright/test';
import { calledAction } from './action-call';

const ID = 'a'.repeat(42);
type Fields = Record<string, string>;

const bodyOf = (fields: Fields) =>
  `${Object.entries(fields)
    .map(
      ([name, value]) =>
        `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('')}--b--\r\n`;
const contentType = 'multipart/form-data; boundary=b';
const byForm = (fields: Fields) =>
  calledAction({ contentType, actionId: null, body: Buffer.from(bodyOf(fields)) });
const byScript = (fields: Fields) =>
  calledAction({ contentType, actionId: ID, body: Buffer.from(bodyOf(fields)) });
const byText = (text: string | Uint8Array) =>
  calledAction({ contentType: 'text/plain', actionId: ID, body: Buffer.from(text) });

const FORM: Fields = {
  $ACTION_REF_1: '',
  '$ACTION_1:0': `{"id":"${ID}","bound":"$@1"}`,
  '$ACTION_1:1': '[null]',
  $ACTION_KEY: 'k123',
  amount: '5000',
};
const ANSWER = '{"kind":"invalid","typed":{"amount":"$$5"},"at":"$D2026-11-23T03:00:00.000Z"}';

/** References that React follows into the body, into code, to streams and to blobs. */
const REFERENCES = ['$1', '$0', '$@0', '$h1', '$Q1', '$W1', '$i1', '$B1', '$R1', '$r1', '$X1'];
const MORE_REFERENCES = ['$x1', '$o1', '$A1', '$T', '$1:a:b', '$0:then', '$n9', '$F1', '$Z'];

test('a form as our pages send it calls its action', () => {
  expect(byForm(FORM)).toBe(ID);
  expect(byForm({ ...FORM, '$ACTION_1:1': `[${ANSWER}]` })).toBe(ID);
  expect(byForm({ [`$ACTION_ID_${ID}`]: '', amount: '1' })).toBe(ID);
});

test('a call as our scripts send it calls its action', () => {
  expect(byScript({ _1_amount: '5000', 0: '[null,"$K1"]' })).toBe(ID);
  expect(byScript({ _1_amount: '5000', 0: `[${ANSWER},"$K1"]` })).toBe(ID);
  for (const value of ['1e3', '"$NaN"', '"$-Infinity"', '"$undefined"', '{"amount":["1"]}']) {
    expect(byText(`[null,${value}]`), value).toBe(ID);
  }
});

test('a reference into anything does not come in', () => {
  for (const reference of [...REFERENCES, ...MORE_REFERENCES]) {
    const bound = JSON.stringify([{ deep: [reference] }]);
    expect(byForm({ ...FORM, '$ACTION_1:1': bound }), reference).toBeNull();
    expect(byScript({ 0: bound }), reference).toBeNull();
    expect(byText(bound), reference).toBeNull();
  }
});

test('forged fields of the framework do not come in', () => {
  const forged: Fields[] = [
    { amount: '1' },
    { $ACTION_REF_1: '' },
    { ...FORM, $ACTION_REF_2: '' },
    { ...FORM, [`$ACTION_ID_${ID}`]: '' },
    { ...FORM, '$ACTION_1:2': '[]' },
    { ...FORM, '$ACTION_1:0': `{"id":"${ID}","bound":"$@2"}` },
    { ...FORM, '$ACTION_1:0': `{"id":"${ID}","bound":null}` },
    { ...FORM, '$ACTION_1:0': `{"id":{"a":1},"bound":"$@1"}` },
    { ...FORM, '$ACTION_1:0': '"$1"' },
    { ...FORM, '$ACTION_1:1': '' },
    { ...FORM, '$ACTION_1:1': '{"length":1}' },
    { ...FORM, '$ACTION_1:1': '[1,2]' },
  ];
  for (const fields of forged) expect(byForm(fields), JSON.stringify(fields)).toBeNull();
});

test('loose parts of a call do not come in', () => {
  const root = { 0: '[null,"$K1"]' };
  for (const stray of ['1', '', 'S1', 'amount', '__proto__', '_g_a', '$ACTION_REF_1']) {
    expect(byScript({ ...root, [stray]: '1' }), stray).toBeNull();
  }
  expect(byScript({ _1_amount: '1' })).toBeNull();
});

test('what is no list, too long a list or too deep does not come in, at once', () => {
  const started = performance.now();
  for (const text of ['', '1;drop table', '{}', 'null', '[1,2,3,4,5]', '[', '[1]x']) {
    expect(byText(text), text).toBeNull();
  }
  expect(byText(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).toBeNull();
  expect(byText(`${'['.repeat(60_000)}`)).toBeNull();
  expect(byText(Buffer.from('[null,{}]', 'utf16le'))).toBeNull();
  expect(performance.now() - started).toBeLessThan(1_000);
});
