// Loaded into the served application: when the process that started it is killed, nothing stays behind.

import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

const launcher = Number(process.env.LAUNCHER_PID);
// Processes that Next starts inherit this module and have another parent.
if (launcher && process.ppid === launcher) {
  let orphaned = false;
  setInterval(() => {
    if (process.ppid === launcher || orphaned) return;
    orphaned = true;
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS).unref();

  process.once('exit', () => {
    if (orphaned && process.env.LAUNCHER_POSTGRES) stopPostgres(process.env.LAUNCHER_POSTGRES);
  });
}

/** Asks for a fast shutdown. @param {string} home */
function stopPostgres(home) {
  try {
    process.kill(Number.parseInt(readFileSync(`${home}/postmaster.pid`, 'utf8'), 10), 'SIGINT');
  } catch {
    // It has ended already.
  }
}
