import { type Invariant, rowsOf } from './invariant';

export const BALANCE_IS_SUM: Invariant = {
  name: 'wallet-balance-is-sum-of-entries',
  checked: rowsOf('wallets', 'wallet_entries'),
  faults: {
    'balance is not the sum of the entries': `
      select user_id, w.balance, coalesce(e.total, 0) as entries_total
      from wallets w
      full join (
        select user_id, sum(amount) as total from wallet_entries group by user_id
      ) e using (user_id)
      where w.balance is distinct from coalesce(e.total, 0)`,
  },
};

export const ENTRIES_UNBROKEN: Invariant = {
  name: 'wallet-entries-unbroken',
  checked: rowsOf('wallet_entries'),
  faults: {
    'entry does not follow from the one before': `
      select user_id, seq, expected_seq, balance_after, expected_balance
      from (
        select user_id, seq, balance_after,
          row_number() over entries as expected_seq, sum(amount) over entries as expected_balance
        from wallet_entries
        window entries as (partition by user_id order by seq)
      ) chain
      where seq <> expected_seq or balance_after <> expected_balance`,
    'wallet counts other entries than it has': `
      select user_id, w.last_seq, coalesce(e.last, 0) as last_entry
      from wallets w
      full join (select user_id, max(seq) as last from wallet_entries group by user_id) e
        using (user_id)
      where w.last_seq is distinct from coalesce(e.last, 0)`,
  },
};
