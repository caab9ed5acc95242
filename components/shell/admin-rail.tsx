'use client';

import { Glyph } from '@/components/ui/glyph';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { CurrentLink } from './current-link';

/** Path, name of its text, shape (Lucide: components/ui/icon-licence.txt). */
const PAGES = [
  ['/admin', 'sales', 'M3 3v16a2 2 0 0 0 2 2h16M18 17V9M13 17V5M8 17v-3'],
  ['/admin/lost-demand', 'lost', 'M16 17h6v-6M22 17l-8.5-8.5-5 5L2 7'],
  [
    '/admin/orders',
    'orders',
    'M9 2h6a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM16 4h2a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h2M12 11h4M12 16h4M8 11h.01M8 16h.01',
  ],
  [
    '/admin/products',
    'products',
    'M11 21.73a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16V8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73zM12 22V12M3.29 7L12 12L20.71 7M7.5 4.27l9 5.15',
  ],
  [
    '/admin/stock',
    'stock',
    'M18 21V10a1 1 0 0 0-1-1H7a1 1 0 0 0-1 1v11M22 19a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 1.132-1.803l7.95-3.974a2 2 0 0 1 1.837 0l7.948 3.974A2 2 0 0 1 22 8zM6 13h12M6 17h12',
  ],
  [
    '/admin/coupons',
    'coupons',
    'M2 9a3 3 0 0 1 0 6v2a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-2a3 3 0 0 1 0-6V7a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2ZM13 5v2M13 17v2M13 11v2',
  ],
  [
    '/admin/customers',
    'customers',
    'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M16 3.128a4 4 0 0 1 0 7.744M22 21v-2a4 4 0 0 0-3-3.87M5 7a4 4 0 1 0 8 0 4 4 0 1 0-8 0z',
  ],
  ['/admin/wallet-entries', 'entries', 'M8 3 4 7l4 4M4 7h16M16 21l4-4-4-4M20 17H4'],
  [
    '/admin/integrity',
    'integrity',
    'M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM9 12l2 2 4-4',
  ],
  ['/admin/audit', 'audit', 'M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5M12 7v5l4 2'],
] as const;
const SHOP =
  'M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05';

type AdminRailProps = {
  label: string;
  texts: Record<(typeof PAGES)[number][1] | 'shop', string>;
  locale: Locale;
};

/**
 * The back office's own navigation and the way to the shop. Drawn here, so that its signs come once with
 * the scripts; drawn by the server they would stand twice in every page.
 */
export function AdminRail({ label, texts, locale }: AdminRailProps) {
  return (
    <nav
      aria-label={label}
      className="chrome-nav flex scroll-px-[30%] gap-1 overflow-x-auto px-3 pb-2 lg:flex-col"
    >
      {PAGES.map(([path, name, shape]) => (
        <CurrentLink
          key={path}
          href={localizedPath(locale, path)}
          includeBelow={path !== '/admin'}
          className="rail-link"
        >
          <Glyph size={20}>
            <path d={shape} />
          </Glyph>
          {texts[name]}
        </CurrentLink>
      ))}
      <a href={localizedPath(locale, '/')} className="rail-link lg:mt-4">
        <Glyph size={20}>
          <path d={SHOP} />
        </Glyph>
        {texts.shop}
      </a>
    </nav>
  );
}
