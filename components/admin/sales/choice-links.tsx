import { Link } from '@/lib/i18n/link';

type ChoiceLinksProps = {
  /** What is chosen, said to assistive technology. */
  label: string;
  /** `href` without a language prefix. */
  choices: readonly { href: string; text: string; current: boolean }[];
};

/** A small choice beside a heading, kept in the address; the page stays where it is. */
export function ChoiceLinks({ label, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {choices.map(({ href, text, current }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          aria-current={current ? 'page' : undefined}
          className="inline-flex min-h-11 items-center rounded-control px-3 text-sm whitespace-nowrap text-muted hover:bg-surface aria-[current=page]:bg-surface-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
