// Global, because Next loads a module once a bundle.
const holder = globalThis as typeof globalThis & { jangteoDraining?: boolean };

/** What the launcher sends ahead of SIGTERM: requests are still taken, `ready` already says 503. */
export const DRAIN_SIGNAL = 'SIGUSR2';

/** Once, when the process starts: from the first of these signals on it should get no new work. */
export function watchForDraining(): void {
  for (const signal of [DRAIN_SIGNAL, 'SIGTERM']) {
    process.once(signal, () => {
      holder.jangteoDraining = true;
    });
  }
}

/** Whether the process is finishing what it has and should get nothing more. */
export function isDraining(): boolean {
  return holder.jangteoDraining === true;
}
