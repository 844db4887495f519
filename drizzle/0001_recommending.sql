CREATE TABLE "steamscope_template"."game_classes" (
	"game_id" integer PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"adult" boolean NOT NULL,
	"edition" text NOT NULL,
	"series" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."game_places" (
	"game_id" integer PRIMARY KEY NOT NULL,
	"predicted" "bytea" NOT NULL,
	"placed" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"owners" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."similar_games" (
	"game_id" integer PRIMARY KEY NOT NULL,
	"owners" integer NOT NULL,
	"game_ids" integer[] NOT NULL,
	"scores" real[] NOT NULL,
	"display_scores" real[] NOT NULL,
	"players" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."tags" (
	"tag" text PRIMARY KEY NOT NULL,
	"games" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steamscope_template"."user_model" (
	"game_id" integer PRIMARY KEY NOT NULL,
	"column" integer NOT NULL,
	"owners" integer NOT NULL,
	"players" integer NOT NULL,
	"links" "bytea" NOT NULL,
	"played" "bytea" NOT NULL,
	"owned" "bytea" NOT NULL
);
