import { expect, test } from '@playwright/test';
import { comesFromHere, isSameOrigin } from './same-origin';

const ours = 'https://shop.example';
const from = (headers: Record<string, string>) => new Headers(headers);

test('our own pages may send forms', () => {
  expect(isSameOrigin(from({ origin: ours }), ours)).toBe(true);
  expect(isSameOrigin(from({ 'sec-fetch-site': 'same-origin' }), ours)).toBe(true);
  // On plain http Next has compared the origin with the host already.
  expect(isSameOrigin(from({ origin: 'http://127.0.0.1:3000' }), undefined)).toBe(true);
});

test('nobody else may, and nobody who does not say', () => {
  expect(isSameOrigin(from({}), ours)).toBe(false);
  expect(isSameOrigin(from({}), undefined)).toBe(false);
  expect(isSameOrigin(from({ origin: 'null' }), undefined)).toBe(false);
  expect(isSameOrigin(from({ origin: 'null', 'sec-fetch-site': 'cross-site' }), ours)).toBe(false);
  expect(isSameOrigin(from({ origin: 'https://evil.example' }), ours)).toBe(false);
  expect(isSameOrigin(from({ 'sec-fetch-site': 'same-site' }), ours)).toBe(false);
});

test('a route handler compares the origin with the host itself', () => {
  const host = 'localhost:3000';
  const sent = (headers: Record<string, string>) =>
    comesFromHere(from({ host, ...headers }), undefined);
  expect(sent({ origin: 'http://localhost:3000' })).toBe(true);
  expect(sent({ origin: 'http://localhost:3001' })).toBe(false);
  expect(sent({ origin: 'not an origin' })).toBe(false);
  expect(sent({ origin: 'null' })).toBe(false);
  expect(sent({})).toBe(false);
  expect(sent({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(comesFromHere(from({ origin: ours, host: 'shop.example' }), ours)).toBe(true);
});
