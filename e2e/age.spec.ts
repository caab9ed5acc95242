/**
 * How old a press is counts from when it came in (README, decision 47): what looks the account up for long
 * makes no old press young again, and the page that has said "nothing was done" by then is right.
 */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from './fixtures';
import { cancelForm } from './support/cancel-form';
import { createFormClient, type FormClient, type PressAnswer } from './support/form-client';
import type { Press } from './support/html-form';
import { DELIVERY, fillCart, press, succeeded } from './support/sample';
import { startShop } from './support/shop';
import { makeAccount, ownProduct, readBooks, test } from './support/shopping';

const CLOCK = pathToFileURL(path.join(import.meta.dirname, 'support/clock-jump.mjs'));
const BUSY = '지금 요청이 몰리고 있어요. 아무것도 바뀌지 않았으니 잠시 뒤에 다시 눌러 주세요.';
const CONFIRM = 'intent=confirm';

test('a press that grew too old before its account was looked up does nothing, and can be pressed again', async ({
  shop,
  db,
}) => {
  const database = new URL(shop.databaseUrl).pathname.slice(1);
  const old = await startShop(database, { NODE_OPTIONS: `--import=${CLOCK}` });
  try {
    const account = await makeAccount(db, { balance: 50_000 });
    const admin = await makeAccount(db, { role: 'admin' });
    const { id: productId } = await ownProduct(db);
    const order = async (userId: number) => {
      await fillCart(db, userId, [{ productId, quantity: 1 }]);
      return succeeded(await press(db, userId, { now: new Date() })).orderId;
    };
    const [ownOrder, otherOrder] = [await order(account.id), await order(account.id)];
    await fillCart(db, account.id, [{ productId, quantity: 1 }]);
    const [shopper, operator] = [createFormClient(old.url), createFormClient(old.url)];
    await shopper.signIn(account);
    await operator.signIn(admin);

    const form = async (client: FormClient, address: string, field: string) =>
      (await client.open(address)).form(field);
    const look = await operator.send(
      (await form(operator, `/admin/customers/${account.id}`, 'amount')).press({
        fill: { amount: '500', reason: '사과' },
      }),
    );
    if (look.kind === 'unknown') throw look.cause;
    const presses: [FormClient, Press][] = [
      // First: it stands for the balance that was shown.
      [operator, look.page.form('shownBalance').press({ button: CONFIRM })],
      [shopper, (await form(shopper, '/wallet', 'amount')).press({ fill: { amount: '4000' } })],
      [
        shopper,
        (await form(shopper, '/checkout', 'confirmedTotal')).press({
          fill: DELIVERY,
          button: 'intent=pay',
        }),
      ],
      [shopper, (await cancelOf(shopper, `/orders/${ownOrder}`)).press()],
      [operator, (await cancelOf(operator, `/admin/orders/${otherOrder}`)).press()],
    ];
    const jumps = () => old.log().split('the clock is').length - 1;
    for (const [client, one] of presses) {
      const before = jumps();
      let sent: ReturnType<typeof client.send> | undefined;
      await db.sql.begin(async (tx) => {
        await tx`lock table sessions in access exclusive mode`;
        sent = client.send(one, { follow: false });
        const waiting = async () =>
          (
            await tx`
              select from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`
          ).count;
        await expect.poll(waiting, { intervals: [20] }).toBe(1);
        old.process.kill('SIGWINCH');
        await expect.poll(jumps, { intervals: [20] }).toBe(before + 1);
      });
      expect(saidIn(await sent)).toContain(BUSY);
    }
    expect(await readBooks(db, account.id)).toEqual({ orders: 2, entries: 3, balance: 30_000 });

    for (const [client, one] of presses) {
      expect(saidIn(await client.send(one, { follow: false }))).not.toContain(BUSY);
    }
    expect(await readBooks(db, account.id)).toEqual({
      ...{ orders: 3, entries: 8 },
      balance: 30_000 + 4_000 - 10_000 + 10_000 + 10_000 + 500,
    });
  } finally {
    await old.stop();
  }
});

async function cancelOf(client: FormClient, address: string) {
  const form = cancelForm(await client.open(address));
  if (!form) throw new Error(`${address}: nothing to cancel`);
  return form;
}

function saidIn(answer: PressAnswer | undefined): string {
  if (answer?.kind !== 'answered') throw answer?.cause;
  return answer.page.notices.map(({ text }) => text).join('\n');
}
