/** The shop runs out of something: connections, or disk. */

import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRefusedForNow } from '../support/history';
import { leaveFree, makeSmallDisk, shareDisk } from './disks';
import { isReady } from './launched-shop';
import { answersWithinMs } from './patience';
import type { Fault, Scene } from './play';

const SERVES_AGAIN_MS = 5_000;

/** Readers who come at once while every connection is held. */
const READERS = 150;
/** Each waits for a connection and for a lock, and all their pages are drawn at once. */
const CROWDED_PAGE = { shopWaitsMs: 4_000, workMs: 5_000 };

const BELOW_FLOOR_MB = 300;
/** The shop looks each second how much room is left. */
const NOTICES_ROOM_MS = 10_000;

export const poolExhausted: Fault = {
  name: 'pool',
  title: 'pool exhausted',
  visits: 'shop',
  recoversWithinMs: SERVES_AGAIN_MS,
  async inflict({ shop, crowd, superuser, seconds, patience, note, complain }) {
    const mostMs = answersWithinMs(patience, CROWDED_PAGE);
    let slowest = 0;
    let answered = 0;
    let turnedAway = 0;
    const statuses = new Map<number, number>();
    await superuser.begin(async (tx) => {
      // Whoever needs a wallet waits for it with a connection in hand.
      await tx`lock table wallets, sessions in access exclusive mode`;
      const until = performance.now() + seconds * 1_000;
      const read = async (): Promise<void> => {
        const from = performance.now();
        const signal = AbortSignal.timeout(mostMs);
        const { cookie } = crowd;
        const status = await fetch(`${shop.url}/wallet`, { headers: { cookie }, signal })
          .then((answer) => answer.arrayBuffer().then(() => answer.status))
          .catch(() => 0);
        slowest = Math.max(slowest, performance.now() - from);
        if (status > 0) answered += 1;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      };
      const ask = async (address: string): Promise<number> => {
        const signal = AbortSignal.timeout(mostMs);
        return fetch(`${shop.url}${address}`, { signal }).then(
          ({ status }) => status,
          () => 0,
        );
      };
      const readers = Array.from({ length: READERS }, read);
      for (;;) {
        await pause(200);
        if ((await ask('/api/health/ready')) === 503) turnedAway += 1;
        if ((await ask('/api/health/live')) !== 200) complain('the process does not say it lives');
        const left = until - performance.now();
        if (left < 0 && (turnedAway > 0 || left < -mostMs)) break;
      }
      await Promise.all(readers);
    });
    note(`${answered} of ${READERS} readers answered within ${Math.round(slowest)} ms`);
    const told = [...statuses].map(([status, n]) => `${status} ${n} times`).join(', ');
    note(`readers were told ${told}; ready said 503 ${turnedAway} times`);
    for (const status of statuses.keys()) {
      if (status !== 0 && status !== 200 && status !== 503) complain(`a reader was told ${status}`);
    }
    if (answered < READERS) complain(`${READERS - answered} readers had no answer`);
    if (turnedAway === 0) complain('ready never said 503');
  },
};

export const diskFull: Fault = {
  name: 'disk',
  title: 'disk full on the data directory',
  visits: 'shop',
  recoversWithinMs: NOTICES_ROOM_MS,
  disk: makeSmallDisk,
  async inflict(scene) {
    // First so little room that the shop closes its books in time, then none at all.
    await fillDisk(scene, 40, { readable: true });
    await fillDisk(scene, 0, { readable: false });
  },
};

export const roomGone: Fault = {
  name: 'room',
  title: 'too little room on the disk',
  visits: 'shop',
  recoversWithinMs: NOTICES_ROOM_MS,
  disk: shareDisk,
  // Far below the floor, so that whoever else clears up on that disk does not raise it above.
  inflict: (scene) => fillDisk(scene, scene.leastFreeMb - BELOW_FLOOR_MB, { readable: true }),
};

/** @param readable the shop must show its pages, money's too, while nothing can be changed */
async function fillDisk(
  scene: Scene,
  leaveMb: number,
  { readable }: { readable: boolean },
): Promise<void> {
  const { shop, crowd, seconds, patience, note, complain } = scene;
  const ballast = path.join(shop.dataDir, 'ballast');
  const pressed = crowd.history.attempts.length;
  const told = () =>
    crowd.history.attempts.slice(pressed).filter(({ answer }) => isRefusedForNow(answer)).length;
  leaveFree(ballast, leaveMb);
  const full = performance.now();
  const quietMs = seconds * 500;
  const isQuiet = () => performance.now() - Math.max(full, crowd.lastDoneAt()) > quietMs;
  const closed = () => isQuiet() && (!readable || told() > 0);
  const until = full + quietMs + NOTICES_ROOM_MS * patience;
  while (!closed() && performance.now() < until) await pause(20);
  if (readable && !isQuiet()) complain('changes were taken with next to no room');
  const signal = () => AbortSignal.timeout(answersWithinMs(patience));
  const home = await fetch(shop.url, { signal: signal() })
    .then(({ status }) => status)
    .catch(() => 0);
  if (home !== 200) complain(`the home page answered ${home}`);
  if (readable) {
    const { cookie } = crowd;
    const wallet = await fetch(`${shop.url}/wallet`, { headers: { cookie }, signal: signal() })
      .then(async (answer) => ({ status: answer.status, html: await answer.text() }))
      .catch(() => undefined);
    if (wallet?.status !== 200) complain(`the wallet answered ${wallet?.status ?? 'nothing'}`);
    if (!wallet?.html.includes('5,000,000')) complain('the wallet shows nothing of what is in it');
    note(`${told()} presses were told that nothing was changed`);
    if (told() === 0) complain('no press was told that nothing was changed');
    if (!crowd.statuses.has(503)) complain('no press was answered by a 503');
  }
  await readDashboard(scene);
  const ready = await isReady(shop.url, 1_000 * patience);
  if (readable && !ready) complain('nobody can read');
  rmSync(ballast);
  const from = performance.now();
  while (crowd.lastDoneAt() < from && performance.now() - from < NOTICES_ROOM_MS * patience)
    await pause(20);
  note(`${leaveMb} MB left: changes again after ${Math.round(performance.now() - from)} ms`);
}

/** An operator is shown the figures, or that they cannot be had now, with the code that the log has. */
async function readDashboard({ shop, crowd, patience, note, complain }: Scene): Promise<void> {
  const signal = AbortSignal.timeout(answersWithinMs(patience));
  const headers = { cookie: crowd.operatorCookie };
  const answer = await fetch(`${shop.url}/admin`, { headers, signal }).then(
    async (page) => ({ status: page.status, html: await page.text() }),
    () => null,
  );
  if (!answer) return complain('the dashboard did not answer');
  const { status, html } = answer;
  const told = status === 200 ? 'data-figure="netSales"' : /<code>[\w.-]{6,}<\/code>/;
  note(`the dashboard answered ${status}`);
  if (html.search(told) < 0) complain(`the dashboard answered ${status}, and nothing to go by`);
}
