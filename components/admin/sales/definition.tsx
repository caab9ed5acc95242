import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Messages } from '@/lib/i18n/messages';

/** What has a definition: one text each, `sales.definitions`, shown wherever the figure is. */
export type DefinedFigure = keyof Messages['sales']['definitions'];

type DefinitionProps = {
  of: DefinedFigure;
  /** Where on the page it stands, so that two of one figure stay apart. */
  at: string;
  /** Units at and below which a product is low. */
  threshold: number;
};

/**
 * What a figure means, one tap away: a native popover, which needs no JavaScript and closes by
 * Escape or a tap beside it.
 */
export function Definition({ of: figure, at, threshold }: DefinitionProps) {
  const t = useTranslations('sales');
  const id = `${at}-${figure}-definition`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={t('cards.what', { metric: t(`metrics.${figure}`) })}
        className="definition-button"
      >
        <Icon name="info" size={16} />
      </button>
      <span id={id} popover="auto" className="definition">
        <strong className="block">{t(`metrics.${figure}`)}</strong>
        {t(`definitions.${figure}`, { threshold })}
      </span>
    </>
  );
}
