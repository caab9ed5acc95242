'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { unlocalizedPath } from '@/lib/i18n/localized-path';
import { WaitingLink } from '@/lib/i18n/waiting-link';

type CurrentLinkProps = {
  /** The finished address, with its language prefix. */
  href: string;
  className: string;
  /** Also current on pages below it. */
  includeBelow?: boolean;
  /** Member and admin pages are another document: a plain link. */
  otherDocument?: boolean;
  children: ReactNode;
};

/** A navigation link that marks itself `aria-current="page"`. */
export function CurrentLink(props: CurrentLinkProps) {
  const { href, className, includeBelow = false, otherDocument = false, children } = props;
  // The server renders Korean pages under their inner /ko address, the browser sees the outer one.
  const here = unlocalizedPath(usePathname());
  const there = unlocalizedPath(href);
  const current = here === there || (includeBelow && here.startsWith(`${there}/`));
  const shared = { href, className, 'aria-current': current ? ('page' as const) : undefined };
  return otherDocument ? (
    <a {...shared}>{children}</a>
  ) : (
    <WaitingLink {...shared}>{children}</WaitingLink>
  );
}
