/**
 * The two Content-Security-Policies of the shop (architecture.md: Three rendering decisions).
 *
 * Public pages are static, so no nonce can be in them and Next's own inline data scripts need
 * `'unsafe-inline'`; they hold nothing about a visitor. Pages with money or personal data get a
 * nonce per request, and there an injected inline script does not run.
 */

const isDevelopment = process.env.NODE_ENV === 'development';

/** What both policies share. Nothing is ever loaded from another origin. */
const common = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

// React's development build rebuilds server stacks with eval; the production build never does.
const developmentEval = isDevelopment ? " 'unsafe-eval'" : '';

/**
 * The policy of static pages, files and APIs.
 * @returns {string} the header's value
 */
export function publicPolicy() {
  return [
    ...common,
    `script-src 'self' 'unsafe-inline'${developmentEval}`,
    "style-src 'self' 'unsafe-inline'",
  ].join('; ');
}

/**
 * The policy of member and admin pages.
 * @param {string} nonce unguessable, new for every request, base64
 * @returns {string} the header's value
 */
export function memberPolicy(nonce) {
  return [
    ...common,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developmentEval}`,
    // Style attributes (a bar's width) cannot carry a nonce; style elements must.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
  ].join('; ');
}
