/** `npm run test:mutations`, or a part of it: `-- --only=script|rules`, `-- --only=script:cancel`. */

import { runScript } from './script';

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
const [part, chosen] = only.split(':');
const ok = part === 'rules' || (await runScript(chosen));
process.exit(ok ? 0 : 1);
