import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from '@playwright/test';
import { createRandom } from '@/db/seed/random';
import { CookieJar } from '../support/cookie-jar';
import { createHistory } from '../support/history';
import type { Press } from '../support/html-form';
import { createPresser, type PersonOptions } from './presser';

const test = base.extend<{ silent: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
  silent: async ({}, use) => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
  },
});

function comeTo(origin: string, answersWithinMs = 50) {
  const complaints: string[] = [];
  const statuses: number[] = [];
  const options: PersonOptions = {
    ...{ userId: 1, cookies: new CookieJar(), origins: [origin], history: createHistory() },
    ...{ random: createRandom(1, 'somebody'), answersWithinMs, complaints },
    onSend: () => undefined,
    onAnswer: (_told, status) => statuses.push(status),
  };
  return { complaints, statuses, ...createPresser(options, { redirect: () => null }) };
}

test('a press that hangs is complained of, and stays open', async ({ silent }) => {
  const { send, complaints, statuses } = comeTo(silent);
  const pageUrl = `${silent}/wallet`;
  const press: Press = {
    ...{ pageUrl, url: pageUrl, method: 'post', encoding: 'urlencoded' },
    fields: [],
  };
  const told = await send({ action: 'top_up', key: 'k', request: {}, press });
  expect(told).toEqual({ kind: 'unknown' });
  expect(statuses).toEqual([0]);
  expect(complaints).toEqual([
    expect.stringMatching(/^a press of \S+ hung: no answer within 50 ms$/),
  ]);
});

test('so is a page that hangs; one that fails at once is not', async ({ silent }) => {
  const { client, complaints } = comeTo(silent);
  await expect(client().open('/wallet')).rejects.toThrow();
  expect(complaints).toEqual(['/wallet hung: no answer within 50 ms']);
  const away = comeTo('http://127.0.0.1:1', 5_000);
  await expect(away.client().open('/wallet')).rejects.toThrow();
  expect(away.complaints).toEqual([]);
});
