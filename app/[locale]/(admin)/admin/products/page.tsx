import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportLink } from '@/components/admin/export-link';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { ProductsTable } from '@/components/admin/products-table';
import { ButtonLink } from '@/components/ui/button';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { listProductsForAdmin } from '@/lib/queries/admin/products';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.products');
  return { title: t('title') };
}

/** Every product with its price and stock. */
export default async function ProductsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/products'>) {
  const locale = (await params).locale as Locale;
  const key = readRowId((await searchParams).after);
  await requireAdmin(locale, '/admin/products');
  const { rows, next } = await listProductsForAdmin(key);
  const t = await getTranslations('admin.products');
  const office = await getTranslations('office.csv.links');
  return (
    <>
      <PageHead
        title={t('title')}
        action={
          <div className="flex flex-wrap gap-2">
            <ExportLink table="products" text={office('products')} />
            <ButtonLink href="/admin/products/new">{t('create')}</ButtonLink>
          </div>
        }
      />
      <ProductsTable rows={rows} />
      <KeyPages
        firstHref={key === null ? undefined : '/admin/products'}
        nextHref={next === null ? undefined : `/admin/products?after=${next}`}
      />
    </>
  );
}
