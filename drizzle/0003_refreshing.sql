CREATE TABLE "steamscope"."schedule_claim" (
	"singleton" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope"."waiting_data_set" (
	"singleton" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"data_set_id" integer NOT NULL,
	"concerns" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "steamscope"."data_sets" ADD COLUMN "replaced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "steamscope"."data_sets" ADD COLUMN "origin" jsonb;--> statement-breakpoint
ALTER TABLE "steamscope"."refreshes" ADD COLUMN "started_by" text;--> statement-breakpoint
ALTER TABLE "steamscope"."refreshes" ADD COLUMN "phase" text;--> statement-breakpoint
ALTER TABLE "steamscope"."refreshes" ADD COLUMN "progress" real;--> statement-breakpoint
ALTER TABLE "steamscope"."waiting_data_set" ADD CONSTRAINT "waiting_data_set_data_set_id_data_sets_id_fk" FOREIGN KEY ("data_set_id") REFERENCES "steamscope"."data_sets"("id") ON DELETE no action ON UPDATE no action;