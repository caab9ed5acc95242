import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { localizedPath } from '@/lib/i18n/localized-path';

/**
 * The product search: a plain GET form to `/products?q=`.
 * @param id of the input, when the page has a second search form beside the header's
 */
export async function SearchForm({ id = 'search' }: { id?: string }) {
  const t = await getTranslations('shell.search');
  return (
    <search className="w-full">
      <form action={localizedPath(await getLocale(), '/products')} className="flex">
        <label htmlFor={id} className="sr-only">
          {t('label')}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          maxLength={100}
          placeholder={t('placeholder')}
          className="control rounded-r-none border-r-0"
        />
        <button
          type="submit"
          className="grid h-11 w-12 shrink-0 place-items-center rounded-r-control border border-control bg-surface text-ink hover:bg-surface-2"
        >
          <Icon name="search" size={20} />
          <span className="sr-only">{t('submit')}</span>
        </button>
      </form>
    </search>
  );
}
