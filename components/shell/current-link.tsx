'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';

type CurrentLinkProps = {
  /** The finished address, with its language prefix. */
  href: string;
  className: string;
  /** Also current on pages below it. */
  includeBelow?: boolean;
  /** Member and admin pages are another document: no prefetch, a plain link. */
  otherDocument?: boolean;
  children: ReactNode;
};

/** A navigation link that marks itself `aria-current="page"`. */
export function CurrentLink(props: CurrentLinkProps) {
  const { href, className, includeBelow = false, otherDocument = false, children } = props;
  const pathname = usePathname();
  // The server renders Korean pages under their inner /ko address and the browser sees the outer
  // one: only after hydration do both agree.
  const [visited, setVisited] = useState<string>();
  useEffect(() => setVisited(pathname), [pathname]);
  const current =
    visited !== undefined && (visited === href || (includeBelow && visited.startsWith(`${href}/`)));
  const shared = { href, className, 'aria-current': current ? ('page' as const) : undefined };
  return otherDocument ? (
    <a {...shared}>{children}</a>
  ) : (
    <NextLink {...shared}>{children}</NextLink>
  );
}
