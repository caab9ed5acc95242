CREATE TABLE "closed_shelves" (
	"day" date PRIMARY KEY NOT NULL,
	"product_ids" bigint[] NOT NULL,
	"movement_ids" bigint[] NOT NULL,
	"quantities" integer[] NOT NULL,
	CONSTRAINT "closed_shelves_whole" CHECK (cardinality("closed_shelves"."movement_ids") = cardinality("closed_shelves"."product_ids")
        and cardinality("closed_shelves"."quantities") = cardinality("closed_shelves"."product_ids"))
);
--> statement-breakpoint
ALTER TABLE "closed_shelves" ADD CONSTRAINT "closed_shelves_day_closed_days_day_fk" FOREIGN KEY ("day") REFERENCES "public"."closed_days"("day") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- They are closed again at the next look, their shelves with them.
DELETE FROM "closed_days";--> statement-breakpoint
CREATE OR REPLACE FUNCTION open_closed_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  since timestamptz;
BEGIN
  IF TG_TABLE_NAME IN ('wallet_entries', 'stock_movements') THEN
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
CREATE TRIGGER stock_movements_open_closed_days AFTER INSERT ON stock_movements
  FOR EACH ROW WHEN (NEW.created_at < now() - interval '30 minutes')
  EXECUTE FUNCTION open_closed_days();
