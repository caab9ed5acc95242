const DIGITS = { least: 8, most: 15 };

/** A number as Korea writes it, without hyphens: area or network, middle, last four. */
const DIGITS_ALONE = /^(?<area>02|050\d(?=\d{8}$)|0\d\d)(?<middle>\d{3,4})?(?<last>\d{4,})$/;

/**
 * A number for a cell of a spreadsheet, which takes digits alone for a sum and drops the zero that
 * they begin with: `01012345678` becomes `010-1234-5678`. Others stay as they were typed.
 */
export function phoneCell(phone: string): string {
  const { area, middle, last } = DIGITS_ALONE.exec(phone.replace(/[()]/g, ''))?.groups ?? {};
  return area === undefined ? phone : [area, middle, last].filter(Boolean).join('-');
}

/** Whether text, already in NFKC, reads as a telephone number of any country (spec.md: Delivery). */
export function isPhoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d() -]+$/.test(text) && digits >= DIGITS.least && digits <= DIGITS.most;
}
