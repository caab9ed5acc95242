/** One spelling for all variants of an address: NFKC, trimmed, lower case (hardening.md: 78). */
export function normaliseEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
