import type { PendingQuery, Row } from 'postgres';
import type { Sql, TransactionSql } from '@/db/client';
import { seoulDay } from '../seoul-day';

/**
 * What every shelf held at an instant, by the movements alone, as rows of `product_id`,
 * `quantity` and `movement_id`, the last that counts, in parentheses; products that had not come in
 * have none.
 *
 * The books are cut after the last movement that was made by then, in the order in which they were
 * written: what is shown is a state that the shelf was in, also when two movements of the same
 * moment were written the other way round.
 *
 * It starts from the shelves of the last closed Sunday, each with the movement that left it so:
 * whichever was written last counts.
 */
export function stockThen(sql: Sql | TransactionSql, at: Date): PendingQuery<Row[]> {
  return sql`(
    with kept as materialized (
      select (day + 1)::timestamp at time zone 'Asia/Seoul' as ended, product_ids, movement_ids,
        quantities
      from closed_shelves where day < ${seoulDay(at)} order by day desc limit 1
    )
    select distinct on (product_id) product_id, quantity, id as movement_id
    from (
      select product_id, id, quantity_after as quantity from stock_movements
      where created_at <= ${at.toISOString()}
        and created_at >= coalesce((select ended from kept), '-infinity')
      union all
      select unnest(product_ids), unnest(movement_ids), unnest(quantities) from kept
    ) movements
    order by product_id, id desc
  )`;
}
