import { expect, test } from '@playwright/test';
import { readSearch } from './search-rules';

/** Whether a name is found by its letters, spaces left out, as the database looks for it. */
function finds(typed: string, name: string): boolean {
  const search = readSearch(typed);
  if (!search) return true;
  const kept = name.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const { whole } = search;
  return whole.kind === 'letters'
    ? kept.includes(whole.letters)
    : new RegExp(whole.pattern, 'u').test(kept);
}

test('초성: initial consonants find the syllables that begin with them', () => {
  expect(finds('ㄱㄱㅁ', '해남 꿀 고구마 3kg')).toBe(true);
  expect(finds('ㅎㄴㄲㄱㄱㅁ', '해남 꿀 고구마 3kg')).toBe(true);
  expect(finds('ㄱㅁ', '해남 꿀 고구마 3kg')).toBe(true);
  expect(finds('ㅁㄱ', '해남 꿀 고구마 3kg')).toBe(false);
  // The first and the last syllable of the first and the last consonant, and their neighbours.
  for (const [initial, syllable] of ['ㄱ가', 'ㄱ깋', 'ㄲ까', 'ㅅ싷', 'ㅆ싸', 'ㅎ하', 'ㅎ힣']) {
    expect(finds(`${initial}`, `${syllable}`), `${initial} ${syllable}`).toBe(true);
  }
  for (const [initial, syllable] of ['ㄱ까', 'ㄲ깋', 'ㄲ나', 'ㅎ핗']) {
    expect(finds(`${initial}`, `${syllable}`), `${initial} ${syllable}`).toBe(false);
  }
});

test('초성: a word with initials is looked for by a pattern, one without by its letters', () => {
  const initial = { kind: 'initials', pattern: '[\u1100가-깋]' };
  expect(readSearch('ㄱ')).toEqual({ whole: initial, words: [initial] });
  expect(readSearch('ㄱ 배')?.words).toEqual([initial, { kind: 'letters', letters: '배' }]);
});

test('초성: mixed with whole syllables, Latin letters and signs', () => {
  expect(finds('고ㄱㅁ', '고구마')).toBe(true);
  expect(finds('고구ㅁ', '고구마')).toBe(true);
  expect(finds('고ㅁㅁ', '고구마')).toBe(false);
  expect(finds('usbㅋㅇㅂ', 'USB 케이블')).toBe(true);
  expect(finds('ㅅㄷ100%(', '순도 100%(국산)')).toBe(true);
  expect(finds('ㅅㄷ1.0', '순도 100')).toBe(false);
});

test('초성: two that a keyboard joined are taken apart, wherever they stand', () => {
  expect(finds('ㄳ', '감상')).toBe(true);
  expect(finds('ㅂㅄ', '비빔소스')).toBe(true);
  expect(finds('ㅄ', '보쌈')).toBe(false);
  expect(finds('ㅄ', '밥상')).toBe(true);
  expect(finds('고ㄳ', '고급시계')).toBe(true);
  expect(finds('ㄳㅄ', '감상 밥상')).toBe(true);
  for (const [joined, first, second] of [
    ...['ㄳㄱㅅ', 'ㄵㄴㅈ', 'ㄶㄴㅎ', 'ㄺㄹㄱ', 'ㄻㄹㅁ', 'ㄼㄹㅂ'],
    ...['ㄽㄹㅅ', 'ㄾㄹㅌ', 'ㄿㄹㅍ', 'ㅀㄹㅎ', 'ㅄㅂㅅ'],
  ]) {
    expect(readSearch(`${joined}`), joined).toEqual(readSearch(`${first}${second}`));
  }
});

test('spacing, case and width make no difference', () => {
  expect(finds('노트 북', '노트북')).toBe(true);
  expect(finds('노트북', '노트 북 거치대')).toBe(true);
  expect(finds('ＵＳＢ－Ｃ', 'usb-c 충전기')).toBe(true);
  expect(finds('방울 토마토', '대저 방울토마토')).toBe(true);
  // Syllables taken apart, as macOS writes file names.
  expect(finds('고구마'.normalize('NFD'), '고구마')).toBe(true);
});

test('each word is looked for once; nothing typed looks for nothing', () => {
  expect(readSearch('사과  사과 배')?.words).toEqual([
    { kind: 'letters', letters: '사과' },
    { kind: 'letters', letters: '배' },
  ]);
  for (const typed of ['', '  ']) expect(readSearch(typed)).toBeNull();
});
