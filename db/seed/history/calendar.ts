import { addDays, seoulDay, startOfSeoulDay } from '@/lib/domain/seoul-day';
import type { Random } from '../random';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Hours of a Seoul day at which operators work; a shift lasts until the next one begins. */
const SHIFT_HOURS = [0, 9, 15] as const;
export const RESTOCK_HOUR = 9;
export const FULFIL_HOUR = 15;

/** Operators' work and cancellations fill a shift's first minutes, before its orders. */
export const OFFICE_MS = 7 * MINUTE_MS;
const ORDERS_FROM_MS = 10 * MINUTE_MS;

/** A stretch of a day that is played in one go: office work, then orders. Instants in ms. */
export interface Shift {
  day: number;
  hour: number;
  from: number;
  to: number;
}

/** Days of the history as Seoul knows them; the last one is today, as far as it has come. */
export interface Calendar {
  days: number;
  /** Where each day begins. */
  dayStarts: number[];
  shifts: Shift[];
  now: number;
}

/** The `days` Seoul days that end with the one of `now`. */
export function createCalendar(days: number, now: Date): Calendar {
  const first = addDays(seoulDay(now), 1 - days);
  const dayStarts = Array.from({ length: days }, (_, day) =>
    startOfSeoulDay(addDays(first, day)).getTime(),
  );
  const shifts = dayStarts.flatMap((start, day) =>
    SHIFT_HOURS.map((hour, i) => ({
      day,
      hour,
      from: start + hour * HOUR_MS,
      to: start + (SHIFT_HOURS[i + 1] ?? 24) * HOUR_MS,
    })),
  );
  const until = now.getTime();
  // A shift whose office work would end in the future has not begun.
  const begun = shifts.filter(({ from }) => from + OFFICE_MS <= until);
  return { days, dayStarts, shifts: begun, now: until };
}

/** Sunday first: the weekend is for shopping. */
const WEEKDAY_WEIGHTS = [1.35, 0.95, 0.9, 0.95, 1, 1.1, 1.3];
const HOUR_WEIGHTS = [
  ...[1.4, 0.7, 0.35, 0.2, 0.15, 0.25, 0.7, 1.6, 2.6, 3.2, 3.6, 4],
  ...[5.2, 4.4, 3.6, 3.4, 3.4, 3.6, 4, 4.6, 5.8, 6.6, 5.6, 3.2],
];
const GROWTH = 0.3;

/**
 * When `count` visits come: more at weekends, at noon and in the evening, and a little more each week.
 * @returns instants in ms, ascending, none after `now`
 */
export function visitTimes({ dayStarts, days, now }: Calendar, count: number, random: Random) {
  const hours = dayStarts.flatMap((start, day) => {
    // 1 January 1970 was a Thursday, day 4 of a week that begins on Sunday.
    const weekday = (Math.floor((start + 9 * HOUR_MS) / (24 * HOUR_MS)) + 4) % 7;
    const dayWeight =
      (WEEKDAY_WEIGHTS[weekday] ?? 1) * (1 + (GROWTH * day) / days) * (0.9 + 0.2 * random.float());
    return HOUR_WEIGHTS.map((hourWeight, hour) => {
      const shiftBegins = (SHIFT_HOURS as readonly number[]).includes(hour);
      const from = start + hour * HOUR_MS + (shiftBegins ? ORDERS_FROM_MS : 0);
      const to = Math.min(start + (hour + 1) * HOUR_MS, now);
      const share = Math.max(0, to - from) / HOUR_MS;
      return { from, to, weight: dayWeight * hourWeight * share * (0.7 + 0.6 * random.float()) };
    });
  });
  const total = hours.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  return hours.flatMap(({ from, to, weight }) => {
    const before = Math.round((reached / total) * count);
    reached += weight;
    const visits = Math.round((reached / total) * count) - before;
    const times = Array.from(
      { length: visits },
      () => from + Math.floor(random.float() * (to - from)),
    );
    return times.sort((a, b) => a - b);
  });
}
