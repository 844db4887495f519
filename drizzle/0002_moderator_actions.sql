CREATE TABLE "steamscope"."moderator_actions" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" text NOT NULL,
	"guild_id" text,
	"action" text NOT NULL
);
