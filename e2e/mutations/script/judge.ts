import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { Mutation } from './mutation';
import { runTests, type TestRun } from './run-tests';
import { lastMigration, SCHEMA_TESTS, schemaRules } from './schema-rules';
import { mutate } from './scratch';

/** A copy of the sources, and where the PostgreSQL of its tests keeps its data. */
export interface Lane {
  scratch: string;
  dataDir: string;
}

export type NamedTest = readonly [file: string, title: string];

export interface Verdict {
  what: string;
  killedBy: NamedTest;
  /** `broken`: the mutant did not run, or what it takes away no longer stands in the source. */
  fate: 'killed' | 'survived' | 'broken';
  /** First line of what the test said. */
  message: string;
  seconds: number;
}

/** A mutant must be a working program that does the wrong thing, not one that cannot run. */
const CANNOT_RUN = /^(?:Reference|Syntax)Error|syntax error at|does not exist$/;

/** Makes a mutant in a copy of the sources, runs its test, and takes the mutant back. */
export async function judge(mutation: Mutation, { scratch, dataDir }: Lane): Promise<Verdict> {
  const { what, killedBy } = mutation;
  const seconds = stopwatch();
  let undo: () => void;
  try {
    undo = mutate(scratch, mutation);
  } catch (error) {
    const { message } = error as Error;
    return { what, killedBy, fate: 'broken', message, seconds: seconds() };
  }
  try {
    const run = await runTests(scratch, dataDir, [killedBy]);
    return { what, killedBy, ...fateIn(run, killedBy), seconds: seconds() };
  } finally {
    undo();
  }
}

/**
 * Takes every rule of the schema away at once. Each has a test of its own that wants to be refused by
 * that rule's name, so a rule that is missing shows in its own test whatever else is missing.
 */
export async function judgeSchema({ scratch, dataDir }: Lane): Promise<Verdict[]> {
  const rules = schemaRules();
  const tests = rules.map(({ name }): NamedTest => [SCHEMA_TESTS, name]);
  const seconds = stopwatch();
  const file = lastMigration(scratch);
  const original = readFileSync(file);
  for (const { drop } of rules) appendFileSync(file, `\n--> statement-breakpoint\n${drop};`);
  try {
    const run = await runTests(scratch, dataDir, tests);
    const each = seconds() / rules.length;
    return rules.map(({ what, name }): Verdict => {
      const killedBy = [SCHEMA_TESTS, name] as const;
      return { what, killedBy, ...fateIn(run, killedBy), seconds: each };
    });
  } finally {
    writeFileSync(file, original);
  }
}

function fateIn(
  { tests, trouble }: TestRun,
  [, title]: NamedTest,
): Pick<Verdict, 'fate' | 'message'> {
  const test = tests.find((one) => one.title === title);
  if (trouble || !test) return { fate: 'broken', message: trouble || 'its test was not run' };
  const { passed, message } = test;
  if (passed) return { fate: 'survived', message };
  return { fate: CANNOT_RUN.test(message) ? 'broken' : 'killed', message };
}

function stopwatch(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
