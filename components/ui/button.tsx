import type { ComponentProps } from 'react';
import { Link } from '@/lib/i18n/link';
import { type ButtonLook, buttonClass } from './button-class';

/**
 * A link that looks like a button. Server Components only; in Client Components use
 * `buttonClass` on a link with a finished address.
 * @param props.href without a language prefix
 */
export function ButtonLink({
  variant,
  size,
  wide,
  ...props
}: Omit<ComponentProps<typeof Link>, 'className'> & ButtonLook) {
  return <Link className={buttonClass({ variant, size, wide })} {...props} />;
}
