// Global, because Next loads a module once a bundle.
const holder = globalThis as typeof globalThis & { jangteoDraining?: boolean };

/** Once, when the process starts: from the first SIGTERM on it takes no new work. */
export function watchForDraining(): void {
  process.once('SIGTERM', () => {
    holder.jangteoDraining = true;
  });
}

/** Whether the process is finishing what it has and should get nothing more. */
export function isDraining(): boolean {
  return holder.jangteoDraining === true;
}
