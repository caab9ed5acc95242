/**
 * `npm run test:mutations`, or a part of it: `-- --only=script`, `--only=rules`,
 * `--only=script:cancel`; `-- --only=script --slice=2/6` for the second sixth of the script.
 */

import { parseArgs } from 'node:util';
import { runRules, stopRules } from './rules';
import { runScript } from './script';
import { stopTests } from './script/run-tests';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all([stopTests(), stopRules()]);
    process.exit(130);
  });
}
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    slice: { type: 'string', default: '1/1' },
  },
});
const [part, chosen] = values.only.split(':');
const [slice = 1, slices = 1] = values.slice.split('/').map(Number);
let ok = part === 'rules' || (await runScript({ chosen, slice, slices }));
if (part !== 'script') ok = (await runRules()) && ok;
process.exit(ok ? 0 : 1);
