/** Letters written from right to left, and what turns the text around it by itself. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name as it stands inside a sentence of ours: one that is written from right to left is held in
 * invisible brackets (U+2068, U+2069), so that it turns no number or word beside it around. Markup
 * does the same by `<bdi>`.
 */
export function isolate(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
