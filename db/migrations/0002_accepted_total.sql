ALTER TABLE "orders" ADD COLUMN "accepted_total" bigint;--> statement-breakpoint
-- Orders from before are taken at what they cost: what their page showed is not known.
UPDATE "orders" SET "accepted_total" = "total";--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "accepted_total" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_total_accepted" CHECK ("orders"."total" <= "orders"."accepted_total");
