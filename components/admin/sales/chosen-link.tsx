import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { Link } from '@/lib/i18n/link';

/**
 * What is chosen, as the link that drops it.
 * @param props.without the same page without it, without a language prefix
 */
export async function ChosenLink({ text, without }: { text: string; without: string }) {
  const t = await getTranslations('sales.filter');
  return (
    <PassFocusOn>
      <Link
        href={without}
        aria-label={t('without', { what: text })}
        className="inline-flex min-h-11 w-fit items-center gap-1.5 rounded-sheet border border-control px-4 py-2 text-sm hover:bg-surface"
      >
        {text}
        <Icon name="x" size={16} />
      </Link>
    </PassFocusOn>
  );
}
