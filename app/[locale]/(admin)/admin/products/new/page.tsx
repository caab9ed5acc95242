import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { PictureUploadForm } from '@/components/admin/picture-upload-form';
import { ProductForm } from '@/components/admin/product-form';
import { pictureName, productTexts } from '@/components/admin/product-texts';
import { Notice } from '@/components/ui/notice';
import { createProductAction } from '@/lib/actions/admin/products';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import {
  findPicture,
  listPictures,
  listShelves,
  proposeProduct,
} from '@/lib/queries/admin/products';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('backOffice.products');
  return { title: t('newTitle') };
}

/** The form that makes a product. */
export default async function NewProductPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/products/new'>) {
  const { picture, refused } = await searchParams;
  const locale = (await params).locale as Locale;
  await requireAdmin(locale, '/admin/products/new');
  const [product, categories] = await Promise.all([proposeProduct(), listShelves()]);
  const uploaded = await findPicture(picture);
  const shown = uploaded ? { ...product, art: uploaded } : product;
  const t = await getTranslations('backOffice.products');
  const pictures = await getTranslations('backOffice.pictures');
  return (
    <>
      <PageHead title={t('newTitle')} back={{ href: '/admin/products', text: t('back') }} />
      <div className="flex flex-col gap-4">
        {uploaded && (
          <Notice tone="success" announce="status">
            {pictures('uploaded')}
          </Notice>
        )}
        <ProductForm
          action={createProductAction}
          locale={locale}
          product={shown}
          categories={categories}
          pictures={await listPictures(shown.art, await pictureName())}
          texts={{ ...(await productTexts()), submit: t('form.create') }}
        />
        <PictureUploadForm page="/admin/products/new" refused={refused} />
      </div>
    </>
  );
}
