DROP INDEX "orders_coupon";--> statement-breakpoint
CREATE INDEX "orders_coupon" ON "orders" USING btree ("coupon_id","placed_day") WHERE "orders"."coupon_id" is not null;