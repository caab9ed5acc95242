import type { MetadataRoute } from 'next';
import { env } from '@/lib/env';

/** Read per request: the shop's address is known when it starts, not when it is built. */
export const dynamic = 'force-dynamic';

/** What is somebody's own, and what only scripts of the shop ask for. */
const PRIVATE = ['/cart', '/checkout', '/wallet', '/orders', '/account', '/admin'];

/** `GET /robots.txt`. Sign-in and sign-up say `noindex` themselves, which must be read to be known. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: ['/', '/api/pictures/', '/api/share/'],
      disallow: ['/api/', ...PRIVATE, ...PRIVATE.map((path) => `/en${path}`)],
    },
    sitemap: `${env().publicUrl}/sitemap.xml`,
  };
}
