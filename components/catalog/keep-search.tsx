'use client';

import { useEffect } from 'react';

/** Puts what was searched for back into the header's field: the header itself knows no address. */
export function KeepSearch({ search }: { search: string }) {
  useEffect(() => {
    const field = document.querySelector<HTMLInputElement>('header input[name=q]');
    if (field && document.activeElement !== field) field.value = search;
    return () => {
      if (field) field.value = '';
    };
  }, [search]);
  return null;
}
