/** Shortest password in characters, longest in bytes of UTF-8 (hardening.md: 6.2.1–6.2.9). */
export const PASSWORD_LEAST_CHARACTERS = 8;
export const PASSWORD_MOST_BYTES = 1_024;

export type PasswordProblem = 'tooShort' | 'tooLong' | 'common';

/**
 * What keeps a password from being taken; null when nothing does. No kinds of characters are asked
 * for: length and not being everybody's first idea is what counts.
 * @param common passwords that everybody tries first, in lower case
 */
export function passwordProblem(
  password: string,
  common: ReadonlySet<string>,
): PasswordProblem | null {
  if ([...password].length < PASSWORD_LEAST_CHARACTERS) return 'tooShort';
  if (passwordIsTooLong(password)) return 'tooLong';
  return common.has(password.toLowerCase()) ? 'common' : null;
}

/** Whether hashing it would only be work: longer than anybody's. */
export function passwordIsTooLong(password: string): boolean {
  return Buffer.byteLength(password) > PASSWORD_MOST_BYTES;
}
