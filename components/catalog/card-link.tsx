'use client';

import Link from 'next/link';
import { useState } from 'react';

/**
 * A card's link to its product. Fetched ahead once a pointer or the focus is on it: a list that did so for every
 * card would ask the database for every product's page.
 */
export function CardLink({ href, children }: { href: string; children: string }) {
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  return (
    <Link
      href={href}
      prefetch={near ? null : false}
      onPointerEnter={come}
      onFocus={come}
      className="card-link"
    >
      {children}
    </Link>
  );
}
