import { getLocale, getTranslations } from 'next-intl/server';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import { addressOf } from '@/lib/query-value';

type SearchFormProps = {
  /** The list, without a language prefix. */
  path: string;
  hint: string;
  /** What is looked for now; null: nothing. */
  search: string | null;
  /** What else the list's address holds and must keep. */
  kept?: Record<string, string | null>;
};

/** Looks for a word in a list of the back office: a GET form, so that the word stands in the address. */
export async function SearchForm({ path, hint, search, kept = {} }: SearchFormProps) {
  const t = await getTranslations('office.filter');
  const locale = await getLocale();
  return (
    <form
      // The field shows what is looked for now, not what stood in it before a link cleared it.
      key={search}
      method="get"
      action={localizedPath(locale, path)}
      className="mt-4 flex flex-wrap items-end gap-2"
    >
      {Object.entries(kept).map(
        ([name, value]) =>
          value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="min-w-48 flex-1">
        <Field id="list-search" label={t('search')} hint={hint}>
          {(wiring) => (
            <Input {...wiring} type="search" name="q" defaultValue={search ?? ''} maxLength={100} />
          )}
        </Field>
      </div>
      <SubmitButton variant="secondary">{t('show')}</SubmitButton>
      {search !== null && (
        <Link
          href={addressOf(path, kept)}
          className="inline-flex min-h-11 items-center px-2 text-primary underline"
        >
          {t('clear')}
        </Link>
      )}
    </form>
  );
}
