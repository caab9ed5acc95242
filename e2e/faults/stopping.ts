/** The shop is asked to stop while people pay: everybody is answered, and it ends with 0. */

import { setTimeout as pause } from 'node:timers/promises';
import type { Crowd } from './crowd';
import type { Fault } from './play';

const SERVES_AGAIN_MS = 5_000;
/** A press waits 2 s for its wallet, which a busy machine may need to bring everybody to a press. */
const MOST_ROUNDS = 5;

export const stopped: Fault = {
  name: 'sigterm',
  title: 'SIGTERM during checkouts',
  visits: 'shop',
  recoversWithinMs: SERVES_AGAIN_MS,
  async inflict({ shop, crowd, superuser, relaunch, note, complain }) {
    const unansweredBefore = crowd.statuses.get(0) ?? 0;
    await superuser.begin(async (tx) => {
      // Whoever pays or tops up waits for a wallet: presses are under way when the signal comes.
      await tx`lock table wallets in exclusive mode`;
      for (let round = 0; round < MOST_ROUNDS; round++) {
        await pressesUnderWay(crowd);
        // Requests are taken in their order: after these answers those of the presses are too.
        for (let i = 0; i < 3; i++) await fetch(`${shop.url}/api/health/live`);
        if (crowd.pressing() > 0) break;
      }
      note(`${crowd.pressing()} presses under way at the signal`);
      if (crowd.pressing() === 0) complain('no press was under way');
      shop.terminate();
    });
    await crowd.stop();
    const unanswered = (crowd.statuses.get(0) ?? 0) - unansweredBefore;
    const code = await shop.ended;
    note(`ended with ${code}`);
    if (unanswered > 0) complain(`${unanswered} presses were not answered`);
    if (code !== 0) complain(`it ended with ${code}`);
    await relaunch();
    crowd.start();
  },
};

/** Lets the crowd act until somebody presses, and nobody does anything else. */
async function pressesUnderWay(crowd: Crowd): Promise<void> {
  await crowd.stop();
  crowd.start();
  while (crowd.pressing() === 0) await pause(5);
  await crowd.hush();
}
