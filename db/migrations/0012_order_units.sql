-- Orders that are there already get what their lines add up to.
ALTER TABLE "orders" ADD COLUMN "units" integer;--> statement-breakpoint
UPDATE "orders" SET "units" = l.units
FROM (SELECT "order_id", sum("quantity") AS units FROM "order_lines" GROUP BY "order_id") l
WHERE l."order_id" = "orders"."id";--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "units" SET NOT NULL;
