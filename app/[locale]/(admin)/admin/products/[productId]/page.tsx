import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { PictureUploadForm } from '@/components/admin/picture-upload-form';
import { ProductForm } from '@/components/admin/product-form';
import { pictureName, productTexts } from '@/components/admin/product-texts';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { updateProductAction } from '@/lib/actions/admin/products';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { readRowId } from '@/lib/page-key';
import {
  findPicture,
  getProductForAdmin,
  listPictures,
  listShelves,
} from '@/lib/queries/admin/products';

type ProductPageProps = PageProps<'/[locale]/admin/products/[productId]'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.products');
  return { title: t('title') };
}

/** One product: what it says and costs, beside what a shopper sees of it. */
export default async function ProductPage({ params, searchParams }: ProductPageProps) {
  const { locale: language, productId: id } = await params;
  const locale = language as Locale;
  const productId = readRowId(id);
  const { created, picture, refused } = await searchParams;
  await requireAdmin(
    locale,
    productId === null ? '/admin/products' : `/admin/products/${productId}`,
  );
  const product = productId === null ? null : await getProductForAdmin(productId);
  if (!product) return <MissingPerRequest />;
  const uploaded = await findPicture(picture);
  const shown = uploaded ? { ...product, art: uploaded } : product;
  const t = await getTranslations('backOffice.products');
  const pictures = await getTranslations('backOffice.pictures');
  return (
    <>
      <PageHead
        title={locale === 'ko' ? product.nameKo : product.nameEn}
        back={{ href: '/admin/products', text: t('back') }}
        action={
          <span className="flex flex-wrap gap-2">
            <ButtonLink variant="secondary" href={`/admin/stock/${productId}`}>
              {t('toStock')}
            </ButtonLink>
            {product.published && (
              <a
                className={buttonClass({ variant: 'secondary' })}
                href={localizedPath(locale, `/products/${product.slug}`)}
              >
                {t('toShop')}
              </a>
            )}
          </span>
        }
      />
      <div className="flex flex-col gap-4">
        {created !== undefined && (
          <Notice tone="success" announce="status">
            {t(product.published ? 'createdShown' : 'created')}
          </Notice>
        )}
        {uploaded && uploaded !== product.art && (
          <Notice tone="success" announce="status">
            {pictures('uploaded')}
          </Notice>
        )}
        <ProductForm
          action={updateProductAction}
          locale={locale}
          product={shown}
          categories={await listShelves()}
          pictures={await listPictures(shown.art, await pictureName())}
          texts={await productTexts()}
        />
        <PictureUploadForm page={`/admin/products/${productId}`} refused={refused} />
      </div>
    </>
  );
}
