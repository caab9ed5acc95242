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
    <nav aria-label={label} className={rail ? 'chips chips-rail' : 'chips'}>
      {shelves.map(({ href, name, current }) => (
        <Link key={href} href={href} aria-current={current ? 'page' : undefined} className="chip">
          {name}
        </Link>
      ))}
    </nav>
  );
}
