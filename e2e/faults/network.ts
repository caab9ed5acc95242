/** What happens on the way between an instance and PostgreSQL. The other instance has a good line. */

import { setTimeout as pause } from 'node:timers/promises';
import type { CutPoint } from '../support/tcp-proxy';
import type { Fault } from './play';

const SERVES_AGAIN_MS = 5_000;
/** Until the driver gives up a silent connection, and a new one is there. */
const NOTICES_SILENCE_MS = 12_000;

/** Chance of a cut each time that a connection comes by the point. */
const CUTS: { at: CutPoint; title: string; chance: number }[] = [
  { at: 'send', title: 'cut before it is sent on', chance: 0.03 },
  { at: 'answer', title: 'cut in mid-answer', chance: 0.03 },
  { at: 'commit-sent', title: 'cut at COMMIT, before the server gets it', chance: 0.3 },
  { at: 'commit-answered', title: 'cut at COMMIT, before its answer arrives', chance: 0.3 },
];

export const networkFaults: Fault[] = [
  ...CUTS.map(
    ({ at, title, chance }): Fault => ({
      name: `cut-${at}`,
      title,
      visits: 'both',
      recoversWithinMs: SERVES_AGAIN_MS,
      async inflict({ proxy, random, seconds, patience, note, complain }) {
        const { cuts } = proxy.counts();
        const made = () => proxy.counts().cuts - cuts;
        // The first that comes by is cut, so that a short run cuts something.
        proxy.set({ cut: { at, when: () => made() === 0 || random.chance(chance) } });
        await pause(seconds * 1_000);
        const deadline = performance.now() + SERVES_AGAIN_MS * patience;
        while (made() === 0 && performance.now() < deadline) await pause(20);
        proxy.restore();
        note(`${made()} cuts`);
        if (made() === 0) complain('nothing was cut');
      },
    }),
  ),
  {
    name: 'delay',
    title: '2 s delay',
    visits: 'both',
    recoversWithinMs: SERVES_AGAIN_MS,
    async inflict({ proxy, seconds }) {
      proxy.set({ delayMs: 2_000 });
      await pause(seconds * 1_000);
      proxy.restore();
    },
  },
  {
    name: 'half-open',
    title: 'half-open: silence, and no goodbye',
    visits: 'both',
    recoversWithinMs: NOTICES_SILENCE_MS,
    async inflict({ proxy, seconds }) {
      proxy.set({ silent: true });
      await pause(seconds * 1_000);
      // New connections get through; those that lost bytes stay dead.
      proxy.restore();
    },
  },
];
