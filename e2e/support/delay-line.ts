/** A queue whose entries come out a while after they went in, in their order. */
export interface DelayLine {
  /** `deliver` runs at once when there is no delay and nothing waits before it. */
  push(deliver: () => void): void;
  /** Drops what waits. */
  clear(): void;
}

/** @param delayMs asked at each push */
export function createDelayLine(delayMs: () => number): DelayLine {
  let waiting: { due: number; deliver: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function deliverDue(): void {
    timer = undefined;
    for (let next = waiting[0]; next && next.due <= performance.now(); next = waiting[0]) {
      waiting.shift();
      next.deliver();
    }
    const [next] = waiting;
    // Node's timers count in whole milliseconds and may fire early by a part of one.
    if (next) timer ??= setTimeout(deliverDue, Math.max(0, next.due - performance.now()));
  }

  return {
    push(deliver) {
      const delay = delayMs();
      if (delay === 0 && waiting.length === 0) return deliver();
      waiting.push({ due: performance.now() + delay, deliver });
      timer ??= setTimeout(deliverDue, delay);
    },
    clear() {
      waiting = [];
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
