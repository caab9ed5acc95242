import { expect, test } from '@playwright/test';
import { failureKind } from './transaction';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** protocol.md: Retry. */
const CODES = {
  aborted: ['40001', '40P01', '26000'],
  neverStarted: [
    ...['ECONNREFUSED', 'CONNECT_TIMEOUT', 'CONNECT_CLOSED', 'EAI_AGAIN', 'ENOTFOUND'],
    ...['08001', '57P03', '53300', '57P05', '25006'],
  ],
  full: ['53100', '53200', '58030', 'CONNECTION_ENDED'],
  unknown: [
    ...['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ANSWER_TIMEOUT', 'ECONNRESET', 'EPIPE'],
    ...['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', '57P01', '57P02', '08006', '40003', '25P03'],
  ],
  busy: ['55P03', '57014', 'POOL_EXHAUSTED'],
  bug: ['23514', '42601', 'ENOENT'],
};

test('each code of the protocol says what became of its transaction', () => {
  for (const [kind, codes] of Object.entries(CODES)) {
    for (const code of codes) expect(failureKind(failure(code)), code).toBe(kind);
  }
  expect(failureKind(new Error('no code'))).toBe('bug');
  expect(failureKind('no error')).toBe('bug');
});

test("the code is found under drizzle's own error", () => {
  expect(failureKind(new Error('Failed query', { cause: failure('40001') }))).toBe('aborted');
});
