'use client';

import { useEffect, useState } from 'react';
import { forgetProducts, recentProducts, rememberProduct } from '@/components/live/recent';
import { buttonClass } from '@/components/ui/button-class';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import type { Locale } from '@/lib/i18n/locales';
import type { ProductView } from '@/lib/views/catalog';
import { ProductGrid } from './product-grid';

type RecentlyViewedProps = {
  locale: Locale;
  /** The page's own product: remembered, and not among those shown. */
  productId?: number;
  texts: { title: string; note: string; forget: string; forgotten: string };
};

const mostShown = 4;

/**
 * What this browser looked at before, with its present price and stock. Nothing until scripts run,
 * and nothing for a first visit: the page itself knows no visitor.
 */
export function RecentlyViewed({ locale, productId, texts }: RecentlyViewedProps) {
  const [products, setProducts] = useState<readonly ProductView[]>([]);
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => {
    let gone = false;
    const seen = recentProducts().filter((id) => id !== productId);
    if (productId) rememberProduct(productId);
    void readProducts(seen.slice(0, mostShown), locale).then((found) => {
      if (!gone) setProducts(found);
    });
    return () => {
      gone = true;
    };
  }, [locale, productId]);

  if (products.length === 0) {
    if (!forgotten) return null;
    return (
      <FocusOnAppear>
        <p role="status" className="text-sm text-muted">
          {texts.forgotten}
        </p>
      </FocusOnAppear>
    );
  }
  return (
    <section aria-labelledby="recent" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="recent" className="text-xl font-bold">
          {texts.title}
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {texts.note}
          <button
            type="button"
            className={buttonClass({ variant: 'quiet' })}
            onClick={() => {
              forgetProducts();
              setProducts([]);
              setForgotten(true);
            }}
          >
            {texts.forget}
          </button>
        </p>
      </div>
      <ProductGrid products={products} locale={locale} />
    </section>
  );
}

/** As the shop has them now, in the order asked for; none when it cannot be asked. */
async function readProducts(ids: number[], locale: Locale): Promise<readonly ProductView[]> {
  if (ids.length === 0) return [];
  try {
    // Without cookies: the shop learns that somebody looks, not who.
    const response = await fetch(`/api/products?locale=${locale}&ids=${ids.join()}`, {
      credentials: 'omit',
    });
    if (!response.ok) return [];
    const { products }: { products: ProductView[] } = await response.json();
    return ids.flatMap((id) => products.filter((product) => product.id === id));
  } catch {
    return [];
  }
}
