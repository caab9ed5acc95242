import { getTranslations } from 'next-intl/server';
import type { PopularProductView } from '@/lib/views/catalog';
import type { RankedProduct } from './popular-list';

/**
 * The words of a popular list, in the page's language.
 * @param withMoves tells how each rank moved against the window before
 */
export async function rankedProducts(
  products: readonly PopularProductView[],
  { withMoves }: { withMoves: boolean },
): Promise<RankedProduct[]> {
  const t = await getTranslations('catalog.popular');
  const moveText = (move: PopularProductView['move']) =>
    'by' in move ? t(`moves.${move.kind}`, { by: move.by }) : t(`moves.${move.kind}`);
  return products.map(({ move, ...product }) => ({
    ...product,
    rankText: t('rank', { rank: product.rank }),
    unitsText: t('units', { units: product.units }),
    ...(withMoves && { moved: { kind: move.kind, text: moveText(move) } }),
  }));
}
