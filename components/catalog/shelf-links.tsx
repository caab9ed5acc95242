import { Link } from '@/lib/i18n/link';

type ShelfLinksProps = {
  label: string;
  /** `href` without a language prefix. */
  shelves: readonly { href: string; name: string; current: boolean }[];
  /** On wide screens one below the other, beside the list. */
  rail?: boolean;
};

/** Links to the categories: a row of chips that scrolls sideways on narrow screens, or a rail. */
export function ShelfLinks({ label, shelves, rail = false }: ShelfLinksProps) {
  return (
    <nav
      aria-label={label}
      className={`-mx-4 flex gap-2 overflow-x-auto px-4 py-1 md:-mx-6 md:px-6 lg:mx-0 lg:px-0 ${
        rail ? 'lg:flex-col lg:items-stretch lg:gap-1' : 'lg:flex-wrap'
      }`}
    >
      {shelves.map(({ href, name, current }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={current ? 'page' : undefined}
          className={`inline-flex min-h-11 shrink-0 items-center rounded-full border border-control px-4 hover:bg-surface-2 aria-[current=page]:border-primary aria-[current=page]:bg-soft aria-[current=page]:font-semibold aria-[current=page]:text-primary ${
            rail ? 'lg:rounded-control lg:border-transparent lg:px-3' : ''
          }`}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
