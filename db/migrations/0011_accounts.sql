CREATE TABLE "delivery_details" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "delivery_details_whole" CHECK (("delivery_details"."recipient" = '') = ("delivery_details"."phone" = '') and ("delivery_details"."phone" = '') = ("delivery_details"."address" = ''))
);
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "delivery_details" ADD CONSTRAINT "delivery_details_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_closed_empty" CHECK ("wallets"."closed_at" is null or "wallets"."balance" = 0);