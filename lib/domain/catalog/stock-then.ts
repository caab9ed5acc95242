import type { PendingQuery, Row } from 'postgres';
import type { Sql, TransactionSql } from '@/db/client';

/**
 * What every shelf held at an instant, by the movements alone, as rows of `product_id` and
 * `quantity` in parentheses; products that had not come in have none.
 *
 * The books are cut after the last movement that was made by then, in the order in which they were
 * written: what is shown is a state that the shelf was in, also when two movements of the same
 * moment were written the other way round.
 */
export function stockThen(sql: Sql | TransactionSql, at: Date): PendingQuery<Row[]> {
  return sql`(
    select product_id, quantity_after as quantity from stock_movements
    where id in (select max(id) from stock_movements
      where created_at <= ${at.toISOString()} group by product_id))`;
}
