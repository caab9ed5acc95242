/** One field of a sent form: its name and its value; null for a file, whose content nobody reads. */
export type SentField = [name: string, value: string | null];

/** Far above any form of the shop; each costs time to read. */
const MOST_FIELDS = 100;

const BOUNDARY = /^multipart\/form-data;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))$/;
const DISPOSITION = /^content-disposition: form-data; name="([^"\\]*)"(; filename="[^"\\]*")?$/i;
const CONTENT_TYPE = /^content-type: [^\r\n]*$/i;

/**
 * Reads a form as browsers and common clients write it, and nothing else. Next reads it again with
 * parsers of its own, which also take charsets, encodings and loose ends: what they might read
 * differently from us does not come in (hardening.md: 58, 59, 62).
 *
 * @param body at most the length of a form
 * @returns null for anything torn, odd, or with too many fields
 */
export function readMultipart(contentType: string, body: Uint8Array): SentField[] | null {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return null;
  // Byte for byte: what marks the parts is ASCII.
  const text = `\r\n${Buffer.from(body).toString('latin1')}`;
  const [before, ...parts] = text.split(`\r\n--${boundary}`, MOST_FIELDS + 2);
  const end = parts.pop();
  if (before !== '' || (end !== '--' && end !== '--\r\n')) return null;
  const fields = parts.map(readPart);
  return fields.every((field) => field !== null) ? fields : null;
}

function readPart(part: string): SentField | null {
  const headEnd = part.indexOf('\r\n\r\n');
  if (!part.startsWith('\r\n') || headEnd < 2) return null;
  const [disposition = '', type, ...more] = part.slice(2, headEnd).split('\r\n');
  const [matched, name = '', file] = DISPOSITION.exec(disposition) ?? [];
  // A field of text has no type; one that named a charset would be read in it.
  const typeIsFine = type === undefined || (file !== undefined && CONTENT_TYPE.test(type));
  if (matched === undefined || !typeIsFine || more.length > 0) return null;
  const text = (latin1: string) => Buffer.from(latin1, 'latin1').toString();
  return [text(name), file === undefined ? text(part.slice(headEnd + 4)) : null];
}
