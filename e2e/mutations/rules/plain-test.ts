/**
 * Stands in for `@playwright/test` where Stryker runs unit tests in its own processes: Playwright's
 * runner takes a second to start, and there are hundreds of mutants.
 */

export { expect } from 'playwright/test';

export interface PlainTest {
  title: string;
  body: () => unknown;
}

/** What the imported files registered. */
export const tests: PlainTest[] = [];

export function test(title: string, body: PlainTest['body']): void {
  tests.push({ title, body });
}
