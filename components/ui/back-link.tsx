import { getLocale } from 'next-intl/server';
import { localizedPath } from '@/lib/i18n/localized-path';
import { Icon } from './icon';

/**
 * The way back that stands above a page's heading.
 * @param props.path without a language prefix
 */
export async function BackLink({ path, text }: { path: string; text: string }) {
  return (
    <a
      href={localizedPath(await getLocale(), path)}
      className="-ml-1 inline-flex min-h-11 items-center gap-1 text-muted hover:text-ink"
    >
      <Icon name="chevron-left" size={20} />
      {text}
    </a>
  );
}
