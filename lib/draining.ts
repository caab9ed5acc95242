import { channel } from 'node:diagnostics_channel';
import { Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

// Global, because Next loads a module once a bundle.
const holder = globalThis as typeof globalThis & {
  jangteoDraining?: boolean;
  jangteoAtDraining?: Set<() => void>;
};

/** What the launcher sends ahead of SIGTERM: requests are still taken, `ready` already says 503. */
export const DRAIN_SIGNAL = 'SIGUSR2';

/** Longer than a request is under way to us on a slow network, shorter than anybody waits. */
const CLOSES_IDLE_AFTER_MS = 1_000;

/**
 * Once, when the process starts: from the first of these signals on it should get no new work, and
 * says so with `Connection: close` on every answer. At SIGTERM Next closes its server, which takes
 * no connection from then on and ends with the last one that is open (hardening.md: Shutdown).
 */
export function watchForDraining(): void {
  for (const signal of [DRAIN_SIGNAL, 'SIGTERM']) {
    process.once(signal, () => {
      holder.jangteoDraining = true;
      for (const work of holder.jangteoAtDraining ?? []) work();
    });
  }
  const silent = new Set<Socket>();
  channel('net.server.socket').subscribe((message) => {
    const { socket } = message as { socket: Socket };
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  channel('http.server.request.start').subscribe((message) => {
    const { response, server, socket } = message as RequestStart;
    silent.delete(socket);
    if (isDraining()) response.shouldKeepAlive = false;
    closeIdleLater(server, silent);
  });
}

interface RequestStart {
  response: ServerResponse;
  server: Server;
  socket: Socket;
}

/**
 * A server that closes cuts its idle connections at once, also one whose next request has arrived
 * and was not read yet: the sender sees a reset and cannot know whether it was done. They are given
 * a moment, in which what was sent is read and answered.
 *
 * After it, connections that never carried a request go too, as browsers open them ahead of need:
 * Node counts them as busy, and waited for them without an end.
 */
function closeIdleLater(server: Server, silent: ReadonlySet<Socket>): void {
  if (Object.hasOwn(server, 'closeIdleConnections')) return;
  server.closeIdleConnections = () => {
    // Who is answered later than that is not waited for longer either.
    server.keepAliveTimeout = CLOSES_IDLE_AFTER_MS;
    setTimeout(() => {
      Server.prototype.closeIdleConnections.call(server);
      for (const socket of silent) socket.destroy();
    }, CLOSES_IDLE_AFTER_MS);
  };
}

/** Whether the process is finishing what it has and should get nothing more. */
export function isDraining(): boolean {
  return holder.jangteoDraining === true;
}

/** Has `work` end what would otherwise never end, when the process begins to drain. */
export function whenDraining(work: () => void): void {
  holder.jangteoAtDraining ??= new Set();
  holder.jangteoAtDraining.add(work);
}
