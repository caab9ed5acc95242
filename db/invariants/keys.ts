import { type Invariant, rowsOf } from './invariant';

/**
 * Entries that have not exactly the one key that answers them, of whoever made them, and keys without
 * such an entry. Kinds are called as the actions of their keys.
 *
 * @param wallet expression: whose wallet a key has changed
 */
const unpairedEntries = (kind: 'top_up' | 'adjustment', wallet: string) => `
  select user_id, seq, e.amount, e.balance_after, e.made_by, k.key, coalesce(k.keys, 0) as keys,
    k.amount as answered_amount, k.balance_after as answered_balance, k.pressed_by
  from (
    select user_id, seq, amount, balance_after, actor_user_id as made_by
    from wallet_entries where kind = '${kind}'
  ) e
  full join (
    select ${wallet} as user_id, key, (result ->> 'entrySeq')::bigint as seq,
      (result ->> 'amount')::bigint as amount,
      (result ->> 'balanceAfter')::bigint as balance_after, user_id as pressed_by,
      count(*) over (partition by ${wallet}, result ->> 'entrySeq') as keys
    from idempotency_keys where action = '${kind}' and result is not null
  ) k using (user_id, seq)
  where (e.amount, e.balance_after, e.made_by, 1::bigint)
    is distinct from (k.amount, k.balance_after, k.pressed_by, k.keys)`;

export const KEY_INVARIANT: Invariant = {
  name: 'one-order-per-key-and-every-key-finished',
  checked: `${rowsOf('idempotency_keys', 'orders')}
    + (select count(*) from wallet_entries where kind in ('top_up', 'adjustment'))`,
  faults: {
    'key is not finished': `
      select user_id, action, key from idempotency_keys where result is null`,
    'order and key are not one to one': `
      select coalesce(o.id, k.order_id) as order_id, coalesce(o.user_id, k.user_id) as user_id,
        k.key, coalesce(k.keys, 0) as keys
      from orders o
      full join (
        select user_id, key, (result ->> 'orderId')::bigint as order_id,
          count(*) over (partition by result ->> 'orderId') as keys
        from idempotency_keys where action = 'checkout' and result is not null
      ) k on k.order_id = o.id and k.user_id = o.user_id
      where o.id is null or k.keys is distinct from 1`,
    'top-up and key are not one to one': unpairedEntries('top_up', 'user_id'),
    'adjustment and key are not one to one': unpairedEntries(
      'adjustment',
      `(result ->> 'customerId')::bigint`,
    ),
  },
};
