import { z } from 'zod';
import { readRowId } from '@/lib/page-key';

/** The number of a row in a hidden field; anything else is no row that anybody could mean. */
export const rowNumber = z.string().transform((text, context) => {
  const id = readRowId(text);
  if (id !== null) return id;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});
