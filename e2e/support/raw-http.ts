/** One request over a socket, byte for byte: what `fetch` tidies up, leaves out or adds. */

import { request } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const TIMEOUT_MS = 20_000;

/**
 * @param headers exactly those that are sent, but for `Host` and the length of the body
 * @param body whole, with its length; or in pieces whose length is not said beforehand
 * @throws when the connection ends without an answer
 */
export function rawHttp(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: {
    method?: string;
    headers?: Record<string, string>;
    body?: string | Uint8Array | readonly Uint8Array[];
  } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const whole = typeof body === 'string' || body instanceof Uint8Array;
    const length = whole ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const sent = request(
      url,
      { method, headers: { ...length, ...headers }, agent: false, timeout: TIMEOUT_MS },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const { statusCode = 0, headers: received } = answer;
          sent.destroy();
          resolve({
            status: statusCode,
            headers: received,
            text: Buffer.concat(chunks).toString(),
          });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${url}: no answer`)));
    sent.on('error', reject);
    for (const chunk of whole ? [body] : body) sent.write(chunk);
    sent.end();
  });
}
