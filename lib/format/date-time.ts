import type { Locale } from '../i18n/locales';

/**
 * Dates and times of the shop: Asia/Seoul, 24-hour. Server only: Node and Chromium disagree on
 * Korean time, so Client Components get finished texts as props.
 */
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions) {
  const language = locale === 'ko' ? 'ko-KR' : 'en-GB';
  return new Intl.DateTimeFormat(language, { timeZone: 'Asia/Seoul', ...options });
}

const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const days = { ko: formatter('ko', day), en: formatter('en', day) };
const shortDays = {
  ko: formatter('ko', { month: 'short', day: 'numeric' }),
  en: formatter('en', { month: 'short', day: 'numeric' }),
};
const clocks = { ko: formatter('ko', clock), en: formatter('en', clock) };

/** The Seoul day of an instant: `2026년 11월 20일`, `20 Nov 2026`. */
export function formatDate(instant: Date, locale: Locale): string {
  return days[locale].format(instant);
}

const months = {
  ko: formatter('ko', { year: 'numeric', month: 'long' }),
  en: formatter('en', { year: 'numeric', month: 'long' }),
};

/** A Seoul month, `2026-11`, in words: `2026년 11월`, `November 2026`. */
export function formatMonth(month: string, locale: Locale): string {
  return months[locale].format(new Date(`${month}-15T00:00:00Z`));
}

/** The Seoul day without its year: `11월 20일`, `20 Nov`. */
export function formatShortDate(instant: Date, locale: Locale): string {
  return shortDays[locale].format(instant);
}

/** The Seoul time of an instant: `09:05`, the same in both languages. */
export function formatTime(instant: Date, locale: Locale): string {
  return clocks[locale].format(instant);
}

/** Day and time: `2026년 11월 20일 09:05`, `20 Nov 2026, 09:05`. */
export function formatDateTime(instant: Date, locale: Locale): string {
  const separator = locale === 'ko' ? ' ' : ', ';
  return `${formatDate(instant, locale)}${separator}${formatTime(instant, locale)}`;
}

/** Swedish writes dates as ISO 8601 does. */
const stamp = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Seoul',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** To the second, for files and `title`s: `2026-11-20T09:05:00+09:00`. Seoul keeps no summer time. */
export function formatTimestamp(instant: Date): string {
  return `${stamp.format(instant).replace(' ', 'T')}+09:00`;
}

/** From when something holds: the day alone where it begins with one, else day and time. */
export function formatStart(instant: Date, locale: Locale): string {
  return beginsDay(instant) ? formatDate(instant, locale) : formatDateTime(instant, locale);
}

/**
 * Until when something holds: its last day where it ends with one, else day and time.
 * @param end the first instant at which it does not hold any more
 */
export function formatEnd(end: Date, locale: Locale): string {
  return beginsDay(end)
    ? formatDate(new Date(end.getTime() - 1), locale)
    : formatDateTime(end, locale);
}

const beginsDay = (instant: Date) => formatTime(instant, 'ko') === '00:00';
