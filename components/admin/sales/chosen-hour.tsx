import { X } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/lib/i18n/link';

type ChosenHourProps = {
  hour: number;
  /** The same without it, without a language prefix. */
  without: string;
};

/** One hour of the day is shown, with the link that drops it. */
export async function ChosenHour({ hour, without }: ChosenHourProps) {
  const t = await getTranslations('sales.filter');
  const what = t('chosenHour', { hour: String(hour).padStart(2, '0') });
  return (
    <Link
      href={without}
      aria-label={t('without', { what })}
      className="inline-flex min-h-11 w-fit items-center gap-1.5 rounded-sheet border border-control px-4 py-2 text-sm hover:bg-surface"
    >
      {what}
      <X aria-hidden size={16} />
    </Link>
  );
}
