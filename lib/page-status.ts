import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

// Global, because Next loads a module once a bundle.
const holder = globalThis as typeof globalThis & {
  jangteoResponses?: AsyncLocalStorage<ServerResponse>;
};

/** Once, when the process starts: from then on `setPageStatus` knows which response is under way. */
export function watchResponses(): void {
  const responses = new AsyncLocalStorage<ServerResponse>();
  holder.jangteoResponses = responses;
  channel('http.server.request.start').subscribe((message) => {
    responses.enterWith((message as { response: ServerResponse }).response);
  });
}

/**
 * Gives the page that is being rendered a status and leaves its body alone. Next sets one only
 * through `notFound()` and `forbidden()`, whose screens a browser without scripts never sees
 * (vercel/next.js#62228). For pages rendered per request, in one piece: the status goes out with
 * the first byte. A public page's rendering is kept without it; those use `MissingPage`.
 *
 * An answer to a script may have begun, for it goes out in pieces: its status stays, and its reader
 * goes by the body alone.
 *
 * @throws outside of a request, and when a document has begun
 */
export function setPageStatus(status: 403 | 404 | 409 | 503): void {
  const response = presentResponse();
  if (response && !response.headersSent) response.statusCode = status;
  else if (!isForScript(response)) throw new Error(`Too late for a ${status}.`);
}

/** The response that is under way; undefined outside of a request. */
export function presentResponse(): ServerResponse | undefined {
  return holder.jangteoResponses?.getStore();
}

/** Whether it is React's stream for a page that is open already. */
function isForScript(response: ServerResponse | undefined): boolean {
  return String(response?.getHeader('content-type')).startsWith('text/x-component');
}

/**
 * From here on a 500 of the response under way goes out as a 503: the database is out of reach, and
 * later it will do. Next itself knows 500 alone for a page that fails. Too late, it changes nothing.
 */
export function sayUnavailable(): void {
  const response = presentResponse();
  if (!response || response.headersSent) return;
  const writeHead = response.writeHead as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead.call(response, status === 500 ? 503 : status, ...rest);
}
