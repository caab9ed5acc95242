/** hardening.md: Bad input, pages and APIs (65–79), for what is not told elsewhere. */

import { createFormClient } from '../support/form-client';
import { rawHttp } from '../support/raw-http';
import { callAction, postForm } from '../support/raw-post';
import { expect, expectAnswered, signedIn, test, unchanged } from './fixtures';

const LISTS = ['/products', '/en/products', '/categories/fresh', '/orders', '/wallet', '/popular'];
const encoded = encodeURIComponent;
const SEARCHES = [
  '%_%',
  "' or 1=1 --",
  '\u202e\u05d0\u0628',
  '👩‍👩‍👧‍👦',
  'x'.repeat(10_000),
  '\\',
  '((',
];

test('65 a page of -1, 1e9 or abc, 66 an order by SQL: the list is there', async ({
  sender: { client },
  db,
  shop,
}) => {
  const odd = ['-1', '0', '1e9', '1000000000', 'abc', '1.5', '', '%00', 'price;--'];
  for (const list of LISTS) {
    for (const value of odd) {
      const query = ['page', 'before', 'sort', 'topped'].map((name) => `${name}=${value}`);
      const page = await unchanged({ db, shop }, () => client.open(`${list}?${query.join('&')}`));
      expect(page.status, `${list} ${value}`).toBe(200);
    }
  }
});

test('65 a page that begins nowhere, 79 a moment of no year that counts: the list is there', async ({
  db,
  shop,
}) => {
  const { client } = await signedIn(shop, db, { role: 'admin' });
  const far = '999999999999999';
  const lists = [
    ...['orders', 'products', 'stock', 'coupons', 'customers', 'wallet-entries', 'lost-demand'],
    ...['audit', 'stock/imports'],
  ];
  const keys = [
    far,
    `${far}-1-1`,
    `${far}-${far}-${far}`,
    `1-${far}-${far}`,
    '-',
    `2099-12-31.${far}`,
  ];
  const queries = [
    ...keys.map((key) => `before=${key}&after=${key}`),
    ...['0000-01-01T00:00', '9999-12-31T23:59-12:00'].map((moment) => `asOf=${moment}`),
  ];
  for (const list of lists) {
    for (const query of queries) {
      const path = `/admin/${list}?${query}`;
      const page = await unchanged({ db, shop }, () => client.open(path));
      expect(page.status, path).toBe(200);
    }
  }
});

test('67 a search of 10 KB, of wildcards, in all scripts and in half characters', async ({
  sender: { client },
  db,
  shop,
}) => {
  for (const search of [...SEARCHES.map(encoded), '%ed%a0%80', '%ff', '%']) {
    for (const query of [`q=${search}`, `q=${search}&q=${search}`]) {
      const page = await unchanged({ db, shop }, () => client.open(`/products?${query}`));
      expectAnswered({ status: page.status, text: page.html });
      // Node itself refuses headers of more than 16 KB, the address among them.
      expect([200, 400, 431], search.slice(0, 40)).toContain(page.status);
    }
  }
});

test('67 odd words in the searches and filters of the back office', async ({ db, shop }) => {
  const { client } = await signedIn(shop, db, { role: 'admin' });
  for (const search of [...SEARCHES.map(encoded), '%ed%a0%80', '%ff', '%']) {
    for (const path of [`orders?q=${search}`, `customers?q=${search}`, `audit?actor=${search}`]) {
      const page = await unchanged({ db, shop }, () => client.open(`/admin/${path}`));
      expectAnswered({ status: page.status, text: page.html });
      expect([200, 400, 431], path.slice(0, 60)).toContain(page.status);
    }
  }
});

test('68 %00, 69 %c0%af and their kin in an address are not there', async ({ db, shop }) => {
  const odd = ['%00', '%c0%af', '%', '%2e%2e%2f', '..%5c', '%0d%0aset-cookie:a=b', '%ed%a0%80'];
  for (const at of ['/', '/products/', '/categories/', '/orders/', '/api/', '/en/', '/admin/']) {
    for (const path of odd) {
      const answer = await unchanged({ db, shop }, () => rawHttp(`${shop.url}${at}${path}`));
      expectAnswered(answer);
      expect(answer.headers['set-cookie'], `${at}${path}`).toBeUndefined();
      if (['%00', '%c0%af'].includes(path)) {
        expect([307, 400, 404], `${at}${path}`).toContain(answer.status);
      }
    }
  }
});

