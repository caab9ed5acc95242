'use client';

import NextLink, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

/**
 * `next/link` that fetches nothing ahead, unless told to, and says at the top of the screen that the page
 * it leads to is awaited: one that is rendered per request takes its time. The style sheet shows that only
 * to whom has waited 150 ms.
 */
export function WaitingLink({ children, ...props }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...props}>
      {children}
      <Waiting />
    </NextLink>
  );
}

function Waiting() {
  return useLinkStatus().pending && <span className="waiting-bar" />;
}
