const DIGITS = { least: 8, most: 15 };

/** Whether text, already in NFKC, reads as a telephone number of any country (spec.md: Delivery). */
export function isPhoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d() -]+$/.test(text) && digits >= DIGITS.least && digits <= DIGITS.most;
}
