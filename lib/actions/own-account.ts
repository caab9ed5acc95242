'use server';

import { z } from 'zod';
import { database } from '@/db';
import { signOut as endSignIn, signIn as openSignIn } from '@/lib/auth/next-auth';
import { hashPassword } from '@/lib/auth/password';
import { dropCheckoutDraft } from '@/lib/checkout-draft';
import { changePassword as changeStoredPassword } from '@/lib/domain/accounts/change-password';
import { closeAccount as closeUser } from '@/lib/domain/accounts/close-account';
import { endAllSessions } from '@/lib/domain/accounts/end-all-sessions';
import { updateProfile } from '@/lib/domain/accounts/update-profile';
import { redirect } from '@/lib/i18n/redirect';
import { log } from '@/lib/log';
import { askPassword } from './ask-password';
import { defineAction } from './define-action';
import { deliverySchema } from './delivery-fields';
import { fieldErrorsOf, fieldMessages } from './field-errors';
import { chosenPassword, personName, typedPassword } from './person-fields';

const wrongAt = (field: string, text: string): Record<string, string> => ({ [field]: text });

/** Saves the name and the delivery details that the next checkout begins with; all empty: none. */
export const saveProfile = defineAction({
  name: 'account.save-profile',
  role: 'shopper',
  schema: (t) =>
    z.strictObject({
      name: personName(t),
      recipient: z.string(),
      phone: z.string(),
      address: z.string(),
    }),
  async run({ input: { name, ...typed }, user, t, now }) {
    const isEmpty = Object.values(typed).every((text) => text.trim() === '');
    const delivery = isEmpty
      ? { success: true as const, data: { recipient: '', phone: '', address: '' } }
      : deliverySchema(t).safeParse(typed, { error: fieldMessages(t) });
    if (!delivery.success) return { ok: false, fieldErrors: fieldErrorsOf(delivery.error) };
    const profile = { userId: user.id, name, delivery: delivery.data };
    const outcome = await updateProfile(database(), profile, now);
    if (!outcome.ok) return outcome;
    return { ok: true, data: null, message: t('account.edit.saved') };
  },
});

/**
 * Changes the password and signs out everywhere else. Pressed again after it was done, the new
 * password is there already, and the page says so.
 */
export const changePassword = defineAction({
  name: 'account.change-password',
  role: 'shopper',
  secretFields: ['currentPassword', 'newPassword'],
  schema: (t) =>
    z.strictObject({ currentPassword: typedPassword(t), newPassword: chosenPassword(t) }),
  async run({ input, user, locale, t }) {
    const { currentPassword, newPassword } = input;
    const wrong = wrongAt('currentPassword', t('account.password.wrong'));
    const refusal = await askPassword(user, currentPassword, wrong);
    if (refusal) {
      const isDone = 'fieldErrors' in refusal && !(await askPassword(user, newPassword, wrong));
      return isDone ? redirect(locale, '/account?done=password') : refusal;
    }
    const passwordHash = await hashPassword(newPassword);
    const outcome = await changeStoredPassword(database(), { userId: user.id, passwordHash });
    if (!outcome.ok) return outcome;
    log('info', 'password.changed', { userId: user.id });
    const credentials = { email: user.email, password: newPassword };
    await openSignIn('credentials', { ...credentials, redirect: false });
    return redirect(locale, '/account?done=password');
  },
});

/** Signs out on every device, this one too. */
export const signOutEverywhere = defineAction({
  name: 'account.sign-out-everywhere',
  role: 'shopper',
  schema: () => z.strictObject({}),
  async run({ user, locale }) {
    const outcome = await endAllSessions(database(), user.id);
    if (!outcome.ok) return outcome;
    log('info', 'sign-out.everywhere', { userId: user.id });
    await endSignIn({ redirect: false });
    return redirect(locale, '/sign-in?done=everywhere');
  },
});

/** Closes the account for good, with the password. */
export const closeAccount = defineAction({
  name: 'account.close',
  role: 'shopper',
  secretFields: ['password'],
  schema: (t) => z.strictObject({ password: typedPassword(t) }),
  async run({ input, user, locale, t, now }) {
    const wrong = wrongAt('password', t('account.close.wrong'));
    const refusal = await askPassword(user, input.password, wrong);
    if (refusal) return refusal;
    const outcome = await closeUser(database(), { userId: user.id }, now);
    if (!outcome.ok) return outcome;
    log('info', 'account.closed', { userId: user.id });
    await dropCheckoutDraft();
    await endSignIn({ redirect: false });
    return redirect(locale, '/sign-in?done=closed');
  },
});
