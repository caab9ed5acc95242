ALTER TABLE "products" ADD COLUMN "planned_price" bigint;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "planned_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_plan_whole" CHECK (("products"."planned_price" is null) = ("products"."planned_from" is null));--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_planned_price_range" CHECK ("products"."planned_price" between 0 and 100000000);