import { expect, test } from '@playwright/test';
import { readMultipart } from './multipart-fields';

const TYPE = 'multipart/form-data; boundary=b';
const read = (body: string, type = TYPE) => readMultipart(type, Buffer.from(body));
const part = (head: string, value: string) => `--b\r\n${head}\r\n\r\n${value}\r\n`;
const field = (name: string, value: string) =>
  part(`Content-Disposition: form-data; name="${name}"`, value);

test('fields are read as they were typed, a file as nothing', () => {
  const file = part(
    'Content-Disposition: form-data; name="amount"; filename="a.txt"\r\nContent-Type: text/plain',
    '5000',
  );
  const body = `${field('이름', '홍길동\r\n둘째 줄')}${field('a', '')}${file}--b--\r\n`;
  expect(read(body)).toEqual([
    ['이름', '홍길동\r\n둘째 줄'],
    ['a', ''],
    ['amount', null],
  ]);
  expect(read('--b--')).toEqual([]);
});

test('what browsers and clients write is read', async () => {
  const form = new FormData();
  form.set('amount', '5,000');
  form.set('quote"d', '--x');
  const request = new Request('http://shop', { method: 'POST', body: form });
  const type = request.headers.get('content-type') ?? '';
  const body = new Uint8Array(await request.arrayBuffer());
  expect(readMultipart(type, body)).toEqual([
    ['amount', '5,000'],
    ['quote%22d', '--x'],
  ]);
  expect(read(`${field('a', '1')}--b--`, 'multipart/form-data; boundary="b"')).toHaveLength(1);
});

test('what is torn at any place is not read', () => {
  const whole = `${field('a', '1')}${field('b', '2')}--b--\r\n`;
  for (let length = 0; length < whole.length - 2; length++) {
    expect(read(whole.slice(0, length)), String(length)).toBeNull();
  }
  expect(read(whole)).toHaveLength(2);
});

test('what other parsers would read in their own way is not read', () => {
  const disposition = 'Content-Disposition: form-data; name="0"';
  const heads = [
    `${disposition}\r\nContent-Type: text/plain; charset=utf-16le`,
    `${disposition}\r\nContent-Transfer-Encoding: base64`,
    `${disposition}; filename="a"\r\nContent-Transfer-Encoding: base64`,
    'Content-Disposition: form-data; name=0',
    "Content-Disposition: form-data; name*=utf-8''0",
    'Content-Disposition: form-data; name="\\"0"',
    'Content-Disposition: form-data',
    'Content-Type: text/plain',
    '',
  ];
  for (const head of heads) expect(read(`${part(head, '1')}--b--`), head).toBeNull();
  expect(read(`preamble\r\n${field('a', '1')}--b--`)).toBeNull();
  expect(read(`${field('a', '1')}--b-- and more`)).toBeNull();
  for (const type of ['text/plain', 'multipart/form-data', `${TYPE}; charset=utf-16`]) {
    expect(read(`${field('a', '1')}--b--`, type), type).toBeNull();
  }
  expect(readMultipart(TYPE, Buffer.from(`${field('a', '1')}--b--`, 'utf16le'))).toBeNull();
});

test('no form has more than a hundred fields', () => {
  const many = (count: number) => `${field('a', '1').repeat(count)}--b--`;
  expect(read(many(100))).toHaveLength(100);
  expect(read(many(101))).toBeNull();
  expect(read(many(1_000))).toBeNull();
});
