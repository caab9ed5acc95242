import { z } from 'zod';
import { SEOUL_OFFSET_MS, seoulMomentText } from '@/lib/format/seoul-moment';

/**
 * A whole number that a person typed, thousands apart or not; undefined when left empty.
 * @param message what to say to anything else
 */
export function wholeNumber(least: number, most: number, message: string) {
  return z
    .string()
    .trim()
    .regex(/^(?:|\d{1,12}|\d{1,3}(?:,\d{3}){1,3})$/, message)
    .transform((text) => (text === '' ? undefined : Number(text.replaceAll(',', ''))))
    .refine((number) => number === undefined || (number >= least && number <= most), message);
}

/** The same, and it may not be left empty. */
export function neededNumber(least: number, most: number, message: string) {
  return z
    .string()
    .trim()
    .min(1)
    .pipe(wholeNumber(least, most, message))
    .transform(Number);
}

/**
 * The instant that a `datetime-local` input means in Korea; the zone is not the browser's.
 * @param message what to say to a moment that no calendar has
 */
export function seoulMoment(message: string) {
  return z
    .string()
    .trim()
    .regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d$/, message)
    .transform((text, context) => {
      const instant = new Date(Date.parse(`${text}:00Z`) - SEOUL_OFFSET_MS);
      if (!Number.isNaN(instant.getTime()) && seoulMomentText(instant) === text) return instant;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}
