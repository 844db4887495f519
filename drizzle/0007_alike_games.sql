CREATE TABLE "steamscope_template"."game_content" (
	"game_id" integer PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
DROP TABLE "steamscope_template"."game_places" CASCADE;--> statement-breakpoint
ALTER TABLE "steamscope_template"."similar_games" ADD COLUMN "likeness" real[] NOT NULL;--> statement-breakpoint
ALTER TABLE "steamscope_template"."similar_games" DROP COLUMN "display_scores";