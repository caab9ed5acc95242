/** Plays one fault under load, and judges what it left behind. */

import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkInvariants } from '@/db/check-invariants';
import { createRandom, type Random } from '@/db/seed/random';
import { openBooks } from '../support/books';
import { checkHistory, type HistoryCounts } from '../support/check-history';
import { type Crowd, gatherCrowd } from './crowd';
import type { Disk, NoDisk } from './disks';
import { isReady } from './launched-shop';
import { answersWithinMs } from './patience';
import { openStage, type Stage } from './stage';

export interface Scene extends Stage {
  crowd: Crowd;
  random: Random;
  /** How long the fault lasts. */
  seconds: number;
  /** Every time limit is multiplied by it. */
  patience: number;
  /** Writes down something that must not be. */
  complain(what: string): void;
  /** Something measured, for the table. */
  note(what: string): void;
}

export interface Fault {
  /** For `--only=`. */
  name: string;
  /** In words, for the table. */
  title: string;
  /** Whom the crowd visits: the launched shop, or both instances, one of them behind the proxy. */
  visits: 'shop' | 'both';
  /** It needs a stage of its own on a disk that can be filled. */
  disk?(): Disk | NoDisk;
  /** How soon after the fault every instance must serve again. */
  recoversWithinMs: number;
  /** Makes it happen, and undoes it. */
  inflict(scene: Scene): Promise<void>;
}

export interface Played {
  title: string;
  counts: HistoryCounts;
  recoveredMs: number;
  slowestMs: number;
  /** Of the open presses those that were never answered at all. */
  unanswered: number;
  notes: string[];
  /** Empty: all is well. */
  complaints: string[];
}

const WARM_UP_MS = 700;
const SETTLE_MS = 20_000;

export interface PlayOptions {
  seed: number;
  /** How long the fault lasts; the whole takes some seconds more. */
  seconds: number;
  shoppers: number;
  /** Every time limit is multiplied by it, on a machine that does other things too. */
  patience: number;
}

/** As `play`, on a stage of its own where the fault needs a disk for it; or why that cannot be had here. */
export async function playAnywhere(
  fault: Fault,
  shared: Stage,
  options: PlayOptions,
): Promise<Played | NoDisk> {
  const disk = fault.disk?.();
  if (!disk) return play(fault, shared, options);
  if ('refusedBecause' in disk) return disk;
  try {
    const stage = await openStage(path.join(disk.dir, 'data'), disk);
    try {
      return await play(fault, stage, options);
    } finally {
      await stage.close();
    }
  } finally {
    disk.remove();
  }
}

async function play(
  fault: Fault,
  stage: Stage,
  { seed, seconds, shoppers, patience }: PlayOptions,
): Promise<Played> {
  const origins = fault.visits === 'both' ? [stage.instance.url, stage.shop.url] : [stage.shop.url];
  const crowd = await gatherCrowd({
    ...{ db: stage.db, origins, size: shoppers, seed, chances: fault.name },
    answersWithinMs: answersWithinMs(patience),
  });
  // Only now: what the gathering put into the books was asked for by nobody in the log.
  const before = await openBooks(stage.db);
  const { complaints } = crowd;
  const notes: string[] = [];

  crowd.start();
  await pause(WARM_UP_MS);
  const random = createRandom(seed, fault.name);
  const scene: Scene = {
    ...stage,
    ...{ crowd, random, seconds, patience },
    complain: (what) => complaints.push(what),
    note: (what) => notes.push(what),
  };
  await fault.inflict(scene);
  const healedAt = performance.now();
  const recoveredMs = await recover(scene, origins, healedAt, fault.recoversWithinMs * patience);
  await crowd.stop();
  const open = await crowd.settle(SETTLE_MS * patience);
  if (open > 0) complaints.push(`${open} presses stay open`);

  const after = await openBooks(stage.db);
  const { counts, contradictions } = checkHistory(crowd.history, before, after);
  complaints.push(...contradictions.map(({ rule, what }) => `${rule}: ${what}`));
  for (const { name, brokenCount } of await checkInvariants(stage.db)) {
    if (brokenCount > 0) complaints.push(`invariant broken: ${name}, ${brokenCount} rows`);
  }
  notes.push(`operators did ${describeActs(crowd)}`);
  if (counts.acknowledged === 0) complaints.push('nothing was bought or topped up');
  for (const line of unhandled(stage)) complaints.push(`in the log: ${line}`);
  return {
    ...{ title: fault.title, counts, recoveredMs, notes, complaints },
    slowestMs: crowd.slowestMs(),
    unanswered: crowd.statuses.get(0) ?? 0,
  };
}

/** What operators were told that they did, how often: `restock 3 · cancel 2`. */
function describeActs({ history, operatorIds }: Crowd): string {
  const acts = new Map<string, number>();
  for (const { userId, action, answer } of history.attempts) {
    const did = answer.kind === 'acknowledged' && !answer.replayed && operatorIds.has(userId);
    if (did) acts.set(action, (acts.get(action) ?? 0) + 1);
  }
  return [...acts].map(([action, times]) => `${action} ${times}`).join(' · ') || 'nothing';
}

/** Until every instance says that it serves, and a press is acknowledged after the fault. */
async function recover(
  { crowd, complain }: Scene,
  origins: readonly string[],
  healedAt: number,
  withinMs: number,
): Promise<number> {
  const left = () => healedAt + withinMs - performance.now();
  for (const origin of origins) {
    if (!(await isReady(origin, Math.max(0, left())))) complain(`${origin} is not ready again`);
  }
  while (crowd.lastDoneAt() < healedAt && left() > 0) await pause(10);
  if (crowd.lastDoneAt() < healedAt) complain('nobody could buy or top up again');
  return performance.now() - healedAt;
}

/** Lines of the instances' logs that tell of an error that nobody caught. */
function unhandled({ shop, instance }: Stage): string[] {
  const lines = `${shop.log()}\n${instance.log()}`.split('\n');
  return lines.filter((line) => /unhandled|uncaught/i.test(line)).slice(0, 3);
}
