import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getTranslations } from 'next-intl/server';
import { drawSharePicture } from '@/lib/draw-share-picture';
import { isLocale } from '@/lib/i18n/locales';
import { getProduct, getUploadedPicture } from '@/lib/queries/catalog';
import { missingSharePicture, sharePicture } from '@/lib/share-picture-answer';
import { artAddress } from '@/lib/views/art-address';

/** Drawn once an hour at most: a name that changed shows after that. */
export const dynamic = 'force-static';
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

/** `GET /api/share/{locale}/{slug}`: a product's picture for links to it; without its price, which changes. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/share/[locale]/[slug]'>,
) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return missingSharePicture();
  const product = await getProduct(slug, locale);
  if (!product) return missingSharePicture();
  const t = await getTranslations({ locale, namespace: 'shell' });
  const drawn = await drawSharePicture({
    brand: t('brand'),
    title: product.name,
    caption: product.category.name,
    art: { webp: await artOf(product.art), category: product.categorySlug },
  });
  return sharePicture(drawn);
}

async function artOf(art: string): Promise<Uint8Array> {
  const uploaded = await getUploadedPicture(art);
  return uploaded ?? readFile(path.join(process.cwd(), 'public', artAddress(art)));
}
