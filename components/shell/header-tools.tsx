import { getTranslations } from 'next-intl/server';
import { WayOut } from '@/components/checkout/way-out';
import { Glyph } from '@/components/ui/glyph';
import { ThemeToggle } from './theme-toggle';

/**
 * Language and theme. The language link works everywhere without JavaScript: the route reads from
 * which page it was followed, remembers the choice and leads back to that page. At the checkout a
 * button of its form stands in its place, which keeps what is typed.
 *
 * @param props.hasCheckout whether the checkout is among the pages that it stands on
 */
export async function HeaderTools({ hasCheckout = false }: { hasCheckout?: boolean }) {
  const t = await getTranslations('shell');
  const other = t('language.other');
  const language = (
    <>
      <Glyph size={20} className="max-lg:hidden">
        <circle cx={12} cy={12} r={10} />
        <ellipse cx={12} cy={12} rx={4} ry={10} />
        <path d="M2 12h20" />
      </Glyph>
      <span>{t('language.switch')}</span>
    </>
  );
  return (
    <div className="flex items-center">
      {/* Not next/link: prefetching it would switch the language. */}
      <a
        href={`/api/language/${other}`}
        hrefLang={other}
        lang={other}
        rel="nofollow"
        className="shell-link elsewhere"
      >
        {language}
      </a>
      {hasCheckout && (
        <div className="at-checkout">
          <WayOut intent={`language:${other}`} lang={other} className="shell-link">
            {language}
          </WayOut>
        </div>
      )}
      <ThemeToggle text={t('theme')}>
        <Glyph size={20} className="when-light">
          <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />
        </Glyph>
        <Glyph size={20} className="when-dark">
          <circle cx={12} cy={12} r={4} />
          <path d="M12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M19 5l-1.4 1.4M6.4 17.6 5 19" />
        </Glyph>
      </ThemeToggle>
    </div>
  );
}
