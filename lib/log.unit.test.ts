import { expect, test } from '@playwright/test';
import { DrizzleQueryError } from 'drizzle-orm';
import { describeError } from './log';

test('a failed statement is logged without its parameters', () => {
  const cause = Object.assign(new Error('connection lost'), { code: 'CONNECTION_CLOSED' });
  const statement = 'insert into users (email, password_hash) values ($1, $2)';
  const error = new DrizzleQueryError(statement, ['kim@example.com', 'scrypt$N=1$secret'], cause);
  expect(error.message).toContain('kim@example.com');

  const described = describeError(error);
  expect(described).toMatchObject({
    message: `Failed query: ${statement}`,
    cause: { message: 'connection lost', code: 'CONNECTION_CLOSED' },
  });
  expect(described.stack).toContain('log.unit.test.ts');
  expect(JSON.stringify(described)).not.toMatch(/kim@example|secret/);
});

test('any other error keeps its words, and what is no error is written out', () => {
  const error = new RangeError('not an exact amount of won: 0.5');
  expect(describeError(error)).toMatchObject({ name: 'RangeError', message: error.message });
  expect(describeError('gone')).toEqual({ message: 'gone' });
});
