/**
 * Takes away, one at a time, each thing that the money protocol rests on, and runs the test that must
 * notice. Prints what was taken and which test turned red, as a table.
 */

import { availableParallelism } from 'node:os';
import { gapsInTable, gapsOf } from './completeness';
import { judge, judgeSchema, type Lane, type NamedTest, type Verdict } from './judge';
import { redTest } from './mutation';
import { MUTATIONS } from './mutations';
import { runTests } from './run-tests';
import { SCHEMA_TESTS, schemaRules } from './schema-rules';
import { makeScratch } from './scratch';

const LANES = Math.min(2, availableParallelism());

/**
 * @param chosen a part of what is taken away, in words; default: everything
 * @param slice which of so many slices of it, counted from 1
 * @returns whether the list is complete and every mutant was killed
 */
export async function runScript({
  chosen = '',
  slice,
  slices,
}: {
  chosen?: string;
  slice: number;
  slices: number;
}): Promise<boolean> {
  const gaps = [...gapsOf(MUTATIONS), ...gapsInTable(MUTATIONS)];
  for (const gap of gaps) console.error(`✘ ${gap}`);
  if (gaps.length > 0) return false;

  const mutations = MUTATIONS.filter(({ what }) => what.includes(chosen)).filter(
    (_, i) => i % slices === slice - 1,
  );
  const schema = slice === 1 && 'schema'.includes(chosen);
  const [first, ...others] = Array.from({ length: LANES }, (_, lane) => ({
    scratch: makeScratch(),
    dataDir: `.data-mutants-${lane}`,
  }));
  if (!first) throw new Error('there is always one lane');

  const named = mutations.map(({ killedBy }) => killedBy);
  if (schema) named.push(...schemaRules().map(({ name }) => [SCHEMA_TESTS, name] as const));
  const red = await notGreen(first, named);
  for (const line of red) console.error(`✘ not green before anything is taken away: ${line}`);
  if (red.length > 0) return false;

  const left = [...mutations];
  const verdicts: Verdict[] = [];
  const work = async (lane: Lane, started: Verdict[]) => {
    for (const verdict of started) report(verdict);
    for (let mutation = left.shift(); mutation; mutation = left.shift()) {
      report(await judge(mutation, lane));
    }
  };
  const report = (verdict: Verdict) => {
    verdicts.push(verdict);
    console.info(line(verdict));
  };
  await Promise.all([
    ...others.map((lane) => work(lane, [])),
    work(first, schema ? await judgeSchema(first) : []),
  ]);
  console.info(`\n${table(verdicts)}\n`);
  const killed = verdicts.filter(({ fate }) => fate === 'killed').length;
  console.info(`${killed} killed, ${verdicts.length - killed} not`);
  return killed === verdicts.length;
}

/** The named tests that do not pass, or do not exist, with nothing taken away. */
async function notGreen({ scratch, dataDir }: Lane, named: NamedTest[]): Promise<string[]> {
  const { tests, trouble } = await runTests(scratch, dataDir, named);
  if (trouble) return [trouble];
  const passed = new Set(tests.filter((test) => test.passed).map(({ title }) => title));
  const red = named.filter(([, title]) => !passed.has(title));
  return [...new Set(red.map((test) => test.join(': ')))];
}

function line({ what, fate, message, seconds }: Verdict): string {
  const mark = fate === 'killed' ? '✓' : '✘';
  return `${mark} ${fate.toUpperCase()}  ${what}  ${seconds.toFixed(1)} s  ${message}`;
}

function table(verdicts: Verdict[]): string {
  const rows = verdicts.map(({ what, fate, killedBy, seconds }) => {
    const red = fate === 'killed' ? redTest(killedBy) : fate.toUpperCase();
    return `| ${what} | ${red} | ${seconds.toFixed(1)} |`;
  });
  return ['| Taken away | Turned red | s |', '| --- | --- | --- |', ...rows].join('\n');
}
