import type { ReactNode } from 'react';

/** The id of the checkout's form: buttons elsewhere on the page belong to it by this. */
export const CHECKOUT_FORM = 'checkout';

type WayOutProps = {
  /** A way that the form's action knows (`lib/actions/checkout.ts`). */
  intent: 'home' | 'cart' | 'coupons' | `language:${string}`;
  /** The language of its text, where that is not the page's. */
  lang?: string;
  className?: string;
  children: ReactNode;
};

/**
 * What leads away from the checkout, and looks like the link it would be elsewhere. It is a button of
 * the checkout's form, wherever it stands: a link would leave behind what is typed.
 */
export function WayOut({ intent, ...button }: WayOutProps) {
  return <button type="submit" form={CHECKOUT_FORM} name="intent" value={intent} {...button} />;
}

/**
 * What the Enter key in a field presses: the first button of a form on the page, whatever it does.
 * This one prices the cart again; it neither pays nor leads away. It stands before every other.
 */
export function DefaultButton() {
  return (
    <button
      type="submit"
      form={CHECKOUT_FORM}
      name="intent"
      value="apply"
      tabIndex={-1}
      aria-hidden
      className="sr-only"
    />
  );
}
