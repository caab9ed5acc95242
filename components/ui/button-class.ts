export type ButtonLook = {
  /** `primary` once a view; `danger` for what cannot be undone. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'md' | 'lg' | undefined;
  /** As wide as its column. */
  wide?: boolean | undefined;
};

/** The classes of a button, for links and buttons alike: in the style sheet, which is loaded once for all pages. */
export function buttonClass({ variant = 'primary', size = 'md', wide = false }: ButtonLook = {}) {
  return `button button-${variant}${size === 'lg' ? ' button-lg' : ''}${wide ? ' w-full' : ''}`;
}
