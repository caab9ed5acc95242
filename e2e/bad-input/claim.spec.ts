/** Coupons that cannot be claimed, asked for past the page. */

import { createFormClient } from '../support/form-client';
import { makeShopper, takeCoupon } from '../support/sample';
import { ownCoupon, switchOff } from '../support/shopping';
import { expect, expectAnswered, LANGUAGES, test, unchanged, WAYS, withFields } from './fixtures';

test('a coupon that is none, is for everybody, is switched off or is gone', async ({
  sender: { client },
  db,
  shop,
}) => {
  const off = await ownCoupon(db, { claimLimit: 5 });
  await switchOff(db, off.couponId);
  const gone = await ownCoupon(db, { claimLimit: 1 });
  await takeCoupon(db, gone.couponId, await makeShopper(db));
  const forAll = await ownCoupon(db);
  const unknown = ['찾는 쿠폰이 없어요', 'find this coupon'];
  const asked: [string, string[]][] = [
    [`${forAll.couponId}`, unknown],
    ['999999999', unknown],
    [`${off.couponId}`, ['지금은 받을 수 없는', 'claimed now']],
    [`${gone.couponId}`, ['모두 나눠 드렸어요', 'coupons are gone']],
    ['-1', ['', '']],
    ['1e3', ['', '']],
    ["1' or '1'='1", ['', '']],
  ];
  for (const [index, { at }] of LANGUAGES.entries()) {
    const claim = (await client.open(`${at}/coupons`)).form('couponId').press();
    for (const { way, send } of WAYS) {
      for (const [couponId, words] of asked) {
        const fields = withFields(claim, { couponId });
        const reply = await unchanged({ db, shop }, () => send(client, claim, fields));
        expectAnswered(reply);
        expect(reply.text, `${way} ${couponId}`).toContain(words[index]);
      }
    }
  }
});

test('nobody who is signed out claims, whatever is sent', async ({
  sender: { client },
  db,
  shop,
}) => {
  const claim = (await client.open('/coupons')).form('couponId').press();
  const guest = createFormClient(shop.url);
  for (const { send } of WAYS) {
    const reply = await unchanged({ db, shop }, () => send(guest, claim, claim.fields));
    expectAnswered(reply);
  }
});
