// Loaded into the shop by `npm run bench:admin`: says every few milliseconds what memory it holds.

import { renameSync, writeFileSync } from 'node:fs';

const { MEMORY_FILE } = process.env;
const EVERY_MS = 50;

if (MEMORY_FILE) {
  const report = () => {
    const { rss, heapUsed } = process.memoryUsage();
    // Whoever reads it never meets half a line.
    writeFileSync(`${MEMORY_FILE}.next`, JSON.stringify({ rss, heapUsed }));
    renameSync(`${MEMORY_FILE}.next`, MEMORY_FILE);
  };
  setInterval(report, EVERY_MS).unref();
}
