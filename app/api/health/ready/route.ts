import { database } from '@/db';
import { schemaIsCurrent } from '@/db/migrate';
import { isDraining } from '@/lib/draining';

const PATIENCE_MS = 1_000;

/**
 * `GET /api/health/ready`: 200 while requests can be served, 503 otherwise: the database answers
 * within a second with exactly this code's schema, and the process is not stopping.
 */
export async function GET() {
  const status = isDraining() ? 'stopping' : await databaseStatus();
  return Response.json(
    { status },
    { status: status === 'ready' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

async function databaseStatus(): Promise<'ready' | 'schema differs' | 'no database'> {
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
