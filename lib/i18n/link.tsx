import NextLink from 'next/link';
import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { localizedPath } from './localized-path';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href'> & {
  /** Without a language prefix: `/cart`, `/products?q=차`. */
  href: string;
};

/**
 * A link in the page's language, for Server Components. Client Components get finished addresses
 * as props (`localizedPath` on the server) and use `next/link` itself.
 *
 * Nothing is fetched before it is asked for: of a page that is rendered per request that would be its
 * frame alone, at the price of a request for every link in sight, before the one that somebody follows.
 * Cards of products do otherwise (`card-link.tsx`).
 */
export function Link({ href, ...props }: LinkProps) {
  return <NextLink href={localizedPath(useLocale(), href)} prefetch={false} {...props} />;
}
