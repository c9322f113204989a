-- CreateEnum
CREATE TYPE "problem_origin" AS ENUM ('ASKED_FOR', 'SELF_FOUND');

-- CreateEnum
CREATE TYPE "rectification_stage" AS ENUM ('MOBILISE', 'SCREEN', 'RECTIFY', 'CONSOLIDATE');

-- CreateEnum
CREATE TYPE "visit_action" AS ENUM ('CREATE', 'CORRECT', 'RAISE_NEED', 'ANSWER_NEED', 'WITHDRAW');

-- AlterEnum
ALTER TYPE "item_kind" ADD VALUE 'PUBLIC_PROBLEM';
ALTER TYPE "item_kind" ADD VALUE 'RECTIFICATION_PROBLEM';

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "visit_id" UUID;

-- A clause may be fed by several registers.
ALTER TABLE "clause" ADD COLUMN "kinds" "item_kind"[];
UPDATE "clause" SET "kinds" = CASE WHEN "kind" IS NULL THEN '{}'::"item_kind"[] ELSE ARRAY["kind"] END;
ALTER TABLE "clause" DROP COLUMN "kind";

-- CreateTable
CREATE TABLE "public_problem" (
    "item_id" UUID NOT NULL,
    "origin" "problem_origin" NOT NULL,
    "channel" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "people_affected" INTEGER,
    "measure" TEXT,
    "answer" TEXT,
    "answered_on" DATE,
    "satisfaction" "satisfaction",
    "external_number" TEXT,

    CONSTRAINT "public_problem_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "problem_raiser" (
    "item_id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "name_cipher" BYTEA,
    "phone_cipher" BYTEA,
    "phone_index" TEXT,

    CONSTRAINT "problem_raiser_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "rectification" (
    "code" TEXT NOT NULL,
    "lead_unit_id" TEXT NOT NULL,
    "goal" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rectification_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "rectification_stage_plan" (
    "code" TEXT NOT NULL,
    "stage" "rectification_stage" NOT NULL,
    "planned_from" DATE NOT NULL,
    "planned_to" DATE NOT NULL,
    "started_on" DATE,
    "ended_on" DATE,
    "summary" TEXT,

    CONSTRAINT "rectification_stage_plan_pkey" PRIMARY KEY ("code","stage")
);

-- CreateTable
CREATE TABLE "rectification_unit" (
    "code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,

    CONSTRAINT "rectification_unit_pkey" PRIMARY KEY ("code","unit_id")
);

-- CreateTable
CREATE TABLE "rectification_month" (
    "id" BIGSERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "period_on" DATE NOT NULL,
    "checks" INTEGER NOT NULL,
    "spot_fixed" INTEGER NOT NULL,
    "cases_filed" INTEGER NOT NULL,
    "people_handled" INTEGER NOT NULL,
    "look_backs" INTEGER NOT NULL,
    "relapses" INTEGER NOT NULL,
    "note" TEXT,
    "entered_by_id" UUID,
    "entered_by" TEXT NOT NULL,
    "known_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "rectification_month_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rectification_problem" (
    "item_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "place" TEXT,
    "found_by" TEXT,
    "road_disorder" TEXT,
    "enforcement_disorder" TEXT,
    "measure" TEXT,
    "result" TEXT,

    CONSTRAINT "rectification_problem_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "id" UUID NOT NULL,
    "post_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "county_id" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "contact_point_id" UUID,
    "place" TEXT NOT NULL,
    "county_id" TEXT,
    "visited_on" DATE NOT NULL,
    "kinds" TEXT[],
    "is_front_line" BOOLEAN NOT NULL DEFAULT false,
    "people_met" INTEGER NOT NULL DEFAULT 0,
    "met" TEXT,
    "opinions" TEXT,
    "decision" TEXT,
    "entered_by_id" UUID,
    "entered_by" TEXT NOT NULL,
    "known_on" DATE NOT NULL,
    "withdrawn_on" DATE,
    "withdrawn_reason" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_need" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "unit_id" TEXT,
    "due_on" DATE,
    "answer" TEXT,
    "answered_on" DATE,
    "item_id" UUID,

    CONSTRAINT "visit_need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_event" (
    "record_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "action" "visit_action" NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "actor_title" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "visit_event_pkey" PRIMARY KEY ("record_id","sequence")
);

-- CreateIndex
CREATE INDEX "public_problem_external_number_idx" ON "public_problem"("external_number");

-- CreateIndex
CREATE INDEX "public_problem_content_trigram" ON "public_problem" USING GIN ("content" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "problem_raiser_phone_index_idx" ON "problem_raiser"("phone_index");

-- CreateIndex
CREATE INDEX "rectification_lead_unit_id_idx" ON "rectification"("lead_unit_id");

-- CreateIndex
CREATE INDEX "rectification_unit_unit_id_idx" ON "rectification_unit"("unit_id");

-- CreateIndex
CREATE INDEX "rectification_month_unit_id_period_on_idx" ON "rectification_month"("unit_id", "period_on");

-- CreateIndex
CREATE UNIQUE INDEX "rectification_month_code_unit_id_period_on_version_key" ON "rectification_month"("code", "unit_id", "period_on", "version");

-- CreateIndex
CREATE INDEX "contact_point_county_id_idx" ON "contact_point"("county_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_point_post_id_name_valid_from_key" ON "contact_point"("post_id", "name", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "visit_number_key" ON "visit"("number");

-- CreateIndex
CREATE INDEX "visit_post_id_visited_on_idx" ON "visit"("post_id", "visited_on");

-- CreateIndex
CREATE INDEX "visit_contact_point_id_idx" ON "visit"("contact_point_id");

-- CreateIndex
CREATE INDEX "visit_county_id_idx" ON "visit"("county_id");

-- CreateIndex
CREATE INDEX "visit_visited_on_number_idx" ON "visit"("visited_on", "number");

-- CreateIndex
CREATE INDEX "visit_need_unit_id_idx" ON "visit_need"("unit_id");

-- CreateIndex
CREATE INDEX "visit_need_item_id_idx" ON "visit_need"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_need_visit_id_position_key" ON "visit_need"("visit_id", "position");

-- CreateIndex
CREATE INDEX "attachment_visit_id_idx" ON "attachment"("visit_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_problem" ADD CONSTRAINT "public_problem_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_raiser" ADD CONSTRAINT "problem_raiser_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "public_problem"("item_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_lead_unit_id_fkey" FOREIGN KEY ("lead_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification_stage_plan" ADD CONSTRAINT "rectification_stage_plan_code_fkey" FOREIGN KEY ("code") REFERENCES "rectification"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification_unit" ADD CONSTRAINT "rectification_unit_code_fkey" FOREIGN KEY ("code") REFERENCES "rectification"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification_unit" ADD CONSTRAINT "rectification_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification_month" ADD CONSTRAINT "rectification_month_code_fkey" FOREIGN KEY ("code") REFERENCES "rectification"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification_month" ADD CONSTRAINT "rectification_month_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification_problem" ADD CONSTRAINT "rectification_problem_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_need" ADD CONSTRAINT "visit_need_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_need" ADD CONSTRAINT "visit_need_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_need" ADD CONSTRAINT "visit_need_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema language can't say.

-- The figures in force of a unit's month are one row.
CREATE UNIQUE INDEX rectification_month_in_force ON rectification_month (code, unit_id, period_on) WHERE superseded_at IS NULL;
ALTER TABLE rectification_month ADD CONSTRAINT rectification_month_counts CHECK (
  checks >= 0 AND spot_fixed >= 0 AND cases_filed >= 0 AND people_handled >= 0 AND look_backs >= 0 AND relapses BETWEEN 0 AND look_backs);
ALTER TABLE visit ADD CONSTRAINT visit_people_met CHECK (people_met >= 0);

-- A visit's history is append-only, and no visit is ever deleted: a mistaken one stays, withdrawn.
CREATE TRIGGER visit_event_append_only BEFORE UPDATE OR DELETE ON visit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visit_event_no_truncate BEFORE TRUNCATE ON visit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visit_no_delete BEFORE DELETE ON visit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visit_no_truncate BEFORE TRUNCATE ON visit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$
BEGIN
  REVOKE UPDATE, DELETE, TRUNCATE ON visit_event FROM duban_app;
  REVOKE DELETE, TRUNCATE ON visit FROM duban_app;
EXCEPTION WHEN undefined_object OR insufficient_privilege THEN NULL;
END
$$;
