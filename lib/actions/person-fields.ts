import { z } from 'zod';
import { newPasswordComplaint } from '@/lib/auth/new-password';
import { passwordIsTooLong } from '@/lib/auth/password-rules';
import type { Texts } from './define-action';
import { isPrintable } from './printable';

const LONGEST_NAME = 100;

/** What a person is called, as it was typed but for blanks around it. */
export const personName = (t: Texts) =>
  z
    .string()
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(z.string().min(1).max(LONGEST_NAME).refine(isPrintable, t('forms.unprintable')));

/** A password as typed; whether it is a good one is `chosenPassword`'s to say. */
export const typedPassword = (t: Texts) =>
  z
    .string()
    .min(1)
    .refine((typed) => !passwordIsTooLong(typed), t('auth.password.tooLong'));

/**
 * A password that somebody chooses. Judged as a field, so that one press tells what is wrong with it
 * and with the others.
 */
export const chosenPassword = (t: Texts) =>
  typedPassword(t).superRefine(async (typed, context) => {
    const complaint = await newPasswordComplaint(typed, t);
    if (complaint) context.addIssue({ code: 'custom', message: complaint });
  });
