import 'server-only';
import { database } from '@/db';
import { schemaIsCurrent } from '@/db/migrate';
import { isDraining } from '@/lib/draining';

const PATIENCE_MS = 1_000;

export type Readiness = 'ready' | 'stopping' | 'schema differs' | 'no database';

/**
 * Whether requests can be served (hardening.md: Health): the database answers within a second with
 * exactly this code's schema, and the process is not stopping. Never throws.
 */
export async function getReadiness(): Promise<Readiness> {
  if (isDraining()) return 'stopping';
  let patience: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    patience = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  try {
    const asked = schemaIsCurrent(database().sql);
    return (await Promise.race([asked, tooLate])) ? 'ready' : 'schema differs';
  } catch {
    return 'no database';
  } finally {
    clearTimeout(patience);
  }
}
