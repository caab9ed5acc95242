'use client';

import { type FormEvent, useState } from 'react';

/**
 * What a form's fields hold while somebody types, for a preview that follows. Spread `typing` on an
 * element around the fields. Without JavaScript nothing follows, and `typed` stays undefined.
 */
export function useTyped() {
  const [typed, setTyped] = useState<Record<string, string>>();
  const onInput = (event: FormEvent<HTMLElement>) => {
    const form = (event.target as HTMLInputElement).form;
    if (!form) return;
    const texts = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    setTyped(Object.fromEntries(texts));
  };
  return { typed, typing: { onInput } };
}
