import { expect, test } from '@playwright/test';
import { readTable } from './read-table';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTable(utf8(text), '11월 입고');

test('a file of the template is read by its titles, wherever its columns stand', () => {
  const file =
    '\uFEFFproduct,name,stock,change,reason\r\n7,"사과, 청송",5,20,\r\n8,배,0,-1,"깨진 ""배"""\r\n';
  expect(read(file)).toEqual([
    { line: 2, product: '7', delta: '20', reason: '11월 입고' },
    { line: 3, product: '8', delta: '-1', reason: '깨진 "배"' },
  ]);
  expect(read('사유;변화;상품번호\n입고;3;7')).toEqual([
    { line: 2, product: '7', delta: '3', reason: '입고' },
  ]);
});

test('a range pasted from a spreadsheet needs no titles, and may group digits', () => {
  expect(read('apple\t1,000\t설 준비\npear\t\t')).toEqual([
    { line: 1, product: 'apple', delta: '1,000', reason: '설 준비' },
    { line: 2, product: 'pear', delta: '', reason: '11월 입고' },
  ]);
});

test('lines are numbered as an editor numbers them', () => {
  expect(read('a,1,x\n\n\nb,2,"two\nlines"\nc,3')?.map(({ line }) => line)).toEqual([1, 5, 6]);
});

test('a file of Korean Excel is read in its own encoding', () => {
  // 7,3,입고 in EUC-KR.
  const bytes = Uint8Array.from([...utf8('7,3,'), 0xc0, 0xd4, 0xb0, 0xed]);
  expect(readTable(bytes, '')).toEqual([{ line: 1, product: '7', delta: '3', reason: '입고' }]);
});

test('what our files guard against formulas comes back plain', () => {
  expect(read("7,'-3,'=SUM(A1)")).toEqual([
    { line: 1, product: '7', delta: '-3', reason: '=SUM(A1)' },
  ]);
});

test('a cell is one line of text, cut between two signs', () => {
  expect(read(`7,3,"two\nlines"\n8,3,${'x'.repeat(199)}🍎`)).toEqual([
    { line: 2, product: '7', delta: '3', reason: 'two lines' },
    { line: 3, product: '8', delta: '3', reason: 'x'.repeat(199) },
  ]);
});

test('what is no table is told apart from an empty one', () => {
  expect(read('')).toEqual([]);
  expect(readTable(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff]), '')).toBeNull();
  expect(read('7,3\0')).toBeNull();
  expect(read('7,"never closed')).toBeNull();
});
