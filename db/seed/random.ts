/** Chance that repeats: the same seed and purpose give the same row of numbers on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  float(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** An index, each as likely as its weight. `cumulative` comes from `cumulate`. */
  weighted(cumulative: readonly number[]): number;
  /** A version 4 UUID, for the keys of forms that nobody rendered. */
  uuid(): string;
}

/**
 * @param purpose keeps the numbers of one part of the seed apart from another's, so that a change to
 *   one does not reshuffle the rest
 */
export function createRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed}:${purpose}`);
  // mulberry32: short, and even enough for a sample shop.
  const float = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number) => least + Math.floor(float() * (most - least + 1));
  return {
    float,
    int,
    chance: (probability) => float() < probability,
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    weighted: (cumulative) => firstAbove(cumulative, float() * (cumulative.at(-1) ?? 0)),
    uuid: () => {
      const digits = Array.from({ length: 32 }, () => int(0, 15).toString(16)).join('');
      const variant = '89ab'[int(0, 3)];
      const parts = [
        [0, 8],
        [8, 12],
        [13, 16],
        [17, 20],
        [20, 32],
      ].map(([a, b]) => digits.slice(a, b));
      return `${parts[0]}-${parts[1]}-4${parts[2]}-${variant}${parts[3]}-${parts[4]}`;
    },
  };
}

/** Running sums of weights, which `Random.weighted` draws from. */
export function cumulate(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}

function firstAbove(cumulative: readonly number[], value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
  return value;
}
