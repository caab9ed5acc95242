/**
 * Puts values into a text whose places the server left open (`{discount}`), where a Client Component
 * learns them only while somebody types. In one pass: a value with braces in it stays what it is.
 */
export function fillText(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
