/** The XML of a sitemap (sitemaps.org) whose pages stand in both languages. */

import { localizedPath } from '@/lib/i18n/localized-path';

/** A page by its path without a language prefix, and when it changed last, where that is known. */
export interface SitemapPage {
  path: string;
  changedAt?: Date;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACES =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/** The list of a sitemap's parts, which are its own address with `?part=`. */
export function sitemapIndex(publicUrl: string, parts: number): string {
  const entries = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${publicUrl}/sitemap.xml?part=${index + 1}</loc></sitemap>\n`,
  );
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</sitemapindex>\n`;
}

/** Each page once a language, each time with the other one. Paths are of our own making: ASCII, no `&`. */
export function sitemapPart(publicUrl: string, pages: SitemapPage[]): string {
  const entries = pages.map(({ path, changedAt }) => {
    const ko = publicUrl + localizedPath('ko', path);
    const en = publicUrl + localizedPath('en', path);
    const link = (lang: string, href: string) =>
      `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`;
    const links = link('ko', ko) + link('en', en) + link('x-default', ko);
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return [ko, en].map((loc) => `<url><loc>${loc}</loc>${changed}${links}</url>\n`).join('');
  });
  return `${HEAD}<urlset ${SPACES}>\n${entries.join('')}</urlset>\n`;
}
