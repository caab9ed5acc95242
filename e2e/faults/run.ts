/**
 * `npm run test:faults`: every fault of protocol.md, one by one, on the built shop under load. Prints
 * seed and counts of each, and a table; exit code 1 when anything is off.
 *
 * `-- --only=kill-app,delay` plays a part, `-- --without=disk` all but those: a fault that cannot be had
 * here (a full disk, without root) fails the run unless it is left out like that. `-- --seed=7` with the same chances, `-- --seconds=60`
 * longer, `-- --patience=3` with three times the time limits, on a machine that is busy.
 */

import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, isBuilt } from '@/db/boot/build.mjs';
import { lockDataDir } from '@/db/boot/lock.mjs';
import { describeCounts } from '../support/check-history';
import { distDir } from '../support/shop';
import { FAULTS } from './all';
import { OPERATORS } from './crowd';
import { type Played, playAnywhere } from './play';
import { openStage } from './stage';

const DATA_DIR = '.data-faults';
const DEFAULT_SECONDS = 20;
const SHOPPERS = 16;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    without: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    seconds: { type: 'string', default: String(DEFAULT_SECONDS) },
    patience: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const seconds = Number(values.seconds);
const names = FAULTS.map(({ name }) => name);
const wanted = values.only?.split(',') ?? names;
const without = values.without?.split(',') ?? [];
const unknown = [...wanted, ...without].filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No fault is called ${unknown}. There are: ${names}`);
  process.exit(1);
}

if (!isBuilt(distDir())) {
  console.log('Building …');
  const { status, output } = await build(distDir());
  if (status !== 0) {
    console.error(output);
    process.exit(1);
  }
}
lockDataDir(`${DATA_DIR}-lock`);
console.log(`seed ${seed}, ${SHOPPERS} shoppers, ${OPERATORS} operators, ${seconds} s a fault`);
const began = performance.now();
const results: Played[] = [];
const notRun: string[] = [];
rmSync(DATA_DIR, { recursive: true, force: true });
const stage = await openStage(DATA_DIR);
try {
  for (const fault of FAULTS.filter(
    ({ name }) => wanted.includes(name) && !without.includes(name),
  )) {
    console.log(`\n${fault.name} · ${fault.title}`);
    const options = { seed, seconds, shoppers: SHOPPERS, patience: Number(values.patience) };
    const played = await playAnywhere(fault, stage, options);
    if ('refusedBecause' in played) {
      console.log(`  ✘ cannot be had here: ${played.refusedBecause}`);
      notRun.push(
        `${fault.title} (--without=${fault.name} leaves it out): ${played.refusedBecause}`,
      );
    } else {
      results.push(played);
      report(played);
    }
  }
} finally {
  await stage.close();
  rmSync(DATA_DIR, { recursive: true, force: true });
}
printTable();
const allIsWell = results.every(({ complaints }) => complaints.length === 0);
process.exit(allIsWell && notRun.length === 0 ? 0 : 1);

function report({ counts, unanswered, slowestMs, notes, complaints }: Played): void {
  console.log(`  ${describeCounts(counts)} · without any answer ${unanswered}`);
  console.log(`  slowest answer ${(slowestMs / 1_000).toFixed(1)} s`);
  for (const note of notes) console.log(`  ${note}`);
  for (const complaint of complaints) console.log(`  ✘ ${complaint}`);
}

/** One row a fault, as README shows it: sent are done, again, refused and open together. */
function printTable(): void {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(`\nseed ${seed} · ${minutes} min\n`);
  const open = 'open (of them without any answer) | then settled';
  const head = `sent | done | again | refused | ${open} | lost / doubled | serving again`;
  console.log(`| Fault under load | ${head} |`);
  console.log(`| --- |${' ---: |'.repeat(8)}`);
  for (const { title, counts, unanswered, recoveredMs, complaints } of results) {
    const { sent, done, again, refused, unknownThenSettled, lost, doubled } = counts;
    const cells = [sent, done, again, refused, `${counts.open} (${unanswered})`];
    const ends = [unknownThenSettled, `${lost} / ${doubled}`];
    const holds = complaints.length === 0 ? '' : ` ✘ ${complaints.length}`;
    const served = `${(recoveredMs / 1_000).toFixed(1)} s${holds}`;
    console.log(`| ${[title, ...cells, ...ends, served].join(' | ')} |`);
  }
  for (const name of without) console.log(`Left out: ${name}`);
  for (const line of notRun) console.log(`✘ Not proved: ${line}`);
}
