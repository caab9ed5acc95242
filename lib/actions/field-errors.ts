import type { z } from 'zod';
import type { Texts } from '@/lib/i18n/texts';

/** Words for what a schema refuses without words of its own. */
export function fieldMessages(t: Texts): z.core.$ZodErrorMap {
  return (issue) => {
    if (issue.code === 'unrecognized_keys') return t('forms.unexpected');
    if (issue.input === undefined || issue.input === '') return t('forms.required');
    if (issue.code === 'too_big' && issue.origin === 'string') {
      return t('forms.tooLong', { most: Number(issue.maximum) });
    }
    if (issue.code === 'too_small' && issue.origin === 'string') {
      return t('forms.tooShort', { least: Number(issue.minimum) });
    }
    return t('forms.invalid');
  };
}

/** The first thing wrong with each field, in the order of the schema. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const errors = new Map<string, string>();
  for (const issue of error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
    for (const name of names) {
      if (!errors.has(name)) errors.set(name, issue.message);
    }
  }
  return Object.fromEntries(errors);
}
