'use client';

import { useFormTexts } from './form-texts';
import { Glyph } from './glyph';
import { useOffline } from './use-offline';

/**
 * Says beside a button that moves money that there is no network, before it is pressed. The browser's
 * word is a hint: the button stays, and a shop on the same machine answers without any network.
 */
export function OfflineNote() {
  const { noNetwork } = useFormTexts().lost;
  const offline = useOffline();
  return (
    <p aria-live="polite" className="flex items-start gap-1.5 text-sm text-warning empty:hidden">
      {offline && (
        <>
          <Glyph size={16} className="mt-1 shrink-0">
            <path d="M3 3l18 18M2 9a15 15 0 0 1 5-3m4-1a15 15 0 0 1 11 4M5 13a10 10 0 0 1 5-2.7m6 .7a10 10 0 0 1 3 2M8.5 16.5a5 5 0 0 1 6.5-.3M12 20h0" />
          </Glyph>
          <span>{noNetwork}</span>
        </>
      )}
    </p>
  );
}
