CREATE TABLE "stock_imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stock_imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"upload_key" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"lines" jsonb NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_by" bigint,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "stock_imports_upload_key_unique" UNIQUE("upload_key"),
	CONSTRAINT "stock_imports_applied_whole" CHECK (("stock_imports"."applied_at" is null) = ("stock_imports"."applied_by" is null))
);
--> statement-breakpoint
ALTER TABLE "stock_imports" ADD CONSTRAINT "stock_imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_imports" ADD CONSTRAINT "stock_imports_applied_by_users_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stock_imports_content" ON "stock_imports" USING btree ("content_hash");