export const SEOUL_OFFSET_MS = 9 * 3_600_000;

/** An instant as a `datetime-local` input in Korea holds it: `2026-11-20T09:00`. */
export function seoulMomentText(instant: Date): string {
  return new Date(instant.getTime() + SEOUL_OFFSET_MS).toISOString().slice(0, 16);
}
