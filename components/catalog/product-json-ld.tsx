import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { artAddress } from '@/lib/views/art-address';
import type { ProductDetailView } from '@/lib/views/catalog';

type ProductJsonLdProps = {
  product: ProductDetailView;
  locale: Locale;
  brand: string;
  /** Origin of the shop, no slash at its end. */
  publicUrl: string;
};

/** A product and its offer as search engines read them (schema.org). */
export function ProductJsonLd({ product, locale, brand, publicUrl }: ProductJsonLdProps) {
  const url = publicUrl + localizedPath(locale, `/products/${product.slug}`);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description,
    sku: product.slug,
    category: product.category.name,
    image: publicUrl + artAddress(product.art),
    url,
    offers: {
      '@type': 'Offer',
      url,
      price: product.price,
      priceCurrency: 'KRW',
      availability: `https://schema.org/${product.stock > 0 ? 'InStock' : 'OutOfStock'}`,
      seller: { '@type': 'Organization', name: brand },
    },
  };
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without `<`, which nothing in it can end
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, '\\u003c') }}
    />
  );
}
