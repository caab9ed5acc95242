/**
 * Control characters, those that turn the direction of the text behind them around, and more marks on
 * one letter than any language puts there, which spill over everything beside it.
 */
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]|\p{M}{5}/u;

/** Whether text that a person typed reads on a page and a parcel as it was typed (hardening.md: 67). */
export const isPrintable = (text: string) => !UNPRINTABLE.test(text);
