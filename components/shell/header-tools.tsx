import { Languages, Moon, Sun } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ThemeToggle } from './theme-toggle';

/**
 * Language and theme. The language link works everywhere without JavaScript: the route reads from
 * which page it was followed, remembers the choice and leads back to that page.
 */
export async function HeaderTools() {
  const t = await getTranslations('shell');
  return (
    <div className="flex items-center">
      {/* Not next/link: prefetching it would switch the language. */}
      <a
        href={`/api/language/${t('language.other')}`}
        hrefLang={t('language.other')}
        lang={t('language.other')}
        rel="nofollow"
        className="shell-link"
      >
        <Languages aria-hidden size={20} className="max-lg:hidden" />
        <span>{t('language.switch')}</span>
      </a>
      <ThemeToggle text={t('theme')}>
        <Moon aria-hidden size={20} className="when-light" />
        <Sun aria-hidden size={20} className="when-dark" />
      </ThemeToggle>
    </div>
  );
}
