'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClass } from './button-class';

type SubmitButtonProps = ButtonLook & {
  children: ReactNode;
  /** Said instead of `children` while the form is on its way, sent by this button. */
  pendingText?: string;
  /** Impossible to send at all, with the reason nearby (sold out). */
  disabled?: boolean;
  'aria-describedby'?: string | undefined;
  /** For forms with several buttons: each has them then. */
  name?: string;
  value?: string;
  formAction?: string | ((data: FormData) => void | Promise<void>);
};

/**
 * The button that sends a form. While the form is pending a second press does nothing, and the
 * button keeps focus (`aria-disabled`, not `disabled`). Without JavaScript it is an ordinary one.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, pendingText, variant, size, wide, ...button } = props;
  // What is on its way; null: nothing is.
  const { data } = useFormStatus();
  const isPressed = data && (!button.name || data.get(button.name) === button.value);
  return (
    <button
      type="submit"
      className={buttonClass({ variant, size, wide })}
      aria-disabled={!!data}
      onClick={(event) => {
        if (data) event.preventDefault();
      }}
      {...button}
    >
      {(isPressed && pendingText) || children}
    </button>
  );
}
