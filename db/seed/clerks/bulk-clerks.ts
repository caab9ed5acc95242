import { requestHash } from '@/lib/domain/idempotency/rules';
import { chunks } from '../chunks';
import type { Clerks } from './clerks';

/** Rows in one statement: large enough to be fast, small enough for the statement timeout. */
const CHUNK = 2_000;

/** Many changes in one statement, each leaving the rows that its command would leave. */
export const bulkClerks: Clerks = {
  openAccounts: async ({ sql }, accounts) => {
    const ids = new Map<string, number>();
    for (const chunk of chunks(accounts, CHUNK)) {
      const rows = JSON.stringify(
        chunk.map(({ account: { email, name, passwordHash, role }, at }) => ({
          ...{ email, name, role, password_hash: passwordHash, created_at: at },
        })),
      );
      const opened = await sql<{ id: number; email: string }[]>`
        with opened as (
          insert into users (email, name, password_hash, role, created_at)
          select email, name, password_hash, role, created_at
          from json_to_recordset(${rows}::text::json) as a(email text, name text,
            password_hash text, role user_role, created_at timestamptz)
          returning id, email
        ), filled as (
          insert into wallets (user_id) select id from opened
        )
        select id, email from opened`;
      for (const { id, email } of opened) ids.set(email, id);
    }
    return accounts.map(({ account }) => ids.get(account.email) ?? 0);
  },

  addProducts: async ({ sql }, products) => {
    const ids = new Map<string, number>();
    for (const chunk of chunks(products, CHUNK)) {
      const rows = JSON.stringify(
        chunk.map(({ product, at }) => ({
          ...{ slug: product.slug, category_slug: product.categorySlug, art: product.art },
          ...{ name_ko: product.nameKo, name_en: product.nameEn, price: product.price },
          ...{ description_ko: product.descriptionKo, description_en: product.descriptionEn },
          ...{ published: product.published, quantity: product.openingQuantity, created_at: at },
        })),
      );
      const added = await sql<{ id: number; slug: string }[]>`
        with p as (
          select * from json_to_recordset(${rows}::text::json) as p(slug text,
            category_slug text, art text, name_ko text, name_en text, price bigint,
            description_ko text, description_en text, published boolean, quantity int,
            created_at timestamptz)
        ), added as (
          insert into products (slug, category_slug, art, name_ko, name_en, price,
            description_ko, description_en, published, created_at, updated_at)
          select slug, category_slug, art, name_ko, name_en, price,
            description_ko, description_en, published, created_at, created_at
          from p
          returning id, slug
        ), stocked as (
          insert into stock (product_id, quantity)
          select added.id, p.quantity from added join p using (slug)
        ), opened as (
          insert into stock_movements (product_id, kind, delta, quantity_after, created_at)
          select added.id, 'opening', p.quantity, p.quantity, p.created_at
          from added join p using (slug)
        )
        select id, slug from added`;
      for (const { id, slug } of added) ids.set(slug, id);
    }
    return products.map(({ product }) => ids.get(product.slug) ?? 0);
  },

  topUp: async ({ sql }, topUps) => {
    for (const chunk of chunks(topUps, CHUNK)) {
      const rows = JSON.stringify(
        chunk.map(({ userId, amount, key, at }) => ({
          ...{ user_id: userId, amount, key, at, hash: requestHash({ amount }) },
        })),
      );
      await sql`
        with t as (
          select * from json_to_recordset(${rows}::text::json) as t(user_id bigint,
            amount bigint, key uuid, at timestamptz, hash text)
        ), moved as (
          update wallets w set balance = w.balance + t.amount, last_seq = w.last_seq + 1
          from t where w.user_id = t.user_id
          returning w.user_id, w.balance, w.last_seq
        ), entered as (
          insert into wallet_entries
            (user_id, seq, kind, amount, balance_after, actor_user_id, created_at)
          select user_id, last_seq, 'top_up', amount, balance, user_id, at
          from moved join t using (user_id)
        )
        insert into idempotency_keys (user_id, action, key, request_hash, result, created_at)
        select user_id, 'top_up', key, hash, jsonb_build_object('amount', amount,
          'balanceBefore', balance - amount, 'balanceAfter', balance, 'entrySeq', last_seq), at
        from moved join t using (user_id)`;
    }
  },

  fulfil: async ({ sql }, parcels, adminId) => {
    for (const chunk of chunks(parcels, CHUNK)) {
      const rows = JSON.stringify(chunk.map(({ orderId, at }) => ({ id: orderId, at })));
      await sql`
        with t as (
          select * from json_to_recordset(${rows}::text::json) as t(id bigint, at timestamptz)
        ), sent as (
          update orders set status = 'fulfilled', fulfilled_at = t.at
          from t where orders.id = t.id and orders.status = 'paid'
          returning orders.id, t.at
        )
        insert into audit_log (actor_user_id, action, entity, entity_id, before, after, created_at)
        select ${adminId}::bigint, 'order.fulfil', 'order', id::text,
          '{"status":"paid"}', '{"status":"fulfilled"}', at
        from sent order by at`;
    }
  },
};
