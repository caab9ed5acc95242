import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Makes `X-Forwarded-*` true before anything reads it: Next compares a form's `Origin` with
 * `X-Forwarded-Host`, and the rate limits count by `X-Forwarded-For`; both are whatever the sender
 * wrote unless a proxy of ours wrote them (hardening.md: 55, 3.5.1–3.5.3).
 *
 * @param publicUrl https: one proxy stands in front, and the last address of `X-Forwarded-For` is
 *   the one it saw; http: nobody does, and the socket's address is the client's
 */
export function trustForwardedHeaders(publicUrl: string): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    rewriteForwardedHeaders(request, publicUrl);
  });
}

/** See `trustForwardedHeaders`; changes `request.headers` in place. */
export function rewriteForwardedHeaders(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  publicUrl: string,
): void {
  const sent = headers['x-forwarded-for'];
  const address = socket.remoteAddress ?? '';
  for (const name of Object.keys(headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete headers[name];
  }
  const { protocol, host } = new URL(publicUrl);
  if (protocol === 'https:') {
    headers['x-forwarded-for'] =
      String(sent ?? '')
        .split(',')
        .at(-1)
        ?.trim() || address;
    headers['x-forwarded-proto'] = 'https';
    headers['x-forwarded-host'] = host;
  } else {
    headers['x-forwarded-for'] = address;
  }
}
