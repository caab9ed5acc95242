import { expect, test } from '@playwright/test';
import { readFormFields, typedAgain } from './form-fields';

function form(...fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test('fields are read as text, the framework’s own left out', () => {
  const fields = readFormFields(form(['$ACTION_ID_7f', ''], ['$ACTION_KEY', 'k'], ['amount', '1']));
  expect({ ...fields.values }).toEqual({ amount: '1' });
  expect(fields.broken).toEqual([]);
});

test('a field twice, a file and a NUL are named, never thrown', () => {
  const fields = readFormFields(
    form(['amount', '1'], ['amount', '2'], ['key', new Blob(['x'])], ['name', 'a\0b']),
  );
  expect(fields.broken.sort()).toEqual(['amount', 'key', 'name']);
});

test('anything but a form is an empty form', () => {
  for (const sent of [undefined, null, 'amount=1', { amount: 1 }, [], 7]) {
    expect(readFormFields(sent)).toEqual({ values: Object.create(null), broken: [] });
  }
});

test('__proto__ is a field name like any other, and no secret comes back', () => {
  const fields = readFormFields(
    form(['__proto__', 'x'], ['email', 'a@b.c'], ['password', 'secret']),
  );
  expect(Object.keys(fields.values)).toContain('__proto__');
  expect(typedAgain(fields, ['password'])).toEqual({ email: 'a@b.c' });
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
