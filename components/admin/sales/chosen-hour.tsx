import { getTranslations } from 'next-intl/server';
import { ChosenLink } from './chosen-link';

type ChosenHourProps = {
  hour: number;
  /** The same without it, without a language prefix. */
  without: string;
};

/** One hour of the day is shown, with the link that drops it. */
export async function ChosenHour({ hour, without }: ChosenHourProps) {
  const t = await getTranslations('sales.filter');
  return (
    <ChosenLink text={t('chosenHour', { hour: String(hour).padStart(2, '0') })} without={without} />
  );
}
