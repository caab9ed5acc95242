'use client';

import type { LostAnswer } from '@/lib/views/action-answer';
import { buttonClass } from './button-class';
import { FocusOnAppear } from './focus-on-appear';
import { useFormTexts } from './form-texts';
import { Notice } from './notice';

/** Says that no answer came, and what can be done. Give it a `key` that changes with each answer. */
export function LostNotice({ answer }: { answer: LostAnswer }) {
  return (
    <FocusOnAppear>
      <Notice tone="warning" announce="alert">
        <p>{answer.message}</p>
        {answer.why === 'outdated' && <ReloadButton />}
      </Notice>
    </FocusOnAppear>
  );
}

/** Loads the page anew, which also ends whatever it still waits for. */
export function ReloadButton() {
  const { reload } = useFormTexts().lost;
  return (
    <button type="button" className={buttonClass()} onClick={() => location.reload()}>
      {reload}
    </button>
  );
}
