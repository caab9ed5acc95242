/** Processes that die, and one that is asked to stop. */

import { setTimeout as pause } from 'node:timers/promises';
import { isReady } from './launched-shop';
import type { Fault, Scene } from './play';

const SERVES_AGAIN_MS = 5_000;

export const processFaults: Fault[] = [
  {
    name: 'kill-app',
    title: 'kill -9 of the application',
    visits: 'shop',
    recoversWithinMs: SERVES_AGAIN_MS,
    inflict: (scene) => killAgainAndAgain(scene, () => scene.shop.applicationPid()),
  },
  {
    name: 'kill-postgres',
    title: 'kill -9 of PostgreSQL',
    visits: 'both',
    recoversWithinMs: SERVES_AGAIN_MS,
    inflict: (scene) => killAgainAndAgain(scene, () => scene.shop.postmasterPid()),
  },
  {
    name: 'kill-backends',
    title: 'kill -9 of one backend each second',
    visits: 'both',
    recoversWithinMs: SERVES_AGAIN_MS,
    async inflict({ superuser, seconds, note, complain }) {
      let killed = 0;
      for (let i = 0; i < seconds; i++) {
        await pause(1_000);
        // PostgreSQL ends every session when one dies like this, ours too.
        const pid = await superuser<{ pid: number }[]>`
          select pid from pg_stat_activity where application_name = 'jangteo'
          order by (state = 'idle'), random() limit 1`.then(
          ([backend]) => backend?.pid,
          () => undefined,
        );
        if (pid) killed += kill(pid) ? 1 : 0;
      }
      note(`${killed} killed`);
      if (killed === 0) complain('no backend was killed');
    },
  },
];

/** Each time it serves again. The time to that is noted; more than 5 s is too long. */
async function killAgainAndAgain(
  { shop, seconds, patience, note, complain }: Scene,
  victim: () => number | undefined,
): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  const mostMs = SERVES_AGAIN_MS * patience;
  let slowest = 0;
  let killed = 0;
  do {
    const pid = victim();
    if (pid === undefined || !kill(pid)) {
      complain('there is no process to kill');
      return;
    }
    killed += 1;
    const from = performance.now();
    // The dead one may have answered a moment ago; its successor has another number.
    while (victim() === pid && performance.now() - from < mostMs) await pause(10);
    if (!(await isReady(shop.url, mostMs * 2))) complain('it does not serve again');
    slowest = Math.max(slowest, performance.now() - from);
    await pause(1_000);
  } while (performance.now() < until);
  note(`${killed} killed, serving again within ${Math.round(slowest)} ms`);
  if (slowest > mostMs) complain(`serving again took ${Math.round(slowest)} ms`);
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
