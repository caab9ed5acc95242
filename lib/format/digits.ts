const everyThreeDigits = /\B(?=(\d{3})+$)/g;

/**
 * A whole number of 0 or more with its thousands apart: `12,900`, in both languages.
 *
 * By hand and not by Intl: the same in every Node and browser, so that a number formatted again after
 * hydration never differs from the server's, and no phone spends its first moments on the tables of `Intl`.
 */
export function groupDigits(whole: number): string {
  return String(whole).replace(everyThreeDigits, ',');
}
