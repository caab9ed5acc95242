import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Answers addresses whose escapes spell no text (`/products/%c0%af`) like any other that is not
 * there. Next fails on them before any code of ours runs (hardening.md: 69).
 */
export function mendUnreadablePaths(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = readablePath(request.url ?? '/');
  });
}

/** The address as it is, or with its percent signs taken literally where they spell no text. */
export function readablePath(address: string): string {
  const [path = ''] = address.split('?', 1);
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return path.replaceAll('%', '%25') + address.slice(path.length);
  }
}
