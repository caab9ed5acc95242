/** One spelling for all variants of an address: NFKC, trimmed, lower case (hardening.md: 78). */
export function normaliseEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** What stands in the place of a closed account's name; pages say it in their language. */
export const CLOSED_ACCOUNT_NAME = '탈퇴한 회원';

/** What stands in the place of its e-mail, which is free for a new account then. */
export const closedAccountEmail = (userId: number) => `closed-${userId}@closed.invalid`;
