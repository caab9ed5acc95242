import { z } from 'zod';
import { SEOUL_OFFSET_MS, seoulMomentText } from '@/lib/format/seoul-moment';
import { type NumberReader, signed } from '@/lib/parse-amount';

/**
 * A number that a person typed; undefined when left empty.
 * @param read the reader that the field's preview uses too
 * @param message what to say to anything else
 */
export function numberField(read: NumberReader, least: number, most: number, message: string) {
  return z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === '') return undefined;
      const number = read(text);
      if (number !== null && number >= least && number <= most) return number;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

/** The same, and it may not be left empty. */
export function neededNumber(...field: Parameters<typeof numberField>) {
  return z
    .string()
    .trim()
    .min(1)
    .pipe(numberField(...field))
    .transform(Number);
}

/**
 * A change that a person typed, with or without a sign: not nothing.
 * @param most either way
 */
export function changeField(read: NumberReader, most: number, message: string) {
  return neededNumber(signed(read), -most, most, message).refine((change) => change !== 0, message);
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
