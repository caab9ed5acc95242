CREATE TYPE "public"."coupon_kind" AS ENUM('percent', 'fixed');--> statement-breakpoint
CREATE TYPE "public"."idempotent_action" AS ENUM('top_up', 'checkout', 'restock', 'adjustment');--> statement-breakpoint
CREATE TYPE "public"."coupon_reason" AS ENUM('NOT_FOUND', 'DISABLED', 'NOT_STARTED', 'EXPIRED', 'MIN_ORDER', 'TOTAL_LIMIT', 'PER_SHOPPER_LIMIT');--> statement-breakpoint
CREATE TYPE "public"."order_status" AS ENUM('paid', 'fulfilled', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."stock_movement_kind" AS ENUM('opening', 'sale', 'return', 'restock', 'correction');--> statement-breakpoint
CREATE TYPE "public"."user_role" AS ENUM('shopper', 'admin');--> statement-breakpoint
CREATE TYPE "public"."wallet_entry_kind" AS ENUM('top_up', 'payment', 'refund', 'adjustment');--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_user_id" bigint NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"cart_id" bigint NOT NULL,
	"product_id" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"seen_price" bigint NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cart_lines_cart_id_product_id_pk" PRIMARY KEY("cart_id","product_id"),
	CONSTRAINT "cart_lines_quantity_range" CHECK ("cart_lines"."quantity" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "carts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint,
	"guest_token_hash" text,
	"last_order_id" bigint,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carts_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "carts_guest_token_hash_unique" UNIQUE("guest_token_hash"),
	CONSTRAINT "carts_one_owner" CHECK (num_nonnulls("carts"."user_id", "carts"."guest_token_hash") = 1)
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"slug" text PRIMARY KEY NOT NULL,
	"name_ko" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "categories_position_unique" UNIQUE("position"),
	CONSTRAINT "categories_slug_shape" CHECK ("categories"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "checkout_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "checkout_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"key" uuid NOT NULL,
	"reason" text NOT NULL,
	"total" bigint,
	"lines" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coupon_usage" (
	"coupon_id" bigint PRIMARY KEY NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"total_limit" integer,
	CONSTRAINT "coupon_usage_used_not_negative" CHECK ("coupon_usage"."used" >= 0),
	CONSTRAINT "coupon_usage_total_limit_not_negative" CHECK ("coupon_usage"."total_limit" >= 0),
	CONSTRAINT "coupon_usage_within_limit" CHECK ("coupon_usage"."used" <= "coupon_usage"."total_limit")
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coupons_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"kind" "coupon_kind" NOT NULL,
	"percent" integer,
	"amount" bigint,
	"cap" bigint,
	"min_subtotal" bigint DEFAULT 0 NOT NULL,
	"per_shopper_limit" integer,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coupons_code_unique" UNIQUE("code"),
	CONSTRAINT "coupons_code_normalised" CHECK ("coupons"."code" = upper(btrim("coupons"."code")) and char_length("coupons"."code") between 1 and 40),
	CONSTRAINT "coupons_kind_shape" CHECK (case "coupons"."kind"
        when 'percent' then "coupons"."percent" is not null and "coupons"."amount" is null
        when 'fixed' then "coupons"."amount" is not null and "coupons"."percent" is null and "coupons"."cap" is null
      end),
	CONSTRAINT "coupons_percent_range" CHECK ("coupons"."percent" between 1 and 100),
	CONSTRAINT "coupons_amount_positive" CHECK ("coupons"."amount" > 0),
	CONSTRAINT "coupons_cap_positive" CHECK ("coupons"."cap" > 0),
	CONSTRAINT "coupons_min_subtotal_not_negative" CHECK ("coupons"."min_subtotal" >= 0),
	CONSTRAINT "coupons_per_shopper_limit_positive" CHECK ("coupons"."per_shopper_limit" > 0),
	CONSTRAINT "coupons_period_order" CHECK ("coupons"."starts_at" < "coupons"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" bigint NOT NULL,
	"action" "idempotent_action" NOT NULL,
	"key" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_key_user_id_action_pk" PRIMARY KEY("key","user_id","action")
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"order_id" bigint NOT NULL,
	"product_id" bigint NOT NULL,
	"name_ko" text NOT NULL,
	"name_en" text NOT NULL,
	"unit_price" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"discount_share" bigint NOT NULL,
	CONSTRAINT "order_lines_order_id_product_id_pk" PRIMARY KEY("order_id","product_id"),
	CONSTRAINT "order_lines_quantity_range" CHECK ("order_lines"."quantity" between 1 and 99),
	CONSTRAINT "order_lines_unit_price_not_negative" CHECK ("order_lines"."unit_price" >= 0),
	CONSTRAINT "order_lines_share_range" CHECK ("order_lines"."discount_share" between 0 and "order_lines"."unit_price" * "order_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "orders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"status" "order_status" DEFAULT 'paid' NOT NULL,
	"subtotal" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"total" bigint NOT NULL,
	"coupon_code" text,
	"coupon_id" bigint,
	"coupon_reason" "coupon_reason",
	"coupon_gap" bigint,
	"missed_discount" bigint,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"placed_day" date GENERATED ALWAYS AS ((placed_at at time zone 'Asia/Seoul')::date) STORED NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_day" date GENERATED ALWAYS AS ((cancelled_at at time zone 'Asia/Seoul')::date) STORED,
	"cancelled_by_user_id" bigint,
	"fulfilled_at" timestamp (3) with time zone,
	CONSTRAINT "orders_total_adds_up" CHECK ("orders"."total" = "orders"."subtotal" - "orders"."discount"),
	CONSTRAINT "orders_discount_range" CHECK ("orders"."discount" between 0 and "orders"."subtotal"),
	CONSTRAINT "orders_discount_needs_coupon" CHECK ("orders"."discount" = 0 or "orders"."coupon_id" is not null),
	CONSTRAINT "orders_coupon_outcome" CHECK (case
        when "orders"."coupon_code" is null then "orders"."coupon_id" is null and "orders"."coupon_reason" is null
        else num_nonnulls("orders"."coupon_id", "orders"."coupon_reason") = 1
      end),
	CONSTRAINT "orders_status_times" CHECK (("orders"."status" = 'cancelled') = ("orders"."cancelled_at" is not null)
        and ("orders"."cancelled_at" is null) = ("orders"."cancelled_by_user_id" is null)
        and ("orders"."status" = 'fulfilled') = ("orders"."fulfilled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "products_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"category_slug" text NOT NULL,
	"name_ko" text NOT NULL,
	"name_en" text NOT NULL,
	"description_ko" text NOT NULL,
	"description_en" text NOT NULL,
	"price" bigint NOT NULL,
	"art" text NOT NULL,
	"published" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "products_slug_unique" UNIQUE("slug"),
	CONSTRAINT "products_slug_shape" CHECK ("products"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "products_price_range" CHECK ("products"."price" between 0 and 100000000),
	CONSTRAINT "products_names_length" CHECK (char_length("products"."name_ko") between 1 and 200 and char_length("products"."name_en") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"order_id" bigint PRIMARY KEY NOT NULL,
	"coupon_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"reversed_at" timestamp (3) with time zone,
	CONSTRAINT "redemptions_coupon_user_order" UNIQUE("coupon_id","user_id","order_id"),
	CONSTRAINT "redemptions_discount_not_negative" CHECK ("redemptions"."discount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sales_rollup" (
	"day" date NOT NULL,
	"product_id" bigint NOT NULL,
	"units" integer NOT NULL,
	"revenue" bigint NOT NULL,
	"last_sold_at" timestamp (3) with time zone,
	CONSTRAINT "sales_rollup_day_product_id_pk" PRIMARY KEY("day","product_id"),
	CONSTRAINT "sales_rollup_not_negative" CHECK ("sales_rollup"."units" >= 0 and "sales_rollup"."revenue" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"product_id" bigint PRIMARY KEY NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "stock_quantity_not_negative" CHECK ("stock"."quantity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stock_movements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"product_id" bigint NOT NULL,
	"kind" "stock_movement_kind" NOT NULL,
	"delta" integer NOT NULL,
	"quantity_after" integer NOT NULL,
	"order_id" bigint,
	"actor_user_id" bigint,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_movements_quantity_after_not_negative" CHECK ("stock_movements"."quantity_after" >= 0),
	CONSTRAINT "stock_movements_kind_shape" CHECK (case "stock_movements"."kind"
        when 'opening' then "stock_movements"."delta" >= 0 and "stock_movements"."order_id" is null and "stock_movements"."quantity_after" = "stock_movements"."delta"
        when 'sale' then "stock_movements"."delta" < 0 and "stock_movements"."order_id" is not null
        when 'return' then "stock_movements"."delta" > 0 and "stock_movements"."order_id" is not null
        when 'restock' then "stock_movements"."delta" > 0 and "stock_movements"."order_id" is null and "stock_movements"."reason" is not null
        when 'correction' then "stock_movements"."delta" <> 0 and "stock_movements"."order_id" is null and "stock_movements"."reason" is not null
      end)
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"role" "user_role" DEFAULT 'shopper' NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_email_normalised" CHECK ("users"."email" = lower(btrim("users"."email")) and "users"."email" <> ''),
	CONSTRAINT "users_name_length" CHECK (char_length("users"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "wallet_entries" (
	"user_id" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"kind" "wallet_entry_kind" NOT NULL,
	"amount" bigint NOT NULL,
	"balance_after" bigint NOT NULL,
	"actor_user_id" bigint NOT NULL,
	"order_id" bigint,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wallet_entries_user_id_seq_pk" PRIMARY KEY("user_id","seq"),
	CONSTRAINT "wallet_entries_seq_positive" CHECK ("wallet_entries"."seq" > 0),
	CONSTRAINT "wallet_entries_balance_after_not_negative" CHECK ("wallet_entries"."balance_after" >= 0),
	CONSTRAINT "wallet_entries_kind_shape" CHECK (case "wallet_entries"."kind"
        when 'top_up' then "wallet_entries"."amount" > 0 and "wallet_entries"."order_id" is null and "wallet_entries"."reason" is null
        when 'payment' then "wallet_entries"."amount" <= 0 and "wallet_entries"."order_id" is not null and "wallet_entries"."reason" is null
        when 'refund' then "wallet_entries"."amount" >= 0 and "wallet_entries"."order_id" is not null and "wallet_entries"."reason" is null
        when 'adjustment' then "wallet_entries"."amount" <> 0 and "wallet_entries"."order_id" is null and "wallet_entries"."reason" is not null
      end)
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "wallets_balance_not_negative" CHECK ("wallets"."balance" >= 0),
	CONSTRAINT "wallets_last_seq_not_negative" CHECK ("wallets"."last_seq" >= 0)
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_user_id_users_id_fk" FOREIGN KEY ("actor_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_last_order_id_orders_id_fk" FOREIGN KEY ("last_order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout_attempts" ADD CONSTRAINT "checkout_attempts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_usage" ADD CONSTRAINT "coupon_usage_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_cancelled_by_user_id_users_id_fk" FOREIGN KEY ("cancelled_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_slug_categories_slug_fk" FOREIGN KEY ("category_slug") REFERENCES "public"."categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_rollup" ADD CONSTRAINT "sales_rollup_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_actor_user_id_users_id_fk" FOREIGN KEY ("actor_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_entries" ADD CONSTRAINT "wallet_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_entries" ADD CONSTRAINT "wallet_entries_actor_user_id_users_id_fk" FOREIGN KEY ("actor_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_entries" ADD CONSTRAINT "wallet_entries_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_entity" ON "audit_log" USING btree ("entity","entity_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_user_id","id");--> statement-breakpoint
CREATE INDEX "cart_lines_product" ON "cart_lines" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "checkout_attempts_time" ON "checkout_attempts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "checkout_attempts_key" ON "checkout_attempts" USING btree ("user_id","key");--> statement-breakpoint
CREATE INDEX "order_lines_product" ON "order_lines" USING btree ("product_id","order_id");--> statement-breakpoint
CREATE INDEX "orders_user" ON "orders" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "orders_placed_day" ON "orders" USING btree ("placed_day","id");--> statement-breakpoint
CREATE INDEX "orders_cancelled_day" ON "orders" USING btree ("cancelled_day") WHERE "orders"."cancelled_at" is not null;--> statement-breakpoint
CREATE INDEX "orders_coupon" ON "orders" USING btree ("coupon_id") WHERE "orders"."coupon_id" is not null;--> statement-breakpoint
CREATE INDEX "products_category_published" ON "products" USING btree ("category_slug","published");--> statement-breakpoint
CREATE INDEX "products_newest" ON "products" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "products_price" ON "products" USING btree ("price","id");--> statement-breakpoint
CREATE INDEX "redemptions_live" ON "redemptions" USING btree ("coupon_id","user_id") WHERE "redemptions"."reversed_at" is null;--> statement-breakpoint
CREATE INDEX "sales_rollup_product" ON "sales_rollup" USING btree ("product_id","day");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_movements_one_opening" ON "stock_movements" USING btree ("product_id") WHERE "stock_movements"."kind" = 'opening';--> statement-breakpoint
CREATE UNIQUE INDEX "stock_movements_once_per_order" ON "stock_movements" USING btree ("order_id","product_id","kind");--> statement-breakpoint
CREATE INDEX "stock_movements_product" ON "stock_movements" USING btree ("product_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "wallet_entries_one_payment_per_order" ON "wallet_entries" USING btree ("order_id") WHERE "wallet_entries"."kind" = 'payment';--> statement-breakpoint
CREATE UNIQUE INDEX "wallet_entries_one_refund_per_order" ON "wallet_entries" USING btree ("order_id") WHERE "wallet_entries"."kind" = 'refund';--> statement-breakpoint
CREATE INDEX "wallet_entries_user_kind_time" ON "wallet_entries" USING btree ("user_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "wallet_entries_time" ON "wallet_entries" USING btree ("created_at");