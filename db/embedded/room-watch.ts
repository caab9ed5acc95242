/**
 * Keeps the shop readable when its disk fills up. PostgreSQL that cannot extend its log ends in a
 * panic, and nobody can even look; so with little room left it takes no more changes, and takes them
 * again when there is room.
 */

import { statfsSync } from 'node:fs';
import postgres from 'postgres';

const MEGABYTE = 1_000_000;
/** More to begin again than to stop, so that it does not flicker: two segments of PostgreSQL's log. */
const ROOM_MORE_MB = 32;
const LOOK_EVERY_MS = 1_000;

export interface RoomWatch {
  stop(): void;
}

/**
 * Looks once before it returns, then each second.
 *
 * @param home PostgreSQL's data directory
 * @param leastFreeMb with less than this nothing is changed; some segments of PostgreSQL's log at least
 * @param superuserUrl may change the server's settings; a server that is away is asked again
 */
export async function watchRoom(
  home: string,
  leastFreeMb: number,
  superuserUrl: string,
): Promise<RoomWatch> {
  let closed: boolean | undefined;
  let looking = false;

  async function look(): Promise<void> {
    const room = roomIn(home);
    const close = room < (leastFreeMb + (closed ? ROOM_MORE_MB : 0)) * MEGABYTE;
    if (close === closed || looking) return;
    looking = true;
    try {
      await setReadOnly(superuserUrl, close);
      if (close)
        say(`Only ${Math.floor(room / MEGABYTE)} MB are free: nothing can be changed now.`);
      else if (closed) say('There is room again: changes are taken.');
      closed = close;
    } catch {
      // The server is away: the next look tries again.
    } finally {
      looking = false;
    }
  }

  await look();
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return { stop: () => clearInterval(timer) };
}

/** For open sessions too, from their next transaction on. */
async function setReadOnly(superuserUrl: string, on: boolean): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined, connect_timeout: 2 });
  try {
    if (on) await sql`ALTER SYSTEM SET default_transaction_read_only = on`;
    else await sql`ALTER SYSTEM RESET default_transaction_read_only`;
    await sql`SELECT pg_reload_conf()`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Bytes that the server can still write. */
function roomIn(home: string): number {
  const { bavail, bsize } = statfsSync(home);
  return bavail * bsize;
}

function say(line: string): void {
  process.stderr.write(`  ${line}\n`);
}
