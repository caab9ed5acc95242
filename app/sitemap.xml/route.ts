import { env } from '@/lib/env';
import { defaultLocale } from '@/lib/i18n/locales';
import { listCategories } from '@/lib/queries/catalog';
import { countSitemapParts, listSitemapProducts } from '@/lib/queries/sitemap';
import { sitemapIndex, sitemapPart } from '@/lib/views/sitemap';

const HEADERS = {
  'Content-Type': 'application/xml; charset=utf-8',
  'Cache-Control': 'public, max-age=3600',
};

/** `GET /sitemap.xml`: the list of its parts; `?part=1` and on: pages and products in both languages. */
export async function GET(request: Request) {
  const { publicUrl } = env();
  const given = new URL(request.url).searchParams.get('part');
  const parts = await countSitemapParts();
  if (given === null) return new Response(sitemapIndex(publicUrl, parts), { headers: HEADERS });
  const part = /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 0;
  if (part < 1 || part > parts) return new Response('Not found', { status: 404 });
  const products = await listSitemapProducts(part);
  const pages = products.map(({ slug, updatedAt }) => ({
    path: `/products/${slug}`,
    changedAt: updatedAt,
  }));
  const standing = part === 1 ? await standingPages() : [];
  return new Response(sitemapPart(publicUrl, [...standing, ...pages]), { headers: HEADERS });
}

/** What the shop always has, and its shelves. */
async function standingPages() {
  const shelves = await listCategories(defaultLocale);
  const paths = ['/', '/products', '/popular', '/popular/1', '/popular/7', '/popular/30'];
  return [...paths, '/coupons', '/guide', ...shelves.map(({ slug }) => `/categories/${slug}`)].map(
    (path) => ({ path }),
  );
}
