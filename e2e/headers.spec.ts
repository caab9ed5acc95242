/** What every answer carries, read over raw HTTP (hardening.md: ASVS 3.4.x, 14.3.2; item 73). */

import { gzipSync } from 'node:zlib';
import { ACCOUNTS, expect, signIn, test } from './fixtures';
import { scriptsIn } from './support/page-scripts';
import { startShop } from './support/shop';

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers, redirect: 'manual' });

// The redirects of next.config.mjs are left out: Next answers them, without a body, before its headers.
test('pages, APIs, files and errors all carry the security headers', async ({ shop }) => {
  const home = await (await get(`${shop.url}/`)).text();
  const [script = ''] = scriptsIn(home);
  const [, picture = ''] = /src="(\/products\/[^"]+)"/.exec(home) ?? [];
  const answers: [path: string, status: number][] = [
    ['/', 200],
    ['/en/popular', 200],
    ['/cart', 200],
    ['/sign-in', 200],
    ['/wallet', 307],
    ['/admin', 307],
    ['/api/me', 200],
    ['/api/stock?ids=x', 400],
    ['/api/health/live', 200],
    ['/api/nowhere', 404],
    ['/nowhere', 404],
    ['/_next/nowhere', 404],
    ['/favicon.ico', 200],
    [script, 200],
    [picture, 200],
  ];
  for (const [path, status] of answers) {
    const { headers, ...answer } = await get(`${shop.url}${path}`).then((response) => ({
      status: response.status,
      headers: response.headers,
    }));
    expect(answer.status, path).toBe(status);
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy, path).toContain(rule);
    }
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-powered-by'), path).toBeNull();
    // Plain http on localhost promises nothing about https.
    expect(headers.get('strict-transport-security'), path).toBeNull();
  }
});

test('member and admin pages have a nonce of their own and are never stored', async ({ shop }) => {
  const nonces = new Set<string | undefined>();
  for (const path of ['/cart', '/cart', '/en/cart', '/sign-in', '/wallet', '/admin']) {
    const { headers } = await get(`${shop.url}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(policy, path).toContain("'strict-dynamic'");
    expect(/script-src [^;]*/.exec(policy)?.[0], path).not.toContain('unsafe');
    expect(headers.get('cache-control'), path).toContain('no-store');
  }
  expect(nonces.size).toBe(6);
  expect((await get(`${shop.url}/api/me`)).headers.get('cache-control')).toContain('no-store');
});

test('behind https every answer says to stay there', async ({ shop }) => {
  const database = new URL(shop.databaseUrl).pathname.slice(1);
  const secure = await startShop(database, { PUBLIC_URL: 'https://shop.example' });
  for (const path of ['/', '/cart', '/api/me', '/nowhere', '/icon.svg']) {
    const { headers } = await get(`${secure.url}${path}`);
    const promise = headers.get('strict-transport-security');
    expect(promise, path).toBe('max-age=31536000; includeSubDomains');
  }
  await secure.stop();
});

test("Next's image optimiser is no way in", async ({ shop }) => {
  for (const target of ['http://169.254.169.254/latest', '/icon.svg', 'file:///etc/passwd']) {
    const { status } = await get(
      `${shop.url}/_next/image?url=${encodeURIComponent(target)}&w=640&q=75`,
    );
    expect([400, 404], target).toContain(status);
  }
});

test('the process says that it lives and is ready, and nobody keeps that', async ({ shop }) => {
  for (const [path, status] of [
    ['live', 'live'],
    ['ready', 'ready'],
  ]) {
    const response = await get(`${shop.url}/api/health/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status });
  }
});

test('the first visit leads to the language of the browser, later ones to the chosen one', async ({
  shop,
}) => {
  const visits: [headers: Record<string, string>, location: string | null][] = [
    [{}, null],
    [{ 'accept-language': 'ko-KR,ko;q=0.9,en-US;q=0.8' }, null],
    [{ 'accept-language': 'en-US,en;q=0.9,ko;q=0.8' }, '/en'],
    [{ 'accept-language': 'fr-FR,fr;q=0.9' }, '/en'],
    [{ 'accept-language': 'ko', cookie: 'NEXT_LOCALE=en' }, '/en'],
    [{ 'accept-language': 'en', cookie: 'NEXT_LOCALE=ko' }, null],
  ];
  for (const [headers, location] of visits) {
    const response = await get(`${shop.url}/`, headers);
    expect(response.headers.get('location'), JSON.stringify(headers)).toBe(location);
    expect(response.status).toBe(location === null ? 200 : 307);
  }
  for (const [from, to] of [
    ['/ko', '/'],
    ['/ko/products?q=a', '/products?q=a'],
    ['/ko/orders/1', '/orders/1'],
  ]) {
    const response = await get(`${shop.url}${from}`);
    expect(response.status, from).toBe(308);
    expect(response.headers.get('location'), from).toBe(to);
  }
});

test('the large scripts of a page are compiled while they arrive', async ({ page }) => {
  const scripts = scriptsIn(await (await page.request.get('/')).text());
  const texts = await Promise.all(
    scripts.map(async (path) => (await page.request.get(path)).text()),
  );
  const large = texts.filter((text) => text.length > 25_100);
  expect(large.length).toBeGreaterThan(1);
  for (const text of large) expect(text).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
});

// kB (1,000 bytes) gz; interface.md: Budgets.
const KILOBYTES = { shop: 150, auth: 142, member: 160, admin: 165 };
const WEIGHED: [path: string, most: number][] = [
  ...[
    '/',
    '/products',
    '/products/taean-prawns-500g',
    '/popular',
    '/guide',
    '/nowhere',
    '/orders',
  ].map((path): [string, number] => [path, KILOBYTES.shop]),
  ...['/sign-in', '/sign-up'].map((path): [string, number] => [path, KILOBYTES.auth]),
  ...['/cart', '/checkout', '/wallet', '/account'].map((path): [string, number] => [
    path,
    KILOBYTES.member,
  ]),
  ...['/admin', '/admin/orders', '/admin/stock/1', '/admin/coupons/new'].map(
    (path): [string, number] => [path, KILOBYTES.admin],
  ),
];

test('no page loads more script than its budget (interface.md: Budgets)', async ({ page }) => {
  const sizes = new Map<string, number>();
  const sizeOf = async (path: string) => {
    const known = sizes.get(path);
    if (known !== undefined) return known;
    const size = gzipSync(await (await page.request.get(path)).body()).length;
    sizes.set(path, size);
    return size;
  };
  const weigh = async (paths: typeof WEIGHED) => {
    for (const [path, most] of paths) {
      const scripts = scriptsIn(await (await page.request.get(path)).text());
      expect(scripts.length, path).toBeGreaterThan(0);
      const all = await Promise.all(scripts.map(sizeOf));
      const kilobytes = all.reduce((sum, size) => sum + size, 0) / 1000;
      expect(kilobytes, path).toBeLessThanOrEqual(most);
    }
  };
  await weigh(WEIGHED.filter(([path]) => path.startsWith('/sign-')));
  await signIn(page, ACCOUNTS.admin);
  await weigh(WEIGHED.filter(([path]) => !path.startsWith('/sign-')));
});
