/** Issue 4, point 10: what search engines read, and what a link shows where it is shared. */

import type { APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { expect } from './fixtures';
import { attribute, findAll, parseHtml, rawText } from './support/html';
import { makeProduct } from './support/sample';
import { startShop } from './support/shop';
import { test } from './support/shopping';

/** What a page's head says, by the name or property of its tags. */
async function readHead(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text();
  const document = parseHtml(html);
  const all = (tag: string) => findAll(document, (element) => element.tagName === tag);
  const metas = all('meta');
  const meta = (name: string) => {
    const found = metas.find(
      (element) => attribute(element, 'name') === name || attribute(element, 'property') === name,
    );
    return found ? attribute(found, 'content') : null;
  };
  const links = (rel: string) => all('link').filter((link) => attribute(link, 'rel') === rel);
  const alternates = links('alternate').map((link) => [
    attribute(link, 'hreflang'),
    attribute(link, 'href'),
  ]);
  return {
    title: all('title').map(rawText)[0],
    meta,
    canonical: links('canonical').map((link) => attribute(link, 'href')),
    alternates: Object.fromEntries(alternates),
    jsonLd: all('script')
      .filter((script) => attribute(script, 'type') === 'application/ld+json')
      .map(rawText),
  };
}

/** Every page that is there to be found, of shelves and products one each. */
const PUBLIC = [
  ...['/', '/products', '/categories/fresh', '/products/paper-kite', '/coupons', '/guide'],
  ...['/popular', '/popular/1', '/popular/7', '/popular/30'],
];

test('every public page names its one address and the same page in the other language, in words of its own', async ({
  request,
  shop,
}) => {
  const said = { title: new Set(), description: new Set() };
  for (const path of PUBLIC) {
    for (const [locale, at] of [
      ['ko', ''],
      ['en', '/en'],
    ] as const) {
      const address = path === '/' ? at || '/' : at + path;
      const head = await readHead(request, address);
      const absolute = (to: string) => new URL(to, shop.url).href.replace(/\/$/, '');
      const plain = (href: unknown) => String(href).replace(/\/$/, '');
      expect(head.canonical.map(plain), address).toEqual([absolute(address)]);
      expect(plain(head.alternates.ko), address).toBe(absolute(path));
      expect(plain(head.alternates.en), address).toBe(absolute(`/en${path === '/' ? '' : path}`));
      expect(head.alternates['x-default'], address).toBe(head.alternates.ko);
      expect(head.meta('description'), address).toBeTruthy();
      const pictured = path === '/products/paper-kite' ? `${locale}/paper-kite` : locale;
      expect(head.meta('og:image'), address).toBe(`${shop.url}/api/share/${pictured}`);
      expect(head.meta('twitter:card'), address).toBe('summary_large_image');
      expect(head.meta('robots'), address).toBeNull();
      said.title.add(head.title);
      said.description.add(head.meta('description'));
      expect(head.meta('og:description'), address).toBe(head.meta('description'));
    }
  }
  const pages = 2 * PUBLIC.length;
  expect({ titles: said.title.size, descriptions: said.description.size }).toEqual({
    titles: pages,
    descriptions: pages,
  });
});

test('what the shop’s own search finds is not for other searches, and filters add no address', async ({
  request,
  shop,
}) => {
  const found = await readHead(request, '/products?q=%EC%B0%A8');
  expect(found.meta('robots')).toContain('noindex');
  const filtered = await readHead(request, '/products?category=fresh&sort=price-asc&inStock=1');
  expect(filtered.canonical).toEqual([`${shop.url}/categories/fresh`]);
});

test('what is somebody’s own is not indexed', async ({ request }) => {
  for (const path of ['/sign-in', '/en/sign-up', '/cart', '/nowhere']) {
    expect((await readHead(request, path)).meta('robots'), path).toContain('noindex');
  }
});

test('a product describes itself and its offer, whatever stands in its name', async ({
  request,
  db,
  shop,
}) => {
  const nameKo = '</script><script>window.injected=1</script> "사과" & 배';
  const slug = `found-${crypto.randomUUID().slice(0, 8)}`;
  const fields = { slug, nameKo, nameEn: 'Apple <!-- & pear', price: 12_900 };
  await makeProduct(db, { ...fields, quantity: 3, categorySlug: 'fresh' });
  const soldOut = `${slug}-gone`;
  await makeProduct(db, { ...fields, slug: soldOut, quantity: 0, categorySlug: 'fresh' });

  const head = await readHead(request, `/products/${slug}`);
  expect(head.title).toContain(nameKo);
  expect(head.meta('og:title')).toBe(nameKo);
  expect(head.meta('og:image')).toBe(`${shop.url}/api/share/ko/${slug}`);
  expect(head.jsonLd).toHaveLength(1);
  expect(JSON.parse(head.jsonLd[0] ?? '')).toMatchObject({
    '@type': 'Product',
    name: nameKo,
    url: `${shop.url}/products/${slug}`,
    image: `${shop.url}/products/apple.webp`,
    offers: {
      '@type': 'Offer',
      price: 12_900,
      priceCurrency: 'KRW',
      availability: 'https://schema.org/InStock',
    },
  });
  const english = await readHead(request, `/en/products/${soldOut}`);
  expect(JSON.parse(english.jsonLd[0] ?? '')).toMatchObject({
    name: 'Apple <!-- & pear',
    offers: { availability: 'https://schema.org/OutOfStock' },
  });
});

test('a markup-like name runs nothing on its page', async ({ page, db }) => {
  const nameKo = '</script><script>window.injected=1</script>';
  const slug = `found-${crypto.randomUUID().slice(0, 8)}`;
  await makeProduct(db, { slug, nameKo, nameEn: 'x' });
  await page.goto(`/products/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nameKo);
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
});

test('the pictures for shared links are drawn by the shop, in any language and script', async ({
  request,
  db,
}) => {
  const slug = `found-${crypto.randomUUID().slice(0, 8)}`;
  const nameKo = `${'아주 긴 이름 뷁 똠방각하 '.repeat(8)}<b> & 🍎 مرحبا`;
  await makeProduct(db, { slug, nameKo, nameEn: '🍎🍏' });
  const pictures: Buffer[] = [];
  for (const path of ['ko', 'en', `ko/${slug}`, `en/${slug}`]) {
    const answer = await request.get(`/api/share/${path}`);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['content-type'], path).toBe('image/jpeg');
    const body = await answer.body();
    expect(await sharp(body).metadata(), path).toMatchObject({ width: 1200, height: 630 });
    pictures.push(body);
  }
  expect(new Set(pictures.map(String)).size).toBe(4);
  for (const path of ['fr', 'ko/nowhere', 'ko/..%2Fapple']) {
    expect((await request.get(`/api/share/${path}`)).status(), path).toBe(404);
  }
});

test('the sitemap has every published product in both languages, the robots file leads to it', async ({
  request,
  db,
  shop,
}) => {
  const slug = `found-${crypto.randomUUID().slice(0, 8)}`;
  await makeProduct(db, { slug });
  await makeProduct(db, { slug: `${slug}-hidden`, published: false });
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${shop.url}/sitemap.xml`);
  expect(robots).toMatch(/Disallow: \/en\/wallet\n/);
  expect(robots).not.toContain('coupons');
  const index = await (await request.get('/sitemap.xml')).text();
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc);
  const xml = (await Promise.all(parts.map(async (loc) => (await request.get(loc)).text()))).join();
  for (const at of ['', '/en']) {
    expect(xml).toContain(`<loc>${shop.url}${at}/products/${slug}</loc>`);
    for (const path of PUBLIC) {
      expect(xml).toContain(`<loc>${shop.url}${path === '/' ? at || '/' : at + path}</loc>`);
    }
  }
  expect(xml).not.toContain(`${slug}-hidden`);
  for (const part of ['0', '999999', 'x', '-1', '1e3']) {
    expect((await request.get(`/sitemap.xml?part=${part}`)).status(), part).toBe(404);
  }
});

test('the manifest’s icons are what it says they are', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ lang: 'ko', display: 'standalone', theme_color: '#0F6B66' });
  const sizes: (string | undefined)[] = [];
  for (const { src, type, purpose, sizes: said } of manifest.icons) {
    const answer = await request.get(src);
    expect(answer.headers()['content-type'], src).toContain(type);
    if (type !== 'image/png') continue;
    const { width, height } = await sharp(await answer.body()).metadata();
    expect(`${width}x${height}`, src).toBe(said);
    sizes.push(purpose ? `${said} ${purpose}` : said);
  }
  expect(sizes).toEqual(['192x192', '512x512', '512x512 maskable']);
  expect((await request.get('/favicon.ico')).status()).toBe(200);
});

test('addresses are absolute by PUBLIC_URL', async ({ request, shop }) => {
  const database = new URL(shop.databaseUrl).pathname.slice(1);
  const secure = await startShop(database, { PUBLIC_URL: 'https://shop.example' });
  const head = await readHead(request, `${secure.url}/guide`);
  expect(head.canonical).toEqual(['https://shop.example/guide']);
  expect(head.meta('og:image')).toBe('https://shop.example/api/share/ko');
  await secure.stop();
});
