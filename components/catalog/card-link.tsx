'use client';

import { useState } from 'react';
import { WaitingLink } from '@/lib/i18n/waiting-link';

/**
 * A card's link to its product. Fetched ahead once a pointer or the focus is on it: a list that did so for every
 * card would ask the database for every product's page.
 */
export function CardLink({ href, children }: { href: string; children: string }) {
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  return (
    <WaitingLink
      href={href}
      prefetch={near ? null : false}
      onPointerEnter={come}
      onFocus={come}
      className="card-link"
    >
      {children}
    </WaitingLink>
  );
}
