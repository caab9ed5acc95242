'use client';

import { WifiOff } from 'lucide-react';
import { useFormTexts } from './form-texts';
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
          <WifiOff aria-hidden size={16} className="mt-1 shrink-0" />
          <span>{noNetwork}</span>
        </>
      )}
    </p>
  );
}
