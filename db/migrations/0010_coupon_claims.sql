CREATE TABLE "coupon_claims" (
	"coupon_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coupon_claims_coupon_id_user_id_pk" PRIMARY KEY("coupon_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "coupon_usage" ADD COLUMN "claimed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "coupon_usage" ADD COLUMN "claim_limit" integer;--> statement-breakpoint
ALTER TABLE "coupon_claims" ADD CONSTRAINT "coupon_claims_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_claims" ADD CONSTRAINT "coupon_claims_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coupon_claims_user" ON "coupon_claims" USING btree ("user_id","coupon_id");--> statement-breakpoint
ALTER TABLE "coupon_usage" ADD CONSTRAINT "coupon_usage_claimed_not_negative" CHECK ("coupon_usage"."claimed" >= 0);--> statement-breakpoint
ALTER TABLE "coupon_usage" ADD CONSTRAINT "coupon_usage_claim_limit_positive" CHECK ("coupon_usage"."claim_limit" > 0);--> statement-breakpoint
ALTER TABLE "coupon_usage" ADD CONSTRAINT "coupon_usage_claimed_within_limit" CHECK ("coupon_usage"."claimed" <= "coupon_usage"."claim_limit");--> statement-breakpoint
ALTER TABLE "coupon_usage" ADD CONSTRAINT "coupon_usage_claim_limit_within_uses" CHECK ("coupon_usage"."claim_limit" <= "coupon_usage"."total_limit");