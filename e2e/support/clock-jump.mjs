// Loaded into a shop before it starts (`NODE_OPTIONS`): at SIGWINCH its monotonic clock jumps, so that what
// is under way is older than the shop takes, in a moment.

const AHEAD_MS = 11_000;
const now = performance.now.bind(performance);
let ahead = 0;

Object.defineProperty(performance, 'now', { value: () => now() + ahead });
process.on('SIGWINCH', () => {
  ahead += AHEAD_MS;
  process.stdout.write(`the clock is ${ahead} ms ahead\n`);
});
