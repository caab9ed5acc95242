/** `npm run test:mutations`, or a part of it: `-- --only=script`, `--only=rules`, `--only=script:cancel`. */

import { runRules, stopRules } from './rules';
import { runScript } from './script';
import { stopTests } from './script/run-tests';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all([stopTests(), stopRules()]);
    process.exit(130);
  });
}
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
const [part, chosen] = only.split(':');
let ok = part === 'rules' || (await runScript(chosen));
if (part !== 'script') ok = (await runRules()) && ok;
process.exit(ok ? 0 : 1);
