'use client';

import { buttonClass } from '@/components/ui/button-class';

/**
 * A link to the top-up that first keeps what is typed, by pressing the form's own button for it.
 * Without JavaScript it is a plain link: it stands in an answer, where everything is kept already.
 * @param props.href finished address
 */
export function TopUpLink({ href, text }: { href: string; text: string }) {
  return (
    <a
      href={href}
      className={buttonClass()}
      onClick={(event) => {
        const form = event.currentTarget.closest('form');
        const keep = form?.querySelector<HTMLButtonElement>('button[value="top-up"]');
        if (!keep) return;
        event.preventDefault();
        keep.click();
      }}
    >
      {text}
    </a>
  );
}
