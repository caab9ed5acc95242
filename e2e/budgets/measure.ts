/** What one page weighs, and how fast it is on a phone of the tests' making. */

import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { scriptsIn } from '../support/page-scripts';
import type { MOBILE } from './limits';
import { pressWhatAllHave } from './presses';

export interface Weight {
  /** kB (1,000 bytes) gz. */
  script: number;
  css: number;
  html: number;
}

const kilobytes = (bytes: number) => bytes / 1000;

/** The HTML of a page as the visitor of `context` gets it, and the scripts and styles it names. */
export async function weighPage(context: BrowserContext, url: string): Promise<Weight> {
  const html = await (await context.request.get(url)).text();
  const styles = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)];
  const weigh = async (addresses: string[]) => {
    const sizes = await Promise.all(
      addresses.map(async (address) => {
        const answer = await context.request.get(new URL(address, url).href);
        return gzipSync(await answer.body()).length;
      }),
    );
    return kilobytes(sizes.reduce((sum, size) => sum + size, 0));
  };
  return {
    script: await weigh(scriptsIn(html)),
    css: await weigh([...new Set(styles.map(([, href = '']) => href))]),
    html: kilobytes(gzipSync(html).length),
  };
}

export interface Speed {
  /** ms; the first text, and the largest piece of content. */
  fcp: number;
  lcp: number;
  /** Score of layout shifts, and ms of the slowest answer to a press. */
  cls: number;
  inp: number;
  /** Requests to other hosts. */
  foreign: number;
}

interface Seen {
  lcp: number;
  cls: number;
  inp: number;
}

/**
 * Opens a page with an empty cache on a slow phone and presses what is there.
 *
 * @param press what shoppers press on this page, after what every page has
 */
export async function timePage(
  context: BrowserContext,
  url: string,
  conditions: typeof MOBILE,
  press?: (page: Page) => Promise<void>,
): Promise<Speed> {
  const page = await context.newPage();
  let foreign = 0;
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== new URL(url).origin && protocol.startsWith('http')) foreign += 1;
  });
  // Who has an empty cache has no typeface in it (`first-paint-script.tsx`).
  await page.addInitScript(() => localStorage.removeItem('typeface'));
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: conditions.latencyMs,
    downloadThroughput: conditions.bytesPerSecond,
    uploadThroughput: conditions.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpuSlowdown });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  const read = () =>
    page.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return { fcp: paint?.startTime ?? Infinity, ...(window as unknown as { seen: Seen }).seen };
    });
  // What moves once an answer has come is what was asked for.
  const loaded = await read();
  await pressWhatAllHave(page);
  await press?.(page);
  const { inp } = await read();
  await page.close();
  return { ...loaded, inp, foreign };
}

/** Runs in the page, before its own scripts; without names, which tsx wraps in a helper of its own. */
function watch(): void {
  const seen: Seen = { lcp: 0, cls: 0, inp: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as unknown as { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) seen.cls += shift.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId } = entry as unknown as { interactionId: number };
      if (interactionId > 0) seen.inp = Math.max(seen.inp, entry.duration);
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}
