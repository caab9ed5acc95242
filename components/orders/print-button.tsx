'use client';

import { buttonClass } from '@/components/ui/button-class';

/** Opens the browser's print dialog; shown only where scripts run. */
export function PrintButton({ text }: { text: string }) {
  return (
    <button
      type="button"
      className={`js-only ${buttonClass({ variant: 'secondary' })}`}
      onClick={() => window.print()}
    >
      {text}
    </button>
  );
}
