import type { ReactNode } from 'react';

type TableProps = {
  /** Names the table and its scrolling region. */
  label: string;
  /** `<thead>` and `<tbody>`; cells of numbers take `className="numeric"`. */
  children: ReactNode;
};

/** A table that scrolls sideways inside a region the keyboard can reach; the page never does. */
export function Table({ label, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table aria-label={label} className="data-table">
        {children}
      </table>
    </section>
  );
}
