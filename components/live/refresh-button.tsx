'use client';

import { useRouter } from 'next/navigation';
import { buttonClass } from '@/components/ui/button-class';

/** Has the server draw the page anew; what is typed stays. */
export function RefreshButton({ text }: { text: string }) {
  const { refresh } = useRouter();
  return (
    <button type="button" onClick={refresh} className={buttonClass({ variant: 'secondary' })}>
      {text}
    </button>
  );
}
