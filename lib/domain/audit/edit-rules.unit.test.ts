import { expect, test } from '@playwright/test';
import { auditStates, changedFields, joinEdits } from './edit-rules';

test('only what differs is a change', () => {
  const changes = changedFields({ price: 1_000, name: '사과' }, { price: 1_200, name: '사과' });
  expect(changes).toEqual([{ field: 'price', was: 1_000, now: 1_200 }]);
  expect(auditStates(changes)).toEqual({ before: { price: 1_000 }, after: { price: 1_200 } });
});

test('several edits read as one, from the first state to the last', () => {
  const edits: Parameters<typeof joinEdits>[0] = [
    { before: { price: 1_000, name: '사과' }, after: { price: 1_200, name: '배' } },
    { before: { price: 1_200 }, after: { price: 1_300 } },
    { before: { name: '배' }, after: { name: '사과' } },
  ];
  expect(joinEdits(edits)).toEqual([{ field: 'price', was: 1_000, now: 1_300 }]);
});
