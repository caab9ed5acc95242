/** A day of the Asia/Seoul calendar, `YYYY-MM-DD`. */
export type SeoulDay = string;

const DAY_MS = 86_400_000;
/** Seoul has kept UTC+9 without summer time since 1988. */
const SEOUL_OFFSET_MS = 9 * 3_600_000;

/** The Seoul day that an instant falls on (spec.md: Time). */
export function seoulDay(instant: Date): SeoulDay {
  return new Date(instant.getTime() + SEOUL_OFFSET_MS).toISOString().slice(0, 10);
}

/** The hour of its Seoul day that an instant lies in, 0 to 23. */
export function seoulHour(instant: Date): number {
  return new Date(instant.getTime() + SEOUL_OFFSET_MS).getUTCHours();
}

/** The instant at which a Seoul day begins. */
export function startOfSeoulDay(day: SeoulDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - SEOUL_OFFSET_MS);
}

/** The Seoul day that lies `days` after another; negative: before. */
export function addDays(day: SeoulDay, days: number): SeoulDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days the second lies after the first. */
export function daysBetween(first: SeoulDay, second: SeoulDay): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS;
}

/** The month that lies `months` after another, `2026-11`; negative: before. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
