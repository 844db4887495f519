CREATE TABLE "steamscope_template"."column_profiles" (
	"source" text NOT NULL,
	"position" smallint NOT NULL,
	"column" text NOT NULL,
	"records" integer NOT NULL,
	"missing" integer NOT NULL,
	"kinds" text[] NOT NULL,
	"distinct_values" integer,
	"least" double precision,
	"greatest" double precision,
	"shortest" integer,
	"longest" integer,
	"examples" text[] NOT NULL,
	CONSTRAINT "column_profiles_key" PRIMARY KEY("source","position")
);
--> statement-breakpoint
ALTER TABLE "steamscope_template"."reviews" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "steamscope_template"."reviews" ADD COLUMN "compound_censored" real;