import { expect, test } from '@playwright/test';
import { sitemapIndex, sitemapPart } from './sitemap';

const SHOP = 'https://shop.example';

test('the index names every part', () => {
  const xml = sitemapIndex(SHOP, 3);
  expect(xml.match(/<loc>[^<]+<\/loc>/g)).toEqual(
    [1, 2, 3].map((part) => `<loc>${SHOP}/sitemap.xml?part=${part}</loc>`),
  );
});

test('a page stands once a language, each time with both', () => {
  const changedAt = new Date('2026-11-23T03:00:00Z');
  const xml = sitemapPart(SHOP, [{ path: '/' }, { path: '/products/a', changedAt }]);
  expect(xml.match(/<loc>[^<]+<\/loc>/g)).toEqual([
    `<loc>${SHOP}/</loc>`,
    `<loc>${SHOP}/en</loc>`,
    `<loc>${SHOP}/products/a</loc>`,
    `<loc>${SHOP}/en/products/a</loc>`,
  ]);
  expect(xml.match(/hreflang="en" href="[^"]+"/g)).toHaveLength(4);
  expect(xml.match(/<lastmod>[^<]+<\/lastmod>/g)).toEqual(
    Array(2).fill('<lastmod>2026-11-23T03:00:00.000Z</lastmod>'),
  );
});
