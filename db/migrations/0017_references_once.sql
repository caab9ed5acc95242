-- Each reference is looked up once: what another foreign key says already is not checked again.
-- All tables first, in the order of a checkout: the shop beside it waits, and neither for the other.
LOCK TABLE "users", "carts", "products", "orders", "order_lines", "wallet_entries", "stock_movements"
  IN ACCESS EXCLUSIVE MODE;--> statement-breakpoint
ALTER TABLE "carts" DROP CONSTRAINT "carts_last_order_id_orders_id_fk";--> statement-breakpoint
ALTER TABLE "stock_movements" DROP CONSTRAINT "stock_movements_product_id_products_id_fk";--> statement-breakpoint
ALTER TABLE "stock_movements" DROP CONSTRAINT "stock_movements_order_id_orders_id_fk";--> statement-breakpoint
ALTER TABLE "wallet_entries" DROP CONSTRAINT "wallet_entries_user_id_users_id_fk";--> statement-breakpoint
ALTER TABLE "wallet_entries" DROP CONSTRAINT "wallet_entries_actor_user_id_users_id_fk";--> statement-breakpoint
ALTER TABLE "wallet_entries" DROP CONSTRAINT "wallet_entries_order_id_orders_id_fk";--> statement-breakpoint
DROP INDEX "orders_user";--> statement-breakpoint
CREATE UNIQUE INDEX "orders_user" ON "orders" USING btree ("user_id","id");--> statement-breakpoint
ALTER TABLE "stock_movements" ADD COLUMN "checked_product_id" bigint GENERATED ALWAYS AS (case when order_id is null then product_id end) STORED;--> statement-breakpoint
ALTER TABLE "wallet_entries"
  ADD COLUMN "checked_user_id" bigint GENERATED ALWAYS AS (case when order_id is null then user_id end) STORED,
  ADD COLUMN "checked_actor_user_id" bigint GENERATED ALWAYS AS (nullif(actor_user_id, user_id)) STORED;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_checked_product_id_products_id_fk" FOREIGN KEY ("checked_product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_line_of_order" FOREIGN KEY ("order_id","product_id") REFERENCES "public"."order_lines"("order_id","product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_entries" ADD CONSTRAINT "wallet_entries_checked_user_id_users_id_fk" FOREIGN KEY ("checked_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_entries" ADD CONSTRAINT "wallet_entries_checked_actor_user_id_users_id_fk" FOREIGN KEY ("checked_actor_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_entries" ADD CONSTRAINT "wallet_entries_order_of_user" FOREIGN KEY ("user_id","order_id") REFERENCES "public"."orders"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Room in each page that is filled from now on, so that the rows that every order changes stay in
-- theirs and no index changes.
ALTER TABLE "carts" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "wallets" SET (fillfactor = 70);
