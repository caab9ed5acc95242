import { expect, test } from '@playwright/test';
import { readAtMost } from './read-at-most';

const body = (...parts: string[]) =>
  new Blob(parts).stream() as unknown as ReadableStream<Uint8Array>;

test('a body is read up to the bound and not beyond', async () => {
  expect(String(Buffer.from((await readAtMost(body('ab', 'cd'), 4)) ?? []))).toBe('abcd');
  expect(await readAtMost(body('ab', 'cde'), 4)).toBeNull();
  expect(await readAtMost(null, 4)).toHaveLength(0);
});
