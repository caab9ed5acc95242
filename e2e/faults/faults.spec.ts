/**
 * The faults of protocol.md in short: a few seconds each, fewer shoppers, and time enough for a
 * machine that runs other tests too. `npm run test:faults` is the long form.
 */

import { rmSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { ensureTestBuild } from '../support/shop';
import { FAULTS } from './all';
import { whyNot } from './disks';
import { playAnywhere } from './play';
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

// What cannot be tried here is no test, and `e2e/gate.mjs` says so on a line of its own.
const impossible = new Map(FAULTS.map((fault) => [fault, fault.disk && whyNot(fault.disk)]));
const annotation = [...impossible].flatMap(([{ title }, why]) =>
  why ? { type: 'not tried', description: `${title}: ${why}` } : [],
);

for (const fault of FAULTS.filter((one) => !impossible.get(one))) {
  test(`${fault.title}: nothing lost, nothing doubled, and it serves again`, {
    annotation,
  }, async ({ stage }) => {
    const played = await playAnywhere(fault, stage, OPTIONS);
    expect(played).toMatchObject({ complaints: [], counts: { lost: 0, doubled: 0 } });
  });
}
