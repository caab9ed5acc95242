/**
 * A TCP proxy on loopback between an application and PostgreSQL: it delays, counts, cuts and goes
 * deaf. It reads just enough of the wire protocol to know a COMMIT and its answer when they pass;
 * what is encrypted it cannot read, so the connection through it must be without TLS.
 */

import { createServer, type Socket, connect as tcpConnect } from 'node:net';
import { createDelayLine } from './delay-line';
import { createClientReader, createServerReader } from './wire-reader';

/**
 * Where a connection is cut:
 * - `send`: the application's bytes do not go out any more;
 * - `answer`: half of an answer arrives;
 * - `commit-sent`: the COMMIT was sent and never reaches the server, which rolls back;
 * - `commit-answered`: the server has committed and its answer never arrives.
 */
export type CutPoint = 'send' | 'answer' | 'commit-sent' | 'commit-answered';

export interface Conditions {
  /** Milliseconds added to each round trip in total, all of them on the way to the server. Order is kept. */
  delayMs: number;
  /**
   * Asked each time that a connection comes by the point; true cuts that connection. It is told the
   * port that the server knows the connection by, the `client_port` of `pg_stat_activity`.
   */
  cut: { at: CutPoint; when: (clientPort: number) => boolean } | null;
  /**
   * Half-open: bytes are swallowed in both directions, without a word. A connection that lost
   * bytes so stays dead for ever, as one does whose peer's machine is gone.
   */
  silent: boolean;
}

/** Since the start; take differences. */
export interface ProxyCounts {
  connections: number;
  /** The application sent, and then received: however many bytes and packets either was. */
  roundTrips: number;
  /** COMMITs that the server got. */
  commits: number;
  cuts: number;
}

export interface TcpProxy {
  port: number;
  /** `url` with this proxy in place of its host and port. */
  through(url: string): string;
  /** Changes the conditions named, for open connections too. */
  set(conditions: Partial<Conditions>): void;
  /** No delay, no cut, not silent. Connections that lost bytes stay dead. */
  restore(): void;
  /** Cuts every open connection now. */
  cutAll(): void;
  counts(): ProxyCounts;
  close(): Promise<void>;
}

const UNDISTURBED: Conditions = { delayMs: 0, cut: null, silent: false };

/** @param target `postgres://…@host:port/…`, or a host and a port */
export async function startTcpProxy(
  target: string | { host: string; port: number },
): Promise<TcpProxy> {
  const server = typeof target === 'string' ? addressOf(target) : target;
  const conditions = { ...UNDISTURBED };
  const counts = { connections: 0, roundTrips: 0, commits: 0, cuts: 0 };
  const links = new Set<Link>();

  const listener = createServer({ noDelay: true }, (client) => {
    counts.connections += 1;
    const link = createLink(client, server, { conditions, counts });
    links.add(link);
    client.once('close', () => links.delete(link));
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', resolve);
  });
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    port,
    through: (url) => {
      const moved = new URL(url);
      moved.hostname = '127.0.0.1';
      moved.port = String(port);
      return moved.href;
    },
    set: (changes) => Object.assign(conditions, changes),
    restore: () => Object.assign(conditions, UNDISTURBED),
    cutAll: () => {
      for (const link of links) link.cut();
    },
    counts: () => ({ ...counts }),
    close: async () => {
      const closed = new Promise((resolve) => listener.close(resolve));
      for (const link of links) link.cut();
      await closed;
    },
  };
}

interface Link {
  cut(): void;
}

/** One connection of the application with its own one to the server. */
function createLink(
  client: Socket,
  address: { host: string; port: number },
  { conditions, counts }: { conditions: Conditions; counts: ProxyCounts },
): Link {
  const server = tcpConnect({ ...address, noDelay: true });
  const toServer = createDelayLine(() => conditions.delayMs);
  const readClient = createClientReader();
  const readServer = createServerReader();
  let asked = false;
  let dead = false;
  let committing = false;

  const cut = () => {
    dead = true;
    counts.cuts += 1;
    end();
  };
  const end = () => {
    toServer.clear();
    client.resetAndDestroy();
    server.destroy();
  };
  /** Whether this connection is to be cut at a point that it comes by now. */
  const cutHere = (at: CutPoint) =>
    conditions.cut?.at === at && conditions.cut.when(server.localPort ?? 0);
  const deaf = () => {
    dead ||= conditions.silent;
    return dead;
  };

  function send(bytes: Buffer): void {
    if (server.destroyed || deaf()) return;
    server.write(bytes);
  }

  client.on('data', (chunk) => {
    if (deaf()) return;
    asked = true;
    if (cutHere('send')) return cut();
    const { whole, commits } = readClient(chunk);
    if (commits) {
      if (cutHere('commit-sent')) return cut();
      counts.commits += 1;
      committing = true;
    }
    if (whole.length > 0) toServer.push(() => send(whole));
  });

  server.on('data', (chunk) => {
    if (deaf()) return;
    const { committed } = readServer(chunk);
    if (committed && committing) {
      committing = false;
      if (cutHere('commit-answered')) return cut();
    }
    if (cutHere('answer')) {
      client.write(chunk.subarray(0, chunk.length >> 1), cut);
      dead = true;
      return;
    }
    if (asked) counts.roundTrips += 1;
    asked = false;
    client.write(chunk);
  });

  // The machine behind a half-open connection says nothing, not even goodbye.
  client.on('close', () => toServer.push(() => server.end()));
  server.on('close', () => {
    if (!deaf()) client.end();
  });
  client.on('error', () => server.destroy());
  server.on('error', () => {
    if (!deaf()) client.resetAndDestroy();
  });
  return { cut };
}

function addressOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 5432) };
}
