'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClass } from './button-class';

type SubmitButtonProps = ButtonLook & {
  children: ReactNode;
  /** Said instead of `children` while the form is on its way. */
  pendingText?: string;
  /** Impossible to send at all, with the reason nearby (sold out). */
  disabled?: boolean;
  'aria-describedby'?: string | undefined;
  /** For forms with several buttons. */
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
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClass({ variant, size, wide })}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...button}
    >
      {pending && pendingText ? pendingText : children}
    </button>
  );
}
