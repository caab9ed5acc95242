/** An edited offline page reaches browsers that keep an earlier one. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const read = (name: string) => readFileSync(`${import.meta.dirname}/../public/${name}`);

test('the service worker names the offline page that it keeps', () => {
  const hash = createHash('sha256').update(read('offline.html')).digest('hex').slice(0, 8);
  expect(read('service-worker.js').toString()).toContain(`const CACHE = 'offline-${hash}';`);
});
