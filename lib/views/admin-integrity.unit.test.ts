import { expect, test } from '@playwright/test';
import { INVARIANTS } from '@/db/invariants';
import en from '@/lib/i18n/messages/en/integrity.json' with { type: 'json' };
import ko from '@/lib/i18n/messages/ko/integrity.json' with { type: 'json' };

test('every invariant and every fault has its words in both languages, and no other has', () => {
  const names = INVARIANTS.map(({ name }) => name).sort();
  const faults = INVARIANTS.flatMap((invariant) => Object.keys(invariant.faults)).sort();
  for (const texts of [ko, en]) {
    expect(Object.keys(texts.words).sort()).toEqual(names);
    expect(Object.keys(texts.faults).sort()).toEqual(faults);
  }
});
