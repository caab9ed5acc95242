'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { LostAnswer } from '@/lib/views/action-answer';

/** What a form says when no answer came, or none can come now, in the page's language. */
export type LostTexts = Record<LostAnswer['why'] | 'reload' | 'stuck' | 'noNetwork', string>;

const Texts = createContext<LostTexts>({
  offline: '',
  outdated: '',
  cut: '',
  reload: '',
  stuck: '',
  noNetwork: '',
});

/** Gives every form of a document its words for a lost answer; the document's layout knows them. */
export function LostTextsProvider({ texts, children }: { texts: LostTexts; children: ReactNode }) {
  return <Texts value={texts}>{children}</Texts>;
}

export const useLostTexts = () => useContext(Texts);
