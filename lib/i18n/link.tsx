import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { localizedPath } from './localized-path';
import { WaitingLink } from './waiting-link';

type LinkProps = Omit<ComponentProps<typeof WaitingLink>, 'href'> & {
  /** Without a language prefix: `/cart`, `/products?q=차`. */
  href: string;
};

/**
 * A link in the page's language, for Server Components. Client Components get finished addresses
 * as props (`localizedPath` on the server) and use `WaitingLink` itself.
 *
 * Nothing is fetched before it is asked for: of a page that is rendered per request that would be its
 * frame alone, at the price of a request for every link in sight, before the one that somebody follows.
 * Cards of products do otherwise (`card-link.tsx`).
 */
export function Link({ href, ...props }: LinkProps) {
  return <WaitingLink href={localizedPath(useLocale(), href)} {...props} />;
}
