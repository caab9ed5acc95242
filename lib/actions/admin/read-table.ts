import { parse } from 'csv-parse/sync';
import type { ImportedLine } from '@/lib/domain/catalog/import-rules';

/** What the columns of a table may be called; the template has the first of each. */
const TITLES = {
  product: ['product', 'product_id', 'slug', '상품번호', '상품', '번호', '주소'],
  delta: ['change', 'delta', 'quantity', 'units', '변화', '변경', '수량', '입고'],
  reason: ['reason', 'note', '사유', '이유', '메모'],
};
type Column = keyof typeof TITLES;

/** What stands where in a table without titles. */
const WITHOUT_TITLES: Record<Column, number> = { product: 0, delta: 1, reason: 2 };

/** Longest cell that is kept; a movement's reason ends there too. */
const LONGEST_CELL = 200;

/**
 * Reads a table of stock changes as Excel, a text editor or a pasted range holds it: commas,
 * semicolons or tabs, quotes as in RFC 4180, UTF-8 or the encoding of Korean Excel.
 *
 * A first line with titles says which column is which, in either language; without one they are
 * product, change, reason.
 *
 * @param reason for lines that give none
 * @returns null when it is no such table at all
 */
export function readTable(bytes: Uint8Array, reason: string): ImportedLine[] | null {
  const text = decode(bytes);
  // PostgreSQL stores no NUL, and no table has one.
  if (text === null || text.includes('\0')) return null;
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch {
    return null;
  }
  const titled = columnsOf(rows[0]?.record ?? []);
  const columns = titled ?? WITHOUT_TITLES;
  return rows.slice(titled ? 1 : 0).map(({ record, info }) => {
    const cell = (column: Column) => plain(record[columns[column]] ?? '');
    return {
      line: info.lines,
      product: cell('product'),
      delta: cell('delta'),
      reason: cell('reason') || reason,
    };
  });
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not that one.
    }
  }
  return null;
}

/** What divides the first line most often. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const often = (sign: string) => first.split(sign).length;
  if (first.includes('\t')) return '\t';
  return often(';') > often(',') ? ';' : ',';
}

/** Where the columns stand; null: the line is no line of titles. */
function columnsOf(titles: string[]): Record<Column, number> | null {
  const names = titles.map((title) => title.toLowerCase());
  const at = (column: Column) => names.findIndex((name) => TITLES[column].includes(name));
  const [product, delta, reason] = [at('product'), at('delta'), at('reason')];
  return product < 0 || delta < 0 ? null : { product, delta, reason };
}

/**
 * One line of text, without the apostrophe that keeps a spreadsheet from running it, which our files
 * have. No sign is cut in half: PostgreSQL keeps no halves.
 */
function plain(cell: string): string {
  const line = cell.replace(/^'(?=[=+\-@])/, '').replace(/[\t\r\n]+/g, ' ');
  return line.slice(0, LONGEST_CELL).replace(/\p{Cs}$/u, '');
}
