import type { ServerResponse } from 'node:http';
import { failureTexts } from './views/failure-texts';

/** How Next's document for a page that failed begins its body, which is empty until scripts run. */
const EMPTY_BODY = /<html id="__next_error__".*?<body[^>]*>/s;

const explained = new WeakSet<ServerResponse>();

/**
 * Has the page that failed say so to a browser without scripts: what one can do, a link that asks
 * again and the reference code. Too late, it changes nothing.
 *
 * @param path outside or inside address of the page; its language counts
 */
export function explainFailure(response: ServerResponse, reference: string, path: string): void {
  // A page tells of each of its parts that failed.
  if (response.headersSent || explained.has(response)) return;
  explained.add(response);
  const words = Buffer.from(failureMarkup(reference, path));
  const { write, end } = response;
  const explain = (chunk: unknown): unknown => {
    const isText = typeof chunk === 'string' || chunk instanceof Uint8Array;
    if (!isText || !String(response.getHeader('content-type')).startsWith('text/html'))
      return chunk;
    // As Latin-1 every byte stays what it is.
    const text = Buffer.from(chunk as string).toString('latin1');
    const whole = text.replace(EMPTY_BODY, (head) => head + words.toString('latin1'));
    return whole === text ? chunk : Buffer.from(whole, 'latin1');
  };
  const through =
    (original: (...given: never[]) => unknown) =>
    (chunk: unknown, ...rest: unknown[]) =>
      original.call(response, explain(chunk) as never, ...(rest as never[]));
  response.write = through(write) as typeof write;
  response.end = through(end) as typeof end;
}

function failureMarkup(reference: string, path: string): string {
  const lang = /^\/en(?:\/|$)/.test(path) ? 'en' : 'ko';
  const t = failureTexts[lang];
  return (
    `<noscript><main lang="${lang}"><h1>${t.title}</h1><p>${t.body}</p>` +
    `<p>${t.code} <code>${reference.replace(/[^\w.-]/g, '')}</code></p>` +
    // The empty address is the page's own, its query with it.
    `<p><a href="">${t.retry}</a> · <a href="${t.homeHref}">${t.home}</a></p></main></noscript>`
  );
}
