import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './scratch';

export interface TestResult {
  title: string;
  file: string;
  passed: boolean;
  /** First line of the failure; empty when it passed. */
  message: string;
}

export interface TestRun {
  tests: TestResult[];
  /** What kept the files from being run at all; empty: nothing. */
  trouble: string;
}

interface Suite {
  file: string;
  suites?: Suite[];
  specs: {
    title: string;
    file: string;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
}

const running = new Set<ChildProcess>();

/** Ends the tests under way, their PostgreSQL too. */
export async function stopTests(): Promise<void> {
  const ends = [...running].map((child) => new Promise((end) => child.once('close', end)));
  for (const child of running) child.kill('SIGINT');
  await Promise.all(ends);
}

/**
 * Runs the tests with these titles in a copy of the sources.
 *
 * @param dataDir where the tests' PostgreSQL keeps its data, from the project's root
 */
export async function runTests(
  scratch: string,
  dataDir: string,
  tests: readonly (readonly [file: string, title: string])[],
): Promise<TestRun> {
  const report = path.join(scratch, 'report.json');
  rmSync(report, { force: true });
  const files = [...new Set(tests.map(([file]) => file))];
  const titles = [...new Set(tests.map(([, title]) => title))];
  const child = spawn(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      ...['test', '-c', 'e2e/playwright.config.ts', '--project=unit', '--project=db'],
      ...['--reporter=json', '-g', titles.map((title) => `${escaped(title)}$`).join('|')],
      ...files.map((file) => `/${escaped(file)}$`),
    ],
    {
      cwd: scratch,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        FORCE_COLOR: '0',
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        TEST_DATA_DIR: path.join(ROOT, dataDir),
      },
    },
  );
  running.add(child);
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  await new Promise((end) => child.once('close', end));
  running.delete(child);
  return readReport(report, output);
}

function readReport(file: string, output: string): TestRun {
  let report: { suites: Suite[]; errors: { message?: string }[] };
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { tests: [], trouble: output };
  }
  return {
    tests: report.suites.flatMap(resultsOf),
    trouble: report.errors.map(({ message }) => message ?? '').join('\n'),
  };
}

function resultsOf({ specs, suites = [] }: Suite): TestResult[] {
  const own = specs.map(({ title, file, ok, tests }) => ({
    title,
    file,
    passed: ok,
    message: firstLine(tests[0]?.results[0]?.error?.message ?? ''),
  }));
  return [...own, ...suites.flatMap(resultsOf)];
}

const firstLine = (text: string) => stripVTControlCharacters(text).split('\n')[0] ?? '';

const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
