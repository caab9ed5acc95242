import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ShownLine } from '@/components/cart/cart-line';
import { CartView } from '@/components/cart/cart-view';
import { LeftBehind } from '@/components/cart/left-behind';
import { StayCurrent } from '@/components/cart/stay-current';
import { ProductArt } from '@/components/catalog/product-art';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { changeCartLine, moveLeftBehind } from '@/lib/actions/cart';
import { getSessionUser } from '@/lib/auth/session';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { getLeftBehind, getOwnCart, listAlternatives } from '@/lib/queries/cart';
import type { CartLineView } from '@/lib/views/cart';
import type { ProductView } from '@/lib/views/catalog';

export async function generateMetadata() {
  const t = await getTranslations('cart');
  return { title: t('title') };
}

/** The visitor's cart, a guest's too. */
export default async function CartPage({ params }: PageProps<'/[locale]/cart'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations('cart');
  const [lines, leftBehind, user] = await Promise.all([
    getOwnCart(locale),
    getLeftBehind(locale),
    getSessionUser(),
  ]);
  const alternatives = await listAlternatives(lines, locale);
  const leftOut = lines.filter(({ counts }) => !counts).length;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        {lines.length > 0 && (
          // The shop is another document, so this is no next/link.
          <a href={localizedPath(locale, '/products')} className="shell-link -mx-2 underline">
            {t('continue')}
          </a>
        )}
      </div>
      <StayCurrent
        lines={lines.map(({ productId, stock, available }) => ({ productId, stock, available }))}
      />
      {user && (
        <LeftBehind
          action={moveLeftBehind}
          locale={locale}
          products={leftBehind.length > 0 ? leftBehind.map(isolate).join(', ') : null}
          texts={{
            check: t('check'),
            title: t('leftBehind.title', { count: leftBehind.length }),
            body: t('leftBehind.body'),
            move: t('leftBehind.move'),
          }}
        />
      )}
      <CartView
        lines={
          await Promise.all(
            lines.map((line) => shownLine(line, alternatives.get(line.productId) ?? [], locale)),
          )
        }
        locale={locale}
        action={changeCartLine}
        checkoutHref={localizedPath(locale, '/checkout')}
        empty={
          <EmptyState
            picture={<Icon name="shopping-bag" size={40} />}
            title={t('emptyTitle')}
            body={t('emptyBody')}
            // The shop is another document, so this is no next/link.
            action={
              <a href={localizedPath(locale, '/products')} className={buttonClass()}>
                {t('emptyAction')}
              </a>
            }
          />
        }
        texts={{
          lines: t('lines'),
          decrease: t('decrease'),
          increase: t('increase'),
          change: t('change'),
          remove: t('remove'),
          undo: t('undo'),
          summary: t('summary'),
          subtotal: t('subtotal'),
          checkout: t('checkout'),
          settling: t('settling'),
          alternatives: t('alternatives'),
          nothing: t('nothing'),
          hint: leftOut > 0 ? t('leftOut', { count: leftOut }) : t(user ? 'couponHint' : 'guest'),
        }}
      />
    </div>
  );
}

async function shownLine(
  line: CartLineView,
  alternatives: ProductView[],
  locale: Locale,
): Promise<ShownLine> {
  const t = await getTranslations('cart');
  const money = (won: number) => formatMoney(won, locale);
  const { name, price, seenPrice, stock, most, quantity, available } = line;
  const short = available && stock > 0 && quantity > stock;
  const notices = [
    !available && t('unavailable'),
    available &&
      price !== seenPrice &&
      t('priceChanged', { before: money(seenPrice), now: money(price) }),
    available && stock === 0 && t('soldOut'),
    short && t('short', { left: stock }),
  ];
  return {
    ...line,
    picture: (
      <ProductArt
        art={line.art}
        category={line.categorySlug}
        className="w-18 self-start rounded-control"
      />
    ),
    href: localizedPath(locale, `/products/${line.slug}`),
    each: t('each', { price: money(price) }),
    quantityLabel: t('quantityOf', { name }),
    removeLabel: t('removeOf', { name }),
    notices: notices.filter((notice) => notice !== false),
    takeLeft: short ? t('takeLeft', { left: most }) : undefined,
    alternatives: alternatives.map(({ id, slug, name, art, categorySlug, price }) => ({
      id,
      name,
      price: money(price),
      href: localizedPath(locale, `/products/${slug}`),
      picture: (
        <ProductArt art={art} category={categorySlug} className="w-11 shrink-0 rounded-control" />
      ),
    })),
  };
}
