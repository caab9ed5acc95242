import type { ComponentProps } from 'react';
import { Link } from '@/lib/i18n/link';
import { type ButtonLook, buttonClass } from './button-class';

/** A plain button; `type` must be said. For the button that sends a form use `SubmitButton`. */
export function Button({
  variant,
  size,
  wide,
  type,
  ...props
}: Omit<ComponentProps<'button'>, 'type' | 'className'> &
  ButtonLook & { type: 'button' | 'submit' | 'reset' }) {
  return <button type={type} className={buttonClass({ variant, size, wide })} {...props} />;
}

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
