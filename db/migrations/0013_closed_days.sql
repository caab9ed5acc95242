CREATE TABLE "closed_days" (
	"day" date PRIMARY KEY NOT NULL,
	"orders" integer NOT NULL,
	"units" integer NOT NULL,
	"gross" bigint NOT NULL,
	"discounts" bigint NOT NULL,
	"returns" bigint NOT NULL,
	"returned_units" integer NOT NULL,
	"top_ups" bigint NOT NULL,
	"payments" bigint NOT NULL,
	"refunds" bigint NOT NULL,
	"adjusted_up" bigint NOT NULL,
	"adjusted_down" bigint NOT NULL,
	"held" bigint NOT NULL,
	CONSTRAINT "closed_days_not_negative" CHECK (least("closed_days"."orders", "closed_days"."units", "closed_days"."gross", "closed_days"."discounts", "closed_days"."returns", "closed_days"."returned_units") >= 0)
);
--> statement-breakpoint
-- A closed day that something is written into opens again, and all later ones with it. Days are closed
-- an hour after their end (close-days.ts): what is younger than half of that is in none of them, and
-- pays for a comparison alone. The DELETE waits for a closing under way; a closing waits for nobody.
CREATE FUNCTION open_closed_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  since timestamptz;
BEGIN
  IF TG_TABLE_NAME = 'wallet_entries' THEN
    since := NEW.created_at;
  ELSIF TG_OP = 'INSERT' THEN
    since := NEW.placed_at;
  ELSE
    since := NEW.cancelled_at;
  END IF;
  DELETE FROM closed_days WHERE day >= (since AT TIME ZONE 'Asia/Seoul')::date;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER orders_open_closed_days AFTER INSERT ON orders
  FOR EACH ROW WHEN (NEW.placed_at < now() - interval '30 minutes')
  EXECUTE FUNCTION open_closed_days();--> statement-breakpoint
CREATE TRIGGER cancels_open_closed_days AFTER UPDATE OF cancelled_at ON orders
  FOR EACH ROW WHEN (NEW.cancelled_at < now() - interval '30 minutes')
  EXECUTE FUNCTION open_closed_days();--> statement-breakpoint
CREATE TRIGGER wallet_entries_open_closed_days AFTER INSERT ON wallet_entries
  FOR EACH ROW WHEN (NEW.created_at < now() - interval '30 minutes')
  EXECUTE FUNCTION open_closed_days();--> statement-breakpoint
-- Last: checkouts lock orders, entries and movements in this order too.
CREATE INDEX "stock_movements_time" ON "stock_movements" USING brin ("created_at") WITH (pages_per_range=16);
