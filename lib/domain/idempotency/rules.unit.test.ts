import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { decideClaim, requestHash } from './rules';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test("a request's hash is that of its JSON, members by name", () => {
  const request = { b: [2, 1, { d: null, c: 'x' }], a: true };
  expect(requestHash(request)).toBe(sha256('{"a":true,"b":[2,1,{"c":"x","d":null}]}'));
  expect(requestHash({ a: true, b: [2, 1, { c: 'x', d: null }] })).toBe(requestHash(request));
  expect(requestHash('x')).toBe(sha256('"x"'));
});

test('what differs in a value, a name or an order has another hash', () => {
  const hashes = [
    requestHash({ a: [1, 2] }),
    requestHash({ a: [2, 1] }),
    requestHash({ a: [12] }),
    requestHash({ b: [1, 2] }),
    requestHash({ a: '1,2' }),
    requestHash({ a: null }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('a taken key repeats its answer to the same request, and refuses another', () => {
  const taken = { requestHash: 'a', result: { orderId: 7 } };
  expect(decideClaim(taken, 'a')).toEqual({ kind: 'replay', result: { orderId: 7 } });
  expect(decideClaim(taken, 'b')).toEqual({ kind: 'reused' });
});
