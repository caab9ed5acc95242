import { isUploadedArt } from '@/lib/domain/catalog/product-rules';

/** Where a product's picture is served; an uploaded one's address never shows anything else. */
export function artAddress(art: string): string {
  return isUploadedArt(art) ? `/api/pictures/${art}` : `/products/${art}.webp`;
}
