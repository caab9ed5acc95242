export type ButtonLook = {
  /** `primary` once a view; `danger` for what cannot be undone. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'md' | 'lg' | undefined;
  /** As wide as its column. */
  wide?: boolean | undefined;
};

const variants = {
  primary: 'border-transparent bg-primary text-on-primary hover:bg-primary-strong',
  secondary: 'border-control bg-bg text-ink hover:bg-surface-2',
  quiet: 'border-transparent bg-transparent text-primary hover:bg-soft',
  danger: 'border-danger bg-bg text-danger hover:bg-danger-soft',
};

/** The classes of a button, for links and buttons alike. Targets are at least 44 px high. */
export function buttonClass({ variant = 'primary', size = 'md', wide = false }: ButtonLook = {}) {
  return [
    'inline-flex items-center justify-center gap-2 rounded-control border text-center font-semibold transition-colors',
    'disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-2 disabled:text-muted',
    'aria-disabled:cursor-progress aria-disabled:opacity-70',
    size === 'lg' ? 'min-h-13 px-6 py-2 text-lg' : 'min-h-11 px-4 py-2',
    wide ? 'w-full' : '',
    variants[variant],
  ].join(' ');
}
