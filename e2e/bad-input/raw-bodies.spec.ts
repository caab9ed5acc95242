/** hardening.md: Bad input, bodies that are no form of ours (49, 58–62). */

import { once } from 'node:events';
import { connect } from 'node:net';
import type { Press } from '../support/html-form';
import { rawHttp } from '../support/raw-http';
import { asScript, postForm, rawPost } from '../support/raw-post';
import { expect, expectAnswered, test, unchanged, withFields } from './fixtures';
import { bound, cheaply, presses } from './forms';

const part = (name: string, value: string, more = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const whole = (fields: Press['fields']) =>
  `${fields.map(([name, value]) => part(name, value)).join('')}--b--\r\n`;
const call = '[null,"$K1"]';

/** Bodies that are no form of ours, by number. */
const BODIES: [number: string, bodiesOf: (press: Press) => (string | Buffer<ArrayBuffer>)[]][] = [
  [
    '58 truncated multipart',
    ({ fields }) => {
      const body = whole(fields);
      return [0, 1, 60, Math.floor(body.length / 2), body.length - 8].map((n) => body.slice(0, n));
    },
  ],
  ['59 a thousand parts', () => [`${part('a', '1').repeat(1_000)}--b--`]],
  [
    '60 Flight references to themselves and into everything',
    () =>
      [
        ...['["$0"]', '["$@0"]', '["$1","$1"]', '["$Q0"]', '["$W0"]', '["$i0"]', '["$B0"]'],
        ...['["$h0"]', '["$R0"]', '["$X0"]', '["$T"]', '["$0:constructor:constructor"]'],
        ...['{"then":"$1:__proto__:then"}', '"$0"', `["$n${'9'.repeat(20_000)}"]`],
      ].map((root) => `${part('1', root)}${part('0', root)}--b--`),
  ],
  [
    '61 forged bound arguments',
    (press) =>
      [
        ...['["$0"]', '"$1"', '[[]', '', '{}', '[1,2,3]', '["$F1"]', '["$h2"]'],
        `[${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
      ].map((forged) =>
        whole(press.fields.map(([name, value]) => [name, name === bound(press) ? forged : value])),
      ),
  ],
  [
    '62 a body in UTF-16, whole or in parts',
    ({ fields }) => [
      Buffer.from(whole(fields), 'utf16le'),
      `${part('0', call, '\r\nContent-Type: text/plain; charset=utf-16le')}--b--`,
      `${part('0', call, '\r\nContent-Transfer-Encoding: base64')}--b--`,
    ],
  ],
];

for (const [number, bodiesOf] of BODIES) {
  test(number, async ({ sender, db, shop }) => {
    for (const press of await presses(sender, db)) {
      for (const body of bodiesOf(press)) {
        for (const headers of [{}, asScript(press)]) {
          const type = { 'content-type': 'multipart/form-data; boundary=b' };
          const answers = await unchanged({ db, shop }, () =>
            cheaply(shop, () => rawPost(sender.client, press.url, body, { ...type, ...headers })),
          );
          for (const answer of answers) {
            expect(answer.status, String(body).slice(0, 200)).toBe(400);
            expectAnswered({ status: answer.status, text: await answer.text() });
          }
        }
      }
    }
  });
}

test('59 a hundred thousand parts', async ({ sender, db, shop }) => {
  const body = `${part('a', '1').repeat(100_000)}--b--`;
  for (const press of await presses(sender, db)) {
    for (const headers of [{}, asScript(press)]) {
      const type = { 'content-type': 'multipart/form-data; boundary=b' };
      const answers = await unchanged({ db, shop }, () =>
        cheaply(shop, () => rawPost(sender.client, press.url, body, { ...type, ...headers })),
      );
      for (const answer of answers) expect(answer.status).toBe(413);
    }
  }
});

test('49 JSON 10 000 deep', async ({ sender, db, shop }) => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  for (const press of await presses(sender, db)) {
    for (const headers of [{}, asScript(press)]) {
      for (const type of ['application/json', 'text/plain']) {
        const answer = await unchanged({ db, shop }, () =>
          rawPost(sender.client, press.url, deep, { 'content-type': type, ...headers }),
        );
        expect(answer.status).toBe(400);
      }
    }
    const fields = withFields(press, { [bound(press)]: deep });
    const reply = await unchanged({ db, shop }, () => postForm(sender.client, press, fields));
    expect(reply.status).toBe(400);
  }
});

test('58 a body that ends before its length', async ({ sender, db, shop }) => {
  const { port, hostname } = new URL(shop.url);
  for (const press of await presses(sender, db)) {
    const lines = [
      `POST ${new URL(press.url).pathname} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      `Origin: ${shop.url}`,
      'Content-Type: multipart/form-data; boundary=b',
      'Content-Length: 60000',
    ];
    await unchanged({ db, shop }, async () => {
      const socket = connect(Number(port), hostname);
      const closed = once(socket, 'close');
      socket.resume().end(`${lines.join('\r\n')}\r\n\r\n${part('amount', '5000')}`);
      await closed;
      expect((await rawHttp(`${shop.url}/api/health/live`)).status).toBe(200);
    });
  }
});
