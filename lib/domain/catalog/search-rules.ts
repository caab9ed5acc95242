/** How what a shopper types becomes what the catalogue is searched for (interface.md: Product list). */

/** Something that has to stand in a product's texts. */
export type SearchPart =
  /** These letters, one after the other. */
  | { kind: 'letters'; letters: string }
  /** A regular expression of PostgreSQL: initial consonants stand for any syllable of theirs. */
  | { kind: 'initials'; pattern: string };

export interface ProductSearch {
  /** All that was typed, spaces left out, for names with theirs left out too. */
  whole: SearchPart;
  /** Each word, once. */
  words: SearchPart[];
}

/** A keyboard joins two initial consonants typed in a row into one final cluster. */
const CLUSTERS: Record<string, string> = {
  ...{ ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ' },
  ...{ ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ' },
};

// Unicode's arithmetic of Hangul: 19 initial consonants, 588 syllables begin with each.
const FIRST_INITIAL = 0x1100;
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES_OF_AN_INITIAL = 588;
/** NFKC turns the letters of a keyboard (`ㄱ`, U+3131) into these. */
const INITIAL = /[\u1100-\u1112]/;

/**
 * Reads a search: case and width of letters make no difference (NFKC), `ㄱㄱㅁ` stands for 고구마,
 * and so does `고ㄱㅁ`. The database keeps a product's texts in the same form (`searchName`,
 * `searchText` of db/schema/products.ts).
 *
 * @returns null when there is nothing to look for
 */
export function readSearch(typed: string): ProductSearch | null {
  const apart = [...typed].map((letter) => CLUSTERS[letter] ?? letter).join('');
  const words = apart.normalize('NFKC').toLowerCase().match(/\S+/g);
  if (!words) return null;
  return { whole: part(words.join('')), words: [...new Set(words)].map(part) };
}

function part(letters: string): SearchPart {
  if (!INITIAL.test(letters)) return { kind: 'letters', letters };
  return { kind: 'initials', pattern: [...letters].map(oneLetter).join('') };
}

function oneLetter(letter: string): string {
  if (!INITIAL.test(letter)) return letter.replace(/[\\^$.|?*+()[\]{}]/, '\\$&');
  const initial = (letter.codePointAt(0) ?? 0) - FIRST_INITIAL;
  const first = FIRST_SYLLABLE + initial * SYLLABLES_OF_AN_INITIAL;
  const last = first + SYLLABLES_OF_AN_INITIAL - 1;
  return `[${letter}${String.fromCodePoint(first)}-${String.fromCodePoint(last)}]`;
}
