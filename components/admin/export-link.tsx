import { getLocale } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { ExportTable } from '@/lib/views/export-address';

type ExportLinkProps = {
  table: ExportTable;
  /** The screen's own query: `?from=2026-11-01`; empty: all of it. */
  query?: string;
  text: string;
};

/** Fetches a screen's rows as a CSV file: a file and not a page, so nothing is fetched ahead. */
export async function ExportLink({ table, query = '', text }: ExportLinkProps) {
  const locale = await getLocale();
  return (
    <a
      href={localizedPath(locale, `/admin/export/${table}${query}`)}
      className={buttonClass({ variant: 'quiet' })}
    >
      <Icon name="download" size={18} />
      {text}
    </a>
  );
}
