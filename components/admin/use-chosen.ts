'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Chooses a radio button when the page names another one while its form stands: a picture that was
 * uploaded meanwhile. Whoever listens to input hears of it as if it had been pressed.
 *
 * @param value of the button to choose; the one at first is left to the form
 * @returns for the element around the fields
 */
export function useChosen(name: string, value: string): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  const known = useRef(value);
  useEffect(() => {
    if (known.current === value) return;
    known.current = value;
    const buttons = around.current?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
    const chosen = [...(buttons ?? [])].find((button) => button.value === value);
    if (!chosen) return;
    chosen.checked = true;
    chosen.dispatchEvent(new Event('input', { bubbles: true }));
  }, [name, value]);
  return around;
}
