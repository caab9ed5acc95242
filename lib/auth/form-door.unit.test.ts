import { expect, test } from '@playwright/test';
import { FORM_BYTES, refusedForm } from './form-door';

const URL = 'http://localhost:3000/wallet';
const KNOWN = 'a'.repeat(42);

function send(
  headers: Record<string, string>,
  { body = '[null]', actionId = KNOWN }: { body?: string; actionId?: string } = {},
) {
  const sent = { host: 'localhost:3000', 'next-action': actionId, ...headers };
  const request = new Request(URL, { method: 'POST', headers: sent, body });
  return refusedForm(request, (id) => id === KNOWN);
}

test('our own form of an ordinary length comes in', async () => {
  const origin = 'http://localhost:3000';
  expect(await send({ origin, 'content-length': String(FORM_BYTES) })).toBe(null);
  expect(await send({})).toBe(null);
});

test('another site, and one that hides who it is, is forbidden', async () => {
  for (const origin of ['http://evil.example', 'http://localhost:3001', 'null', 'localhost:3000']) {
    expect(await send({ origin })).toBe(403);
  }
});

test('behind a proxy the public host counts', async () => {
  const origin = 'https://shop.example';
  expect(await send({ origin, 'x-forwarded-host': 'shop.example' })).toBe(null);
  expect(await send({ origin })).toBe(403);
});

test('what is longer than any form is too large, whether it says so or not', async () => {
  expect(await send({ 'content-length': String(FORM_BYTES + 1) })).toBe(413);
  expect(await send({}, { body: `["${'x'.repeat(FORM_BYTES)}"]` })).toBe(413);
});

test('a body that is no form of ours is no request', async () => {
  expect(await send({}, { body: '1;drop table' })).toBe(400);
});

test('an action of no build, or of an earlier one, is gone', async () => {
  expect(await send({}, { actionId: 'b'.repeat(42) })).toBe(404);
  expect(await send({}, { actionId: '' })).toBe(404);
});
