CREATE SCHEMA "steamscope";
--> statement-breakpoint
CREATE SCHEMA "steamscope_template";
--> statement-breakpoint
CREATE TABLE "steamscope"."data_sets" (
	"id" serial PRIMARY KEY NOT NULL,
	"format" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"summary" jsonb
);
--> statement-breakpoint
CREATE TABLE "steamscope"."refreshes" (
	"id" serial PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"outcome" text NOT NULL,
	"data_set_id" integer,
	"report" jsonb
);
--> statement-breakpoint
CREATE TABLE "steamscope"."served_data_set" (
	"singleton" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"data_set_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."bad_developers" (
	"year_of" text NOT NULL,
	"year" smallint NOT NULL,
	"rank" integer NOT NULL,
	"developer" text NOT NULL,
	"bad_reviews" integer NOT NULL,
	"inferred" integer NOT NULL,
	CONSTRAINT "bad_developers_key" PRIMARY KEY("year_of","year","rank")
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."developers" (
	"developer" text PRIMARY KEY NOT NULL,
	"games" integer NOT NULL,
	"negative" integer NOT NULL,
	"neutral" integer NOT NULL,
	"positive" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."game_play" (
	"game_id" integer PRIMARY KEY NOT NULL,
	"owners" integer NOT NULL,
	"players" integer NOT NULL,
	"minutes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."games" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"recorded" boolean NOT NULL,
	"release_date" text,
	"release_year" smallint,
	"genres" text[] NOT NULL,
	"tags" text[] NOT NULL,
	"specs" text[] NOT NULL,
	"developers" text[] NOT NULL,
	"publisher" text,
	"price" double precision,
	"early_access" boolean NOT NULL,
	"dlc" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."genre_users" (
	"genre" text NOT NULL,
	"rank" smallint NOT NULL,
	"user_id" text NOT NULL,
	"minutes" bigint NOT NULL,
	"years" smallint[] NOT NULL,
	"year_minutes" bigint[] NOT NULL,
	CONSTRAINT "genre_users_key" PRIMARY KEY("genre","rank")
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."genre_years" (
	"genre" text NOT NULL,
	"release_year" smallint NOT NULL,
	"games" integer NOT NULL,
	"minutes" bigint NOT NULL,
	CONSTRAINT "genre_years_key" PRIMARY KEY("genre","release_year")
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."genres" (
	"genre" text PRIMARY KEY NOT NULL,
	"games" integer NOT NULL,
	"players" integer NOT NULL,
	"minutes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."library" (
	"user_key" integer NOT NULL,
	"game_id" integer NOT NULL,
	"minutes" integer NOT NULL,
	"minutes_two_weeks" integer,
	CONSTRAINT "library_key" PRIMARY KEY("user_key","game_id")
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."recommended_games" (
	"year_of" text NOT NULL,
	"year" smallint NOT NULL,
	"rank" integer NOT NULL,
	"game_id" integer NOT NULL,
	"name" text NOT NULL,
	"recommendations" integer NOT NULL,
	"inferred" integer NOT NULL,
	CONSTRAINT "recommended_games_key" PRIMARY KEY("year_of","year","rank")
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."rejects" (
	"source" text NOT NULL,
	"line" integer NOT NULL,
	"column" integer,
	"path" text,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."review_years" (
	"year_of" text NOT NULL,
	"year" smallint NOT NULL,
	"reviews" integer NOT NULL,
	"inferred" integer NOT NULL,
	"recommendations" integer NOT NULL,
	"bad_reviews" integer NOT NULL,
	CONSTRAINT "review_years_key" PRIMARY KEY("year_of","year")
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."reviews" (
	"user_key" integer NOT NULL,
	"game_id" integer NOT NULL,
	"posted" date NOT NULL,
	"year" smallint NOT NULL,
	"year_inferred" boolean NOT NULL,
	"edited" boolean NOT NULL,
	"recommend" boolean NOT NULL,
	"compound" real NOT NULL,
	"sentiment" smallint NOT NULL,
	"score" smallint NOT NULL,
	"words" integer NOT NULL,
	"funny" integer NOT NULL,
	"helpful" integer NOT NULL,
	"rated" integer NOT NULL,
	"text_hash" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."users" (
	"key" integer PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"items_count" integer,
	"complete" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "steamscope"."refreshes" ADD CONSTRAINT "refreshes_data_set_id_data_sets_id_fk" FOREIGN KEY ("data_set_id") REFERENCES "steamscope"."data_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steamscope"."served_data_set" ADD CONSTRAINT "served_data_set_data_set_id_data_sets_id_fk" FOREIGN KEY ("data_set_id") REFERENCES "steamscope"."data_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reviews_game" ON "steamscope_template"."reviews" USING btree ("game_id");--> statement-breakpoint
CREATE INDEX "users_user_id" ON "steamscope_template"."users" USING btree ("user_id");