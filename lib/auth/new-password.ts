import 'server-only';
import type { Texts } from '@/lib/i18n/texts';
import { commonPasswords } from './common-passwords';
import { PASSWORD_LEAST_CHARACTERS, passwordProblem } from './password-rules';

/** What is wrong with a password that somebody chose, in words; null: it will do. */
export async function newPasswordComplaint(password: string, t: Texts): Promise<string | null> {
  const problem = passwordProblem(password, await commonPasswords());
  return problem && t(`auth.password.${problem}`, { least: PASSWORD_LEAST_CHARACTERS });
}
