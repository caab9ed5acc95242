/** hardening.md: Bad input, raw Server Actions (50–57, 61), on a member page and on a static one. */

import type { FormClient } from '../support/form-client';
import { rawHttp } from '../support/raw-http';
import { asScript, callAction, callOf, formOf, postForm, rawPost } from '../support/raw-post';
import {
  expect,
  expectAnswered,
  LANGUAGES,
  signedIn,
  test,
  unchanged,
  WAYS,
  withFields,
} from './fixtures';
import { bound, cheaply, described, presses } from './forms';

for (const [number, id] of [
  ['50 an unknown action', 'f'.repeat(42)],
  ['50 an action by a name of the language', 'constructor'],
  ['50 an action of no id', ''],
  ["51 a previous build's action", `40${'0123456789abcdef'.repeat(3).slice(0, 40)}`],
] as const) {
  test(`${number}: the page is out of date, reload it`, async ({ sender, db, shop }) => {
    for (const [index, { at, lang }] of LANGUAGES.entries()) {
      for (const press of await presses(sender, db, at)) {
        const said = ['화면이 오래되었어요', 'out of date'][index] ?? '';
        const fields = withFields(press, {
          [described(press)]: JSON.stringify({ id, bound: '$@1' }),
        });
        const page = await unchanged({ db, shop }, () => postForm(sender.client, press, fields));
        expect(page.status).toBe(404);
        expect(page.text).toContain(`<html lang="${lang}">`);
        expect(page.text).toContain(said);
        expect(page.text).toContain(`href="${new URL(press.url).pathname}"`);

        const call = await unchanged({ db, shop }, () =>
          callAction(sender.client, press, press.fields, { 'next-action': id }),
        );
        expect(call.status).toBe(404);
        expect(call.text).toContain(said);
        expect(call.headers.get('x-nextjs-action-not-found')).toBe('1');
      }
    }
  });
}

for (const [number, origin] of [
  ['52 a foreign Origin', 'http://evil.example'],
  ['52 an Origin that is no address', 'evil'],
  ['53 Origin: null', 'null'],
] as const) {
  test(number, async ({ sender, db, shop }) => {
    for (const [index, { at }] of LANGUAGES.entries()) {
      for (const press of await presses(sender, db, at)) {
        for (const { way, send } of WAYS) {
          const reply = await unchanged({ db, shop }, () =>
            send(sender.client, press, press.fields, { origin }),
          );
          expect(reply.status, way).toBe(403);
          expect(reply.text, way).toContain(['다른 사이트에서', 'another site'][index]);
        }
      }
    }
  });
}

/** A form's body, and the headers of a browser that is signed in but says nothing of where it is from. */
async function encoded(form: FormData, client: FormClient) {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const headers = {
    'content-type': request.headers.get('content-type') ?? '',
    cookie: client.cookies.header() ?? '',
  };
  return { headers, body: new Uint8Array(await request.arrayBuffer()) };
}

test('54 no Origin', async ({ sender, db, shop }) => {
  for (const press of await presses(sender, db)) {
    for (const [form, more] of [
      [formOf(press.fields), {}],
      [callOf(press.fields), asScript(press)],
    ] as const) {
      const { headers, body } = await encoded(form, sender.client);
      for (const site of [undefined, 'cross-site', 'none']) {
        const sent = site === undefined ? headers : { ...headers, 'sec-fetch-site': site };
        const answer = await unchanged({ db, shop }, () =>
          rawHttp(press.url, { method: 'POST', headers: { ...sent, ...more }, body }),
        );
        expectAnswered(answer);
        expect(answer.text).toContain('장터 화면에서 온 것이 아니에요');
      }
    }
  }
});

test('54 no Origin on a file for an operator’s form', async ({ db, shop }) => {
  const { client } = await signedIn(shop, db, { role: 'admin' });
  for (const path of ['stock-imports', 'pictures']) {
    const form = formOf([['file', new File(['slug,delta'], 'table.csv', { type: 'text/csv' })]]);
    const { headers, body } = await encoded(form, client);
    const senders: Record<string, string>[] = [
      {},
      { 'sec-fetch-site': 'none' },
      { origin: 'null' },
    ];
    for (const more of senders) {
      const answer = await unchanged({ db, shop }, () =>
        rawHttp(`${shop.url}/api/admin/${path}`, {
          method: 'POST',
          headers: { ...headers, ...more },
          body,
        }),
      );
      expect([answer.status, answer.text], path).toEqual([403, 'CROSS_SITE']);
    }
  }
});

