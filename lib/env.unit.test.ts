import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ENV_NAMES, parseEnv } from './env';

const EXTERNAL = 'postgres://shop:pw@db.example/jangteo';
const SECRET = 'k3J9-x0_Qm2vT7bW5zR8yL1nC4dF6gH0';

test('.env.example lists every variable that is read, with its default', () => {
  const file = path.join(import.meta.dirname, '..', '.env.example');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
  const listed = Object.fromEntries(lines.map((line) => line.split('=', 2) as [string, string]));
  expect(Object.keys(listed).sort()).toEqual(ENV_NAMES);
  expect(parseEnv(listed)).toEqual(parseEnv({}));
});

const wrong: [string, Record<string, string>, RegExp][] = [
  ['a port that is no number', { PORT: 'abc' }, /^PORT must be a whole number$/],
  ['a pool of none', { DB_POOL_MAX: '0' }, /^DB_POOL_MAX must be from 1 to 1000$/],
  ['a pool in words', { DB_POOL_MAX: 'abc' }, /^DB_POOL_MAX must be a whole number$/],
  ['a malformed database address', { DATABASE_URL: 'nonsense' }, /^DATABASE_URL must look like/],
  ['no secret for an own database', { DATABASE_URL: EXTERNAL }, /^AUTH_SECRET is required/],
  ['a short secret', { AUTH_SECRET: 'short' }, /^AUTH_SECRET must be at least 32 bytes/],
  ['a known secret', { AUTH_SECRET: 'a'.repeat(40) }, /^AUTH_SECRET must be random/],
  [
    'a secret of a tutorial',
    { AUTH_SECRET: 'your-secret-goes-here-0123456789' },
    /^AUTH_SECRET must be r/,
  ],
  [
    'a database address of another kind',
    { DATABASE_URL: 'mysql://a/b' },
    /^DATABASE_URL must look/,
  ],
  [
    'an action key of a wrong length',
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(20, 7).toString('base64') },
    /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 16, 24 or 32 bytes/,
  ],
  [
    'an action key that is no base64',
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'not:base64:but:of:about:32:bytes' },
    /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 16, 24 or 32 bytes/,
  ],
  [
    'a remote database in the clear',
    { DATABASE_URL: `${EXTERNAL}?sslmode=disable`, AUTH_SECRET: SECRET },
    /^DATABASE_URL sends passwords/,
  ],
  [
    'a public address over http',
    { PUBLIC_URL: 'http://shop.example' },
    /^PUBLIC_URL must be https/,
  ],
  ['a minimum above the maximum', { TOP_UP_MIN_WON: '2000000' }, /^TOP_UP_MIN_WON must not be/],
];

for (const [what, source, message] of wrong) {
  test(`${what} is refused in one line that names the variable`, () => {
    expect(() => parseEnv(source)).toThrow(message);
  });
}

test('a complete environment for an own database is accepted', () => {
  const env = parseEnv({
    DATABASE_URL: EXTERNAL,
    AUTH_SECRET: SECRET,
    PUBLIC_URL: 'https://a.kr/',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
  expect(env).toMatchObject({ databaseUrl: EXTERNAL, publicUrl: 'https://a.kr' });
});
