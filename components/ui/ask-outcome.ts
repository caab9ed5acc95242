import type { OutcomeView } from '@/lib/views/outcome';

export type Settled =
  | { kind: 'done'; path: string }
  | { kind: 'nothing' }
  /** Only whoever pressed may know. */
  | { kind: 'signedOut' };

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Asks until it is known whether a press did anything, each time after twice the pause, and at once
 * when the network comes back. It never sends the press itself.
 *
 * @param address of `/api/outcome` with its question
 * @param sureAfterMs for how long the shop has to say "nothing so far" until that is the answer: as
 *   long as a press can be under way there
 * @returns null when `signal` ended it
 */
export async function askOutcome(
  address: string,
  { sureAfterMs, signal }: { sureAfterMs: number; signal: AbortSignal },
): Promise<Settled | null> {
  let nothingSince: number | undefined;
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs *= 2) {
    const answer = await ask(address, signal);
    if (answer === 'signedOut') return { kind: 'signedOut' };
    if (answer?.path) return { kind: 'done', path: answer.path };
    let untilSureMs = Number.POSITIVE_INFINITY;
    if (answer) {
      nothingSince ??= performance.now();
      untilSureMs = nothingSince + sureAfterMs - performance.now();
      if (untilSureMs <= 0) return { kind: 'nothing' };
    }
    await pause(Math.min(pauseMs, LONGEST_PAUSE_MS, untilSureMs), signal);
  }
  return null;
}

/** One question; undefined when no use can be made of the answer. */
async function ask(address: string, signal: AbortSignal) {
  try {
    const response = await fetch(address, { signal, cache: 'no-store' });
    if (response.status === 401) return 'signedOut';
    return response.ok ? ((await response.json()) as OutcomeView) : undefined;
  } catch {
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end, { signal: over.signal });
    signal.addEventListener('abort', end, { signal: over.signal });
  });
}
