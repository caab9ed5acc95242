import { useTranslations } from 'next-intl';
import type { Messages } from '@/lib/i18n/messages';
import { DefinitionButton, type DefinitionTexts } from './definition-button';

/** What has a definition: one text each, `sales.definitions`, shown wherever the figure is. */
export type DefinedFigure = keyof Messages['sales']['definitions'];

type DefinitionProps = {
  of: DefinedFigure;
  /** Where on the page it stands, so that two of one figure stay apart. */
  at: string;
  /** Units at and below which a product is low. */
  threshold: number;
};

/** What a figure means, one tap away. */
export function Definition(props: DefinitionProps) {
  return <DefinitionButton {...definitionTexts(useTranslations('sales'), props)} />;
}

/** The texts of a definition. */
export function definitionTexts(
  t: ReturnType<typeof useTranslations<'sales'>>,
  { of: figure, at, threshold }: DefinitionProps,
): DefinitionTexts {
  const name = t(`metrics.${figure}`);
  return {
    id: `${at}-${figure}-definition`,
    name,
    what: t('cards.what', { metric: name }),
    text: t(`definitions.${figure}`, { threshold }),
  };
}
