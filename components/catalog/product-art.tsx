import { artAddress } from '@/lib/views/art-address';

// The classes are written out because Tailwind reads them from the source.
const tints: Record<string, string> = {
  fresh: 'bg-tint-fresh',
  pantry: 'bg-tint-pantry',
  kitchen: 'bg-tint-kitchen',
  living: 'bg-tint-living',
  beauty: 'bg-tint-beauty',
  hobby: 'bg-tint-hobby',
};

type ProductArtProps = {
  /** A picture of `public/products`, without its ending, or the hash of an uploaded one. */
  art: string;
  /** The category's slug; an unknown one gets the neutral tint. */
  category: string;
  /** Empty where the product's name stands beside the picture. */
  alt?: string;
  /** The first picture of a page, which its loading time is measured by. */
  first?: boolean;
  /** Another size and rounding, `size-18 rounded-control`; as wide as its column otherwise. */
  className?: string;
};

/** One piece of product art on a soft square in its category's tint. */
export function ProductArt(props: ProductArtProps) {
  const { art, category, alt = '', first = false, className = '' } = props;
  return (
    <span className={`art-tile ${tints[category] ?? 'bg-surface-2'} ${className}`.trim()}>
      {/* In a `picture`, because React preloads bare eager images, also on pages that only prefetch
          this one, where the browser then warns that nothing used them. */}
      <picture>
        <img
          src={artAddress(art)}
          alt={alt}
          width={256}
          height={256}
          loading={first ? 'eager' : 'lazy'}
          fetchPriority={first ? 'high' : undefined}
          decoding="async"
        />
      </picture>
    </span>
  );
}
