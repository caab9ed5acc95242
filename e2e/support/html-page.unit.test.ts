import { expect, test } from '@playwright/test';
import { CookieJar } from './cookie-jar';
import { readPage } from './html-page';

const URL_OF_PAGE = 'http://shop.test/en/checkout?step=2';

const page = (body: string) =>
  readPage({ status: 200, url: URL_OF_PAGE, headers: new Headers() }, `<main>${body}</main>`);

const FORM = `
  <form method="POST" enctype="multipart/form-data">
    <input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}">
    <input name="amount" value="10">
    <input name="off" value="x" disabled>
    <fieldset disabled><input name="off-too" value="x"></fieldset>
    <input type="checkbox" name="tick" value="yes" checked>
    <input type="checkbox" name="no-tick" value="yes">
    <textarea name="address">
&lt;one&gt;
two</textarea>
    <select name="kind"><option value="a">A<option value="b" selected>B</select>
    <button name="intent" value="apply">Apply</button>
    <button name="intent" value="pay">Pay</button>
    <button type="button" name="never">Chip</button>
  </form>
  <input name="note" form="elsewhere" value="not of the form above">
  <form id="elsewhere" action="/next" method="get"><input name="q" value="Kim &amp; Co"></form>`;

test('a press sends what a browser sends, in the order of the form', () => {
  const press = page(FORM)
    .form('amount')
    .press({ fill: { amount: '5000' }, button: 'intent=pay' });
  expect(press).toEqual({
    method: 'post',
    url: URL_OF_PAGE,
    pageUrl: URL_OF_PAGE,
    encoding: 'multipart',
    fields: [
      ['$ACTION_1:0', '{"id":"a&b"}'],
      ['amount', '5000'],
      ['tick', 'yes'],
      ['address', '<one>\r\ntwo'],
      ['kind', 'b'],
      ['intent', 'pay'],
    ],
  });
});

test('without a named button the first one is pressed, as the Enter key does', () => {
  expect(page(FORM).form('amount').press().fields).toContainEqual(['intent', 'apply']);
});

test('a checkbox is ticked and cleared by its name', () => {
  const tick = { tick: false, 'no-tick': true };
  const { fields } = page(FORM).form('amount').press({ tick });
  expect(fields.filter(([name]) => name in tick)).toEqual([['no-tick', 'yes']]);
});

test('a GET form asks its own address, with the fields that point to it', () => {
  expect(page(FORM).form('q').press()).toMatchObject({
    method: 'get',
    url: 'http://shop.test/next',
    fields: [
      ['note', 'not of the form above'],
      ['q', 'Kim & Co'],
    ],
  });
});

test('what the page lacks is an error: typing into nothing never passes', () => {
  const form = page(FORM).form('amount');
  expect(() => form.press({ fill: { amuont: '1' } })).toThrow('no field amuont');
  expect(() => form.press({ button: 'intent=steal' })).toThrow('no button intent=steal');
  expect(() => page('<p>Sold out</p>').form('amount')).toThrow(
    `200 ${URL_OF_PAGE} has no form with amount: Sold out`,
  );
});

test('figures, notices and field errors are read from the main part', () => {
  const read = page(`
    <b data-stock="7">7</b><b data-stock="0">0</b>
    <div role="alert"><p>Please  check</p></div><div role="status"></div>
    <input name="amount" aria-invalid="true" aria-describedby="a-hint a-error">
    <p id="a-hint">1,000 or more</p><p id="a-error"><span>Whole won only</span></p>`);
  expect(read.figure('stock')).toBe(7);
  expect(read.figures('stock')).toEqual([7, 0]);
  expect(read.figure('balance')).toBeNull();
  expect(read.notices).toEqual([{ role: 'alert', text: 'Please check' }]);
  expect(read.fieldErrors).toEqual({ amount: 'Whole won only' });
});

test('a jar keeps, replaces and drops cookies', () => {
  const jar = new CookieJar();
  const answer = (...lines: string[]) => {
    const headers = new Headers();
    for (const line of lines) headers.append('set-cookie', line);
    return headers;
  };
  expect(jar.header()).toBeNull();
  jar.store(answer('a=1=2; Path=/; HttpOnly', 'b=2; Max-Age=60'));
  const copy = jar.copy();
  jar.store(answer('a=; Max-Age=0', 'b=3', 'c=4; Expires=Thu, 01 Jan 1970 00:00:00 GMT'));
  expect(jar.header()).toBe('b=3');
  expect(copy.get('a')).toBe('1=2');
});
