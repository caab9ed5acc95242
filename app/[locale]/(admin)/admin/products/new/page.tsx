import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { ProductForm } from '@/components/admin/product-form';
import { productTexts } from '@/components/admin/product-texts';
import { createProductAction } from '@/lib/actions/admin/products';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { listShelves, proposeProduct } from '@/lib/queries/admin/products';
import { SHOP_ART } from '@/lib/views/shop-art';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('backOffice.products');
  return { title: t('newTitle') };
}

/** The form that makes a product. */
export default async function NewProductPage({
  params,
}: PageProps<'/[locale]/admin/products/new'>) {
  const locale = (await params).locale as Locale;
  await requireAdmin(locale, '/admin/products/new');
  const [product, categories] = await Promise.all([proposeProduct(), listShelves()]);
  const t = await getTranslations('backOffice.products');
  return (
    <>
      <PageHead title={t('newTitle')} back={{ href: '/admin/products', text: t('back') }} />
      <ProductForm
        action={createProductAction}
        locale={locale}
        product={product}
        categories={categories}
        pictures={SHOP_ART}
        texts={{ ...(await productTexts()), submit: t('form.create') }}
      />
    </>
  );
}
