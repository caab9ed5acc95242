import type { Order } from './world';

/** How often what was answered, over all stories of a run: a model that reaches little proves little. */
export function createTally() {
  let stories = 0;
  const counts = new Map<string, number>();
  const count = (name: string, n = 1) => counts.set(name, (counts.get(name) ?? 0) + n);
  return {
    /** Counts one story that held. */
    add(answers: Record<string, number>, orders: Order[]): void {
      stories += 1;
      for (const [name, n] of Object.entries(answers)) count(name, n);
      for (const { verdict } of orders) {
        if (verdict) count(verdict.usable ? 'coupon used' : `coupon ${verdict.reason}`);
      }
    },
    inWords(): string {
      const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
      return `${stories} stories; ${sorted.map(([name, n]) => `${name} ${n}`).join(' · ')}`;
    },
  };
}