test('55 a spoofed X-Forwarded-Host is overwritten', async ({ sender, db, shop }) => {
  for (const press of await presses(sender, db)) {
    for (const { way, send } of WAYS) {
      const spoofed = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
      const forged = await unchanged({ db, shop }, () =>
        send(sender.client, press, press.fields, { ...spoofed, origin: 'http://evil.example' }),
      );
      expect(forged.status, way).toBe(403);
      const own = withFields(press, { amount: null, quantity: '0' });
      const reply = await unchanged({ db, shop }, () => send(sender.client, press, own, spoofed));
      expect(reply.status, 'our own page is not shut out by it').toBe(200);
    }
  }
});

test('56 GET has no effect', async ({ sender, db, shop }) => {
  for (const press of await presses(sender, db)) {
    const query = new URLSearchParams(press.fields.map(([name, value]) => [name, value]));
    for (const headers of [{}, asScript(press), { 'content-type': 'multipart/form-data' }]) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await unchanged({ db, shop }, () =>
          rawHttp(`${press.url}?${query}`, {
            method,
            headers: { ...headers, cookie: sender.client.cookies.header() ?? '' },
          }),
        );
        expectAnswered(answer);
      }
    }
  }
});

test('57 a body over 64 kB', async ({ sender, db, shop }) => {
  for (const [index, { at }] of LANGUAGES.entries()) {
    for (const press of await presses(sender, db, at)) {
      for (const length of [65_536, 1_000_000]) {
        const fields = withFields(press, { next: 'x'.repeat(length) });
        for (const { way, send } of WAYS) {
          const replies = await unchanged({ db, shop }, () =>
            cheaply(shop, () => send(sender.client, press, fields)),
          );
          for (const reply of replies) {
            expect(reply.status, way).toBe(413);
            expect(reply.text, way).toContain(['너무 커요', 'Too much'][index]);
          }
        }
      }
    }
  }
});

test('57 a body over 64 kB that does not say its length', async ({ sender, db, shop }) => {
  const piece = new Uint8Array(16_384).fill(0x61);
  for (const press of await presses(sender, db)) {
    for (const headers of [{}, asScript(press)]) {
      for (const pieces of [5, 100]) {
        const answers = await unchanged({ db, shop }, () =>
          cheaply(shop, () =>
            rawHttp(press.url, {
              method: 'POST',
              headers: {
                origin: shop.url,
                'content-type': 'multipart/form-data; boundary=b',
                ...headers,
              },
              body: Array.from({ length: pieces }, () => piece),
            }),
          ),
        );
        for (const answer of answers) expect(answer.status).toBe(413);
      }
    }
  }
});

test('61 a forged answer from before plays no part', async ({ sender, db, shop }) => {
  const forged = JSON.stringify([
    { kind: 'ok', data: { balance: 1e9 }, message: '<b>forged</b>', replayed: true },
  ]);
  const [press] = await presses(sender, db);
  if (!press) throw new Error('no form');
  const fields = withFields(press, { [bound(press)]: forged, amount: '-1' });
  const page = await unchanged({ db, shop }, () => postForm(sender.client, press, fields));
  expect(page.words).toContain('0보다 큰 금액');
  expect(page.text).not.toContain('forged');
  for (const args of ['[]', '[1]', '[null,"5000"]', '[null,{"amount":"5000"}]', '[null,null,1]']) {
    const answer = await unchanged({ db, shop }, () =>
      rawPost(sender.client, press.url, args, {
        ...asScript(press),
        'content-type': 'text/plain;charset=UTF-8',
      }),
    );
    const text = await answer.text();
    expectAnswered({ status: answer.status, text });
    expect(text, args).toContain('"kind":"invalid"');
  }
});
