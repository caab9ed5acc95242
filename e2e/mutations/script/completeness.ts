import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { locate, type Mutation, redTest } from './mutation';
import { ROOT } from './scratch';

const ROW_LOCK = /\bfor (?:no key )?update\b|\.for\(\s*'(?:no key )?update'/gi;

/**
 * What keeps the list from being what it says: row locks of the domain that no mutation takes away,
 * and mutations whose text no longer stands in the sources. Empty: nothing.
 */
export function gapsOf(mutations: Mutation[]): string[] {
  const taken: { file: string; from: number; to: number }[] = [];
  const stale: string[] = [];
  for (const mutation of mutations) {
    try {
      const source = readFileSync(path.join(ROOT, mutation.file), 'utf8');
      taken.push({ file: mutation.file, ...locate(source, mutation) });
    } catch (error) {
      stale.push(`${mutation.what}: ${(error as Error).message}`);
    }
  }
  const unnamed = sources('lib').flatMap((file) => {
    const source = readFileSync(path.join(ROOT, file), 'utf8');
    const here = taken.filter((edit) => edit.file === file);
    const code = source.replace(/^\s*(?:\/\/|\*).*$/gm, (comment) => ' '.repeat(comment.length));
    return [...code.matchAll(ROW_LOCK)]
      .filter(({ index }) => !here.some(({ from, to }) => from <= index && index < to))
      .map(({ index }) => `${file}:${source.slice(0, index).split('\n').length}`)
      .map((place) => `${place}: no mutation takes this row lock away`);
  });
  return [...stale, ...unnamed];
}

/** Mutations that README's table does not hold with their test, and its rows that are none. */
export function gapsInTable(mutations: Mutation[]): string[] {
  const listed = new Set(mutations.map(({ what, killedBy }) => `${what} | ${redTest(killedBy)}`));
  const readme = readFileSync(path.join(ROOT, 'e2e/mutations/README.md'), 'utf8');
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .replace(/^\| | \|$/g, '')
        .replace(/ +\| +/, ' | ')
        .trim(),
    )
    .slice(2);
  const missing = [...listed].filter((row) => !rows.includes(row));
  const gone = rows.filter((row) => !listed.has(row));
  return [
    ...missing.map((row) => `README.md lacks: ${row}`),
    ...gone.map((row) => `README.md has and the list lacks: ${row}`),
  ];
}

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name));
}
