/** One thing that the money protocol rests on, taken away, and the test that must notice. */
export interface Mutation {
  /** What is taken away, in a few words. */
  what: string;
  /** Where it stands, from the project's root. */
  file: string;
  /** A text that stands once in the file; what is taken comes next behind it. */
  after?: string;
  /** What is taken; without `after` it stands once in the file. */
  take: string;
  /** What comes in its place; default: nothing. */
  put?: string;
  /** Runs on the driver as it is published, without `db/patches`. */
  publishedDriver?: boolean;
  /** The test that must turn red: its file and its title, without those of its groups. */
  killedBy: readonly [file: string, title: string];
}

export type Edit = Pick<Mutation, 'file' | 'after' | 'take' | 'put'>;

/** A test as the tables name it. */
export const redTest = ([file, title]: Mutation['killedBy']) => `\`${file}\`: ${title}`;

/**
 * Where in a source what an edit takes begins. Stretches of white space count as one blank, so that
 * a formatter breaks nothing.
 *
 * @returns its offsets in `source`
 * @throws Error when the texts do not stand in it as `Mutation` says
 */
export function locate(source: string, { file, after, take }: Edit): { from: number; to: number } {
  const anchor = theOnly(source, after ?? take, file);
  if (after === undefined) return anchor;
  const found = loosely(take).exec(source.slice(anchor.to));
  if (!found) throw new Error(`${file}: "${take}" does not stand behind "${after}"`);
  const from = anchor.to + found.index;
  return { from, to: from + found[0].length };
}

function theOnly(source: string, text: string, file: string): { from: number; to: number } {
  const found = [...source.matchAll(loosely(text))];
  const [first] = found;
  if (!first || found.length > 1) {
    throw new Error(`${file}: "${text}" stands ${found.length} times in it, not once`);
  }
  return { from: first.index, to: first.index + first[0].length };
}

/** The source with an edit made. */
export function apply(source: string, edit: Edit): string {
  const { from, to } = locate(source, edit);
  return source.slice(0, from) + (edit.put ?? '') + source.slice(to);
}

function loosely(text: string): RegExp {
  const words = text.trim().split(/\s+/);
  return new RegExp(
    words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('\\s+'),
    'g',
  );
}
