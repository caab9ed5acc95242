import { expect, test } from '@playwright/test';
import { gapsInTable, gapsOf } from './completeness';
import type { Mutation } from './mutation';
import { MUTATIONS } from './mutations';

test('every row lock is taken away by a mutation, and every mutation finds its place', () => {
  expect(gapsOf(MUTATIONS)).toEqual([]);
});

test('the table of README holds every mutation with its test, and nothing else', () => {
  expect(gapsInTable(MUTATIONS)).toEqual([]);
  const [first, ...others] = MUTATIONS;
  expect(gapsInTable(others)).toEqual([
    `README.md has and the list lacks: ${first?.what} | \`${first?.killedBy[0]}\`: ${first?.killedBy[1]}`,
  ]);
});

test('a mutation whose text has gone, or stands there twice, is named with its file', () => {
  const file = 'lib/domain/money.ts';
  const killedBy = ['any.test.ts', 'any'] as const;
  const gone: Mutation = { what: 'a rule of old', file, take: 'no such text', killedBy };
  const twice: Mutation = { what: 'some export', file, take: 'export', killedBy };
  const gaps = gapsOf([...MUTATIONS, gone, twice]);
  expect(gaps).toHaveLength(2);
  expect(gaps[0]).toBe(`a rule of old: ${file}: "no such text" stands 0 times in it, not once`);
  expect(gaps[1]).toMatch(/^some export: .* stands \d+ times in it, not once$/);
});

test('a row lock that no mutation takes away is named with its line', () => {
  const [lock] = MUTATIONS.filter(({ what }) => what.startsWith('row lock:'));
  const gaps = gapsOf(MUTATIONS.filter((one) => one !== lock));
  expect(gaps).toEqual([
    expect.stringMatching(/^lib\/.*:\d+: no mutation takes this row lock away$/),
  ]);
});
