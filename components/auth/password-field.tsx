'use client';

import { Field } from '@/components/ui/field';
import { PasswordInput } from './password-input';

type PasswordFieldProps = {
  /** As the form's `field(name)` gives them. */
  id: string;
  error: string | undefined;
  name: string;
  label: string;
  hint?: string | undefined;
  showText: string;
  autoComplete: 'current-password' | 'new-password';
};

/** A required password with its label; what was typed into it never comes back. */
export function PasswordField({ name, showText, autoComplete, ...field }: PasswordFieldProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <PasswordInput
          {...wiring}
          name={name}
          showText={showText}
          autoComplete={autoComplete}
          required
        />
      )}
    </Field>
  );
}
