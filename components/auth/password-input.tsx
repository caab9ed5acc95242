'use client';

import { type ComponentProps, useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Mark } from '@/components/ui/mark';

type PasswordInputProps = Omit<ComponentProps<typeof Input>, 'type' | 'className'> & {
  /** Names the button; whether it is pressed says the rest. */
  showText: string;
};

/** A password field that can be read back before sending. Without JavaScript it is a plain one. */
export function PasswordInput({ showText, ...props }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        className="pr-12"
        autoCapitalize="none"
        spellCheck={false}
      />
      <button
        type="button"
        className="js-only absolute inset-y-0 right-0 inline-flex w-11 items-center justify-center text-muted"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        <Mark shape={shown ? 'eyeOff' : 'eye'} size={20} />
        <span className="sr-only">{showText}</span>
      </button>
    </div>
  );
}
