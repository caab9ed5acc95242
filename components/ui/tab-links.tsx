import { Link } from '@/lib/i18n/link';

type TabLinksProps = {
  /** What the tabs choose, said to assistive technology. */
  label: string;
  /** `href` without a language prefix. */
  tabs: readonly { href: string; text: string; current: boolean }[];
};

/** A row of links that look like tabs: each is an address, so reload, Back and sharing keep it. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav
      aria-label={label}
      className="flex scroll-px-[30%] gap-1 overflow-x-auto border-b border-line"
    >
      {tabs.map(({ href, text, current }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className="inline-flex min-h-11 items-center border-b-2 border-transparent px-3 whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
