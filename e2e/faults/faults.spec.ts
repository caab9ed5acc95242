/**
 * The faults of protocol.md in short: a few seconds each, fewer shoppers, and time enough for a
 * machine that runs other tests too. `npm run test:faults` is the long form.
 */

import { rmSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { ensureTestBuild } from '../support/shop';
import { FAULTS } from './all';
import { play, playOnSmallDisk } from './play';
import { canMountSmallDisk } from './small-disk';
import { openStage, type Stage } from './stage';

const OPTIONS = { seed: 20_261_124, seconds: 2, shoppers: 6, patience: 4 };

const test = base.extend<object, { stage: Stage }>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
    async ({}, use, { workerIndex }) => {
      await ensureTestBuild();
      const dataDir = `.data-faults-${workerIndex}`;
      rmSync(dataDir, { recursive: true, force: true });
      const stage = await openStage(dataDir);
      await use(stage);
      await stage.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

// One stage for all of them: what one leaves behind, the next one stands on.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const fault of FAULTS.filter(({ smallDisk }) => !smallDisk)) {
  test(`${fault.title}: nothing lost, nothing doubled, and it serves again`, async ({ stage }) => {
    const { complaints, counts } = await play(fault, stage, OPTIONS);
    expect(complaints).toEqual([]);
    expect(counts).toMatchObject({ lost: 0, doubled: 0 });
  });
}

const onSmallDisk = FAULTS.filter(({ smallDisk }) => smallDisk);
// Where nothing can be mounted there is nothing that could be tested; the long form says so.
for (const fault of canMountSmallDisk() ? onSmallDisk : []) {
  test(`${fault.title}: nothing is changed, pages are read, and it recovers`, async () => {
    await ensureTestBuild();
    const played = await playOnSmallDisk(fault, OPTIONS);
    expect(played).toMatchObject({ complaints: [], counts: { lost: 0, doubled: 0 } });
  });
}
