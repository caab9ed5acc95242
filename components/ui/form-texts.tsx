'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { AmountProblem } from '@/lib/parse-amount';
import type { LostAnswer } from '@/lib/views/action-answer';

/** What every form says by itself, without the server, in the page's language. */
export interface FormTexts {
  /** When no answer came, or none can come now. */
  lost: Record<LostAnswer['why'] | 'reload' | 'stuck' | 'noNetwork', string>;
  /** Leads whoever was signed out back to the page. */
  signIn: string;
  /** What the server would say of a field (`field-problem.ts`). */
  fields: {
    required: string;
    missing: Record<'recipient' | 'phone' | 'address' | 'amount', string>;
    email: string;
    phone: string;
    amount: Record<Exclude<AmountProblem, 'missing' | 'tooLarge'>, string>;
  };
}

const Texts = createContext<FormTexts | null>(null);

/** Gives every form of a document its own words; the document's layout knows them. */
export function FormTextsProvider({ texts, children }: { texts: FormTexts; children: ReactNode }) {
  return <Texts value={texts}>{children}</Texts>;
}

/** @throws outside of a document */
export function useFormTexts(): FormTexts {
  const texts = useContext(Texts);
  if (!texts) throw new Error('A form stands outside of components/shell/document.tsx.');
  return texts;
}
