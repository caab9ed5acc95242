import { createHook } from 'node:async_hooks';
import { expect, test } from '@playwright/test';
import { hashPassword, passwordMatches } from './password';

test('a hash says how it was made, is salted, and knows its password alone', async () => {
  const [one, two] = await Promise.all([
    hashPassword('correct horse'),
    hashPassword('correct horse'),
  ]);
  expect(one).toMatch(/^scrypt\$N=16384,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(two);
  expect(await passwordMatches('correct horse', one)).toBe(true);
  expect(await passwordMatches('correct horsf', one)).toBe(false);
  expect(await passwordMatches('', one)).toBe(false);
});

test('every byte counts, beyond the 72nd too', async () => {
  const long = 'x'.repeat(1_000);
  const hash = await hashPassword(`${long}a`);
  expect(await passwordMatches(`${long}a`, hash)).toBe(true);
  expect(await passwordMatches(`${long}b`, hash)).toBe(false);
});

test('two spellings of one Korean password are one password', async () => {
  const hash = await hashPassword('가나다라마바사아'.normalize('NFC'));
  expect(await passwordMatches('가나다라마바사아'.normalize('NFD'), hash)).toBe(true);
});

test('nobody signs in with no hash or a hash of another kind', async () => {
  for (const hash of [null, '', '$2b$10$abcdefghijklmnopqrstuv', 'scrypt$N=16384$x$y']) {
    expect(await passwordMatches('anything', hash)).toBe(false);
  }
});

test('75 as much is worked out for an unknown user as for a wrong password', async () => {
  const hash = await hashPassword('correct horse');
  let derived = 0;
  const counting = createHook({
    init: (_, type) => {
      if (type === 'SCRYPTREQUEST') derived += 1;
    },
  }).enable();
  for (const stored of [hash, null]) {
    derived = 0;
    expect(await passwordMatches('wrong horse', stored)).toBe(false);
    expect(derived).toBe(1);
  }
  counting.disable();
});
