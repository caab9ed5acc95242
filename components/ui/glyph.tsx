import type { ReactNode } from 'react';

type GlyphProps = {
  size: number;
  className?: string | undefined;
  /** Shapes on a square of 24. */
  children: ReactNode;
};

/**
 * A sign drawn in lines, in the colour of the text around it; it says nothing to a screen reader.
 * `Icon` has the shapes that the server draws.
 */
export function Glyph({ size, className = '', children }: GlyphProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className={`glyph ${className}`}
    >
      {children}
    </svg>
  );
}