test('71 no way around the back office yields its data', async ({ sender, db, shop }) => {
  const data =
    /data-(?:figure|order=|stock-row|coupon=|customer|audit|sum|step|entry)|[JW]-\d{6}[,-]/;
  const cookie = sender.client.cookies.header() ?? '';
  const paths = [
    ...['/admin', '/admin/customers', '/admin/audit', '/ko/admin/customers'],
    ...['/admin.rsc', '/admin/customers.rsc', '/admin.segments/_tree.segment.rsc'],
    ...['/admin/customers.segments/_full.segment.rsc', '/_next/data/x/admin.json'],
    ...['/admin/customers/1', '/admin/export/orders', '/ko/admin/export/wallet-entries'],
    ...['/admin/export/orders.rsc', '/admin/export/lines?nxtPtable=lines'],
    ...['/admin?nxtPlocale=ko', '/admin/stock/1?nxtPproductId=1', '/admin?_rsc=1'],
  ];
  const tricks: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    {
      'x-middleware-rewrite': '/ko/admin',
      'x-matched-path': '/ko/admin',
      'x-now-route-matches': '1',
    },
  ];
  for (const path of paths) {
    for (const trick of tricks) {
      for (const who of ['', cookie]) {
        const answer = await unchanged({ db, shop }, () =>
          rawHttp(`${shop.url}${path}`, { headers: { ...trick, cookie: who } }),
        );
        expectAnswered(answer);
        expect(data.test(answer.text), `${path} ${JSON.stringify(trick)}`).toBe(false);
      }
    }
  }
});

test('72 a way back to another site leads home', async ({ db, shop }) => {
  const { account } = await signedIn(shop, db);
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://e.vil',
  ]) {
    const client = createFormClient(shop.url);
    const page = await client.open(`/sign-in?next=${encoded(next)}`);
    const { email, password } = account;
    const press = page.form('password').press({ fill: { email, password } });
    expect((await postForm(client, press)).location).toBe('/');
  }
});

test('74 a broken bearer token, a broken cookie, one of 16 KB: nobody, or refused', async ({
  db,
  shop,
}) => {
  const names = ['authjs.session-token', '__Host-authjs.session-token', 'cart', 'NEXT_LOCALE'];
  const values = ['%', '%00', 'a.b.c.d.e', 'eyJhbGciOiJub25lIn0..', '"', 'é'];
  for (const path of ['/api/me', '/wallet', '/cart', '/']) {
    for (const value of values) {
      const cookie = names.map((name) => `${name}=${value}`).join('; ');
      const answer = await unchanged({ db, shop }, () =>
        rawHttp(`${shop.url}${path}`, { headers: { cookie, authorization: 'Bearer %' } }),
      );
      expectAnswered(answer);
      expect(answer.status, `${path} ${value}`).toBe(path === '/wallet' ? 307 : 200);
    }
    const huge = { cookie: `${names[0]}=${'x'.repeat(16_384)}` };
    const refused = await unchanged({ db, shop }, () =>
      rawHttp(`${shop.url}${path}`, { headers: huge }),
    );
    expect(refused.status, path).toBe(431);
  }
});

test('76 a password of 1 MB', async ({ db, shop }) => {
  const client = createFormClient(shop.url);
  const press = (await client.open('/sign-in'))
    .form('password')
    .press({ fill: { email: 'a@example.com', password: 'x'.repeat(1_000_000) } });
  for (const send of [postForm, callAction]) {
    const reply = await unchanged({ db, shop }, () => send(client, press));
    expect(reply.status).toBe(413);
  }
});

test('79 a period that ends before it begins, in the year 9999, of no day', async ({
  db,
  shop,
}) => {
  const { client } = await signedIn(shop, db, { role: 'admin' });
  for (const query of [
    'range=custom&from=2026-11-20&to=2026-11-01',
    'from=9999-12-31&to=9999-12-31',
    'from=0000-00-00&to=2026-02-30',
    'range=__proto__',
    'from=&to=%00',
  ]) {
    const page = await unchanged({ db, shop }, () => client.open(`/admin?${query}`));
    expect(page.status, query).toBe(200);
  }
});
