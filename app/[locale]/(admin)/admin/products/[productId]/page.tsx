import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { PageHead } from '@/components/admin/page-head';
import { PictureUploadForm } from '@/components/admin/picture-upload-form';
import { PriceHistory } from '@/components/admin/price-history';
import { PricePlanForm } from '@/components/admin/price-plan-form';
import { ProductForm } from '@/components/admin/product-form';
import { pictureName, pricePlanTexts, productTexts } from '@/components/admin/product-texts';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { planPriceAction, updateProductAction } from '@/lib/actions/admin/products';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { redirect } from '@/lib/i18n/redirect';
import { readRowId } from '@/lib/page-key';
import { listPriceChanges } from '@/lib/queries/admin/prices';
import {
  findPicture,
  getProductForAdmin,
  listPictures,
  listShelves,
} from '@/lib/queries/admin/products';
import { SHOWS_NOW } from '@/lib/views/as-of';

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
  const { created, picture, refused, asOf } = await searchParams;
  await requireAdmin(
    locale,
    productId === null ? '/admin/products' : `/admin/products/${productId}`,
  );
  const product = productId === null ? null : await getProductForAdmin(productId);
  if (!product) return <MissingPerRequest />;
  const stockPath = `/admin/stock/${productId}`;
  // What it was at an earlier moment stands with its stock; here it is edited, as it is now.
  if (asOf !== undefined)
    redirect(locale, `${stockPath}?${new URLSearchParams({ asOf: String(asOf) })}`);
  const uploaded = await findPicture(picture);
  const shown = uploaded ? { ...product, art: uploaded } : product;
  const t = await getTranslations('backOffice.products');
  const pictures = await getTranslations('backOffice.pictures');
  const prices = await getTranslations('backOffice.prices');
  return (
    <>
      <PageHead
        title={locale === 'ko' ? product.nameKo : product.nameEn}
        back={{ href: '/admin/products', text: t('back') }}
        action={
          <span className="flex flex-wrap gap-2">
            <ButtonLink variant="secondary" href={stockPath}>
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
      <AsOfBar asOf={SHOWS_NOW} path={stockPath} />
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
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-12">
          <Card title={prices('title')} className="min-w-0 xl:col-span-5">
            <PricePlanForm
              action={planPriceAction}
              locale={locale}
              productId={product.productId ?? 0}
              version={product.version}
              plannedPrice={product.plannedPrice}
              plannedFrom={product.plannedFrom}
              texts={await pricePlanTexts()}
            />
          </Card>
          <Card title={prices('history')} className="min-w-0 xl:col-span-7">
            <PriceHistory changes={await listPriceChanges(product.productId ?? 0)} />
          </Card>
        </div>
        <PictureUploadForm page={`/admin/products/${productId}`} refused={refused} />
      </div>
    </>
  );
}
