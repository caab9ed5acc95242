import { type ReactNode, ViewTransition } from 'react';

/** A product's picture, which moves from its card to its page and back; still where motion is reduced. */
export function Morph({ slug, children }: { slug: string; children: ReactNode }) {
  return (
    <ViewTransition name={`art-${slug}`} share="morph" default="none">
      {children}
    </ViewTransition>
  );
}
