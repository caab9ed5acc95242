import { expect, test } from '@playwright/test';
import { FORM_BYTES, refusedForm } from './form-door';

const host = 'localhost:3000';
const refused = (headers: Record<string, string>) => refusedForm(new Headers({ host, ...headers }));

test('our own form of an ordinary length comes in', () => {
  const origin = 'http://localhost:3000';
  expect(refused({ origin, 'content-length': String(FORM_BYTES) })).toBe(null);
  expect(refused({ 'content-length': '10' })).toBe(null);
});

test('another site, and one that hides who it is, is forbidden', () => {
  for (const origin of ['http://evil.example', 'http://localhost:3001', 'null', 'localhost:3000']) {
    expect(refused({ origin })).toBe(403);
  }
});

test('behind a proxy the public host counts', () => {
  const origin = 'https://shop.example';
  expect(refused({ origin, 'x-forwarded-host': 'shop.example' })).toBe(null);
  expect(refused({ origin })).toBe(403);
});

test('what is longer than any form is too large', () => {
  expect(refused({ 'content-length': String(FORM_BYTES + 1) })).toBe(413);
});
