DROP INDEX "stock_movements_time";--> statement-breakpoint
CREATE INDEX "stock_movements_time" ON "stock_movements" USING brin ("created_at") WITH (pages_per_range=8,autosummarize=true);