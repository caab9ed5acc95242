import type { ComponentProps } from 'react';

/** A one-line input. Inside a `Field`, spread the field's wiring into it. */
export function Input({ className = '', ...props }: ComponentProps<'input'>) {
  return <input className={`control ${className}`} {...props} />;
}

/** A native choice; its options as children. */
export function Select({ className = '', ...props }: ComponentProps<'select'>) {
  return <select className={`control ${className}`} {...props} />;
}

/** A tick box with its text to the right; the whole row is the target. */
export function Checkbox({ children, ...props }: ComponentProps<'input'>) {
  return (
    <label className="inline-flex min-h-11 items-center gap-2">
      <input type="checkbox" className="size-5 shrink-0" {...props} />
      <span>{children}</span>
    </label>
  );
}
