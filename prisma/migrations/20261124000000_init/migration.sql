-- Trigram search and exclusion constraints.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "origin" AS ENUM ('PACK', 'LOCAL');

-- CreateEnum
CREATE TYPE "day_unit" AS ENUM ('WORKING', 'CALENDAR');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED');

-- CreateEnum
CREATE TYPE "row_verdict" AS ENUM ('CREATE', 'UPDATE', 'UNCHANGED', 'REFUSE');

-- CreateEnum
CREATE TYPE "item_kind" AS ENUM ('STYLE_PROBLEM', 'SERVICE_PROJECT', 'HARD_PROBLEM', 'LIVELIHOOD_WORK', 'COMPLAINT');

-- CreateEnum
CREATE TYPE "item_state" AS ENUM ('DRAFT', 'PENDING_APPROVAL', 'ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REPORTED', 'UNDER_REVIEW', 'REWORK', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'RETURNED', 'SUSPENDED', 'MERGED');

-- CreateEnum
CREATE TYPE "item_action" AS ENUM ('CREATE', 'SUBMIT_FOR_APPROVAL', 'APPROVE', 'ASSIGN', 'SIGN', 'START', 'REPORT', 'SIGN_OFF_REPORT', 'TAKE_INTO_REVIEW', 'RETURN_FOR_REWORK', 'ACCEPT', 'CALL_BACK', 'WRITE_OFF', 'REOPEN', 'RETURN_AS_NOT_OURS', 'FORCE_ASSIGN', 'REQUEST_EXTENSION', 'GRANT_EXTENSION', 'REFUSE_EXTENSION', 'SUSPEND', 'RESUME', 'MERGE', 'IMPORT_FACTS', 'CORRECT', 'OVERRIDE_LIGHT', 'RECOMPUTE');

-- CreateEnum
CREATE TYPE "light" AS ENUM ('GREEN', 'YELLOW', 'RED', 'GREY');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('CITY', 'DEPARTMENT', 'COUNTY');

-- CreateEnum
CREATE TYPE "satisfaction" AS ENUM ('SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED');

-- CreateEnum
CREATE TYPE "figure_series" AS ENUM ('PLAN', 'ACTUAL', 'FUNDS_PLANNED', 'FUNDS_ARRIVED', 'FUNDS_PAID', 'INVESTMENT_PLANNED', 'INVESTMENT_ACTUAL');

-- CreateEnum
CREATE TYPE "rectification_term" AS ENUM ('IMMEDIATE', 'BY_DEADLINE', 'LONG_TERM');

-- CreateEnum
CREATE TYPE "rectification_class" AS ENUM ('NOT_STARTED', 'PARTLY', 'DONE');

-- CreateEnum
CREATE TYPE "problem_subject" AS ENUM ('LEADERSHIP_TEAM', 'INDIVIDUAL');

-- CreateEnum
CREATE TYPE "zero_contact_kind" AS ENUM ('LAND_WITH_RESIDENTS', 'APPROVAL_WITH_DEPARTMENTS');

-- CreateEnum
CREATE TYPE "work_nature" AS ENUM ('BUILD', 'BENEFIT');

-- CreateEnum
CREATE TYPE "handling_mode" AS ENUM ('OWN', 'REFER', 'ASSIGN');

-- CreateEnum
CREATE TYPE "finding" AS ENUM ('TRUE', 'PARTLY_TRUE', 'UNTRUE');

-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('CITY', 'COUNTY', 'DEPARTMENT', 'TOWNSHIP', 'ZONE', 'WINDOW');

-- CreateEnum
CREATE TYPE "rank_group" AS ENUM ('COUNTY', 'DEPARTMENT', 'WINDOW');

-- CreateEnum
CREATE TYPE "duty_kind" AS ENUM ('LEAD', 'ASSIST');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('CITY_LEADER', 'VICE_MAYOR', 'SUPERVISION_OFFICE', 'INSPECTION', 'SERVICE_CENTRE', 'UNIT_HEAD', 'UNIT_CLERK', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN');

-- CreateTable
CREATE TABLE "campaign" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "city_name" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "clock_offset_days" INTEGER NOT NULL DEFAULT 0,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "shared_kinds" "item_kind"[],
    "returns_allowed" INTEGER NOT NULL DEFAULT 1,
    "number_prefixes" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause" (
    "number" TEXT NOT NULL,
    "parent_number" TEXT,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "item_kind",
    "origin" "origin" NOT NULL DEFAULT 'PACK',

    CONSTRAINT "clause_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "clause_unit" (
    "clause_number" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "duty" "duty_kind" NOT NULL,

    CONSTRAINT "clause_unit_pkey" PRIMARY KEY ("clause_number","unit_id")
);

-- CreateTable
CREATE TABLE "term" (
    "dictionary" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "position" INTEGER NOT NULL,
    "origin" "origin" NOT NULL DEFAULT 'PACK',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "extra" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "term_pkey" PRIMARY KEY ("dictionary","code")
);

-- CreateTable
CREATE TABLE "limit" (
    "code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "day_unit" "day_unit" NOT NULL,
    "extension_days" INTEGER NOT NULL DEFAULT 0,
    "basis" TEXT NOT NULL,
    "secondary" BOOLEAN NOT NULL DEFAULT false,
    "origin" "origin" NOT NULL DEFAULT 'PACK',

    CONSTRAINT "limit_pkey" PRIMARY KEY ("code","valid_from")
);

-- CreateTable
CREATE TABLE "threshold" (
    "kind" "item_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "time_yellow_percent" INTEGER,
    "plan_yellow_points" INTEGER NOT NULL,
    "plan_red_points" INTEGER NOT NULL,
    "report_grace_working_days" INTEGER NOT NULL,
    "origin" "origin" NOT NULL DEFAULT 'PACK',

    CONSTRAINT "threshold_pkey" PRIMARY KEY ("kind","valid_from")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "is_working" BOOLEAN NOT NULL,
    "label" TEXT,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "working_ordinal" INTEGER NOT NULL,
    "origin" "origin" NOT NULL DEFAULT 'PACK',

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "encrypted" BOOLEAN NOT NULL DEFAULT false,
    "bytes" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "kind" "item_kind" NOT NULL,
    "file_hash" TEXT,
    "file_name" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_title" TEXT NOT NULL,
    "state" "import_state" NOT NULL,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "create_count" INTEGER NOT NULL DEFAULT 0,
    "update_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "refuse_count" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "run_id" UUID NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "verdict" "row_verdict" NOT NULL,
    "item_number" TEXT,
    "title" TEXT,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "changes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("run_id","sheet","row")
);

-- CreateTable
CREATE TABLE "request_result" (
    "user_id" UUID NOT NULL,
    "request_id" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_result_pkey" PRIMARY KEY ("user_id","request_id")
);

-- CreateTable
CREATE TABLE "system_event" (
    "sequence" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_title" TEXT NOT NULL,
    "address" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "system_event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "item" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "item_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "clause_number" TEXT,
    "category" TEXT,
    "level" "level",
    "lead_unit_id" TEXT NOT NULL,
    "county_id" TEXT,
    "duty_post_id" TEXT,
    "duty_leader" TEXT,
    "duty_person" TEXT,
    "source" TEXT,
    "found_on" DATE NOT NULL,
    "assigned_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_on" DATE,
    "written_off_on" DATE,
    "state" "item_state" NOT NULL,
    "progress_percent" DECIMAL(5,1),
    "yellow_on" DATE NOT NULL,
    "yellow_reason" JSONB,
    "red_on" DATE NOT NULL,
    "red_reason" JSONB,
    "report_due_on" DATE NOT NULL,
    "override_light" "light",
    "override_reason" TEXT,
    "overridden_by_id" UUID,
    "closed_on_time" BOOLEAN,
    "round" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_sequence" INTEGER NOT NULL,
    "last_hash" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_unit" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "duty" "duty_kind" NOT NULL,
    "state" "item_state" NOT NULL,
    "assigned_on" DATE NOT NULL,
    "signed_on" DATE,
    "due_on" DATE NOT NULL,
    "closed_on" DATE,
    "yellow_on" DATE NOT NULL,
    "yellow_reason" JSONB,
    "red_on" DATE NOT NULL,
    "red_reason" JSONB,
    "report_due_on" DATE NOT NULL,
    "returns_used" INTEGER NOT NULL DEFAULT 0,
    "superseded_by_id" UUID,

    CONSTRAINT "item_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_step" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "measure" TEXT,
    "unit_id" TEXT,
    "unit_text" TEXT,
    "person" TEXT,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "planned_from" DATE,
    "planned_on" DATE NOT NULL,
    "started_on" DATE,
    "actual_on" DATE,
    "obstacle" TEXT,
    "decision_needed" TEXT,

    CONSTRAINT "item_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_event" (
    "id" BIGSERIAL NOT NULL,
    "item_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "action" "item_action" NOT NULL,
    "from_state" "item_state",
    "to_state" "item_state" NOT NULL,
    "part_id" UUID,
    "actor_id" UUID,
    "actor_title" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" TEXT NOT NULL,
    "request_id" TEXT,
    "import_run_id" UUID,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "item_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_span" (
    "id" BIGSERIAL NOT NULL,
    "item_id" UUID NOT NULL,
    "unit_id" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "item_kind" NOT NULL,
    "lead_unit_id" TEXT NOT NULL,
    "county_id" TEXT,
    "clause_number" TEXT,
    "category" TEXT,
    "level" "level",
    "state" "item_state" NOT NULL,
    "progress_percent" DECIMAL(5,1),
    "override_light" "light",
    "round" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "yellow_on" DATE NOT NULL,
    "yellow_reason" JSONB,
    "red_on" DATE NOT NULL,
    "red_reason" JSONB,
    "report_due_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "assigned_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_on" DATE,
    "on_time" BOOLEAN,
    "satisfaction" "satisfaction",

    CONSTRAINT "round_pkey" PRIMARY KEY ("item_id","number")
);

-- CreateTable
CREATE TABLE "item_link" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "item_link_pkey" PRIMARY KEY ("from_id","to_id")
);

-- CreateTable
CREATE TABLE "period_figure" (
    "id" BIGSERIAL NOT NULL,
    "item_id" UUID NOT NULL,
    "series" "figure_series" NOT NULL,
    "county_id" TEXT,
    "period_on" DATE NOT NULL,
    "value" DECIMAL(18,2) NOT NULL,
    "known_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "period_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "file_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "style_problem" (
    "item_id" UUID NOT NULL,
    "subject" "problem_subject" NOT NULL,
    "term" "rectification_term" NOT NULL,
    "other_categories" TEXT[],
    "cause" TEXT,
    "measure" TEXT,
    "standard" TEXT,
    "progress_class" "rectification_class" NOT NULL,
    "evidence" TEXT,
    "acceptance_opinion" TEXT,
    "accepted_on" DATE,
    "satisfaction" "satisfaction",

    CONSTRAINT "style_problem_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "service_project" (
    "item_id" UUID NOT NULL,
    "investor" TEXT NOT NULL,
    "total_investment" DECIMAL(18,2) NOT NULL,
    "year_investment" DECIMAL(18,2) NOT NULL,
    "leader" TEXT NOT NULL,
    "entrusted_on" DATE,
    "land_mu" DECIMAL(12,2),
    "households" INTEGER,
    "issues_raised" INTEGER NOT NULL DEFAULT 0,
    "issues_solved" INTEGER NOT NULL DEFAULT 0,
    "enterprise_rating" "satisfaction",

    CONSTRAINT "service_project_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "project_member" (
    "item_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "member" TEXT,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("item_id","unit_id")
);

-- CreateTable
CREATE TABLE "zero_contact_breach" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" "zero_contact_kind" NOT NULL,
    "occurred_on" DATE NOT NULL,
    "description" TEXT NOT NULL,
    "unit_id" TEXT,
    "settled_on" DATE,

    CONSTRAINT "zero_contact_breach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hard_problem" (
    "item_id" UUID NOT NULL,
    "background" TEXT,
    "plan" TEXT,
    "team" TEXT,
    "result" TEXT,
    "solved_on" DATE,

    CONSTRAINT "hard_problem_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "livelihood_work" (
    "item_id" UUID NOT NULL,
    "matter" TEXT NOT NULL,
    "nature" "work_nature" NOT NULL,
    "quantity" DECIMAL(18,2) NOT NULL,
    "quantity_unit" TEXT NOT NULL,
    "promise" TEXT,
    "start_on" DATE,
    "finish_on" DATE,
    "accepted_on" DATE,
    "funds_planned" DECIMAL(18,2),

    CONSTRAINT "livelihood_work_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "county_target" (
    "item_id" UUID NOT NULL,
    "county_id" TEXT NOT NULL,
    "target" DECIMAL(18,2) NOT NULL,
    "actual" DECIMAL(18,2) NOT NULL DEFAULT 0,

    CONSTRAINT "county_target_pkey" PRIMARY KEY ("item_id","county_id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "real_name" BOOLEAN NOT NULL,
    "complained_unit_id" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "accepted_on" DATE,
    "mode" "handling_mode" NOT NULL,
    "extension_days" INTEGER NOT NULL DEFAULT 0,
    "finding" "finding",
    "sanction" TEXT,
    "answered_on" DATE,
    "called_back_on" DATE,
    "satisfaction" "satisfaction",
    "rework_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complainant" (
    "complaint_id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "name_cipher" BYTEA,
    "phone_cipher" BYTEA,
    "identity_cipher" BYTEA,
    "address_cipher" BYTEA,
    "phone_index" TEXT,
    "identity_index" TEXT,

    CONSTRAINT "complainant_pkey" PRIMARY KEY ("complaint_id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "kind" "unit_kind" NOT NULL,
    "parent_id" TEXT,
    "rank_group" "rank_group",
    "position" INTEGER NOT NULL,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "tile_column" INTEGER,
    "tile_row" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "successor_id" TEXT,
    "origin" "origin" NOT NULL DEFAULT 'PACK',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_alias" (
    "alias" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "origin" "origin" NOT NULL DEFAULT 'PACK',

    CONSTRAINT "unit_alias_pkey" PRIMARY KEY ("alias")
);

-- CreateTable
CREATE TABLE "post" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "position" INTEGER NOT NULL,
    "origin" "origin" NOT NULL DEFAULT 'PACK',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio" (
    "post_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "origin" "origin" NOT NULL DEFAULT 'PACK',

    CONSTRAINT "portfolio_pkey" PRIMARY KEY ("post_id","unit_id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "password_changed_at" TIMESTAMPTZ(3) NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_history" (
    "id" BIGSERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "clause_parent_number_idx" ON "clause"("parent_number");

-- CreateIndex
CREATE INDEX "clause_unit_unit_id_idx" ON "clause_unit"("unit_id");

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at");

-- CreateIndex
CREATE INDEX "import_run_file_hash_idx" ON "import_run"("file_hash");

-- CreateIndex
CREATE UNIQUE INDEX "item_number_key" ON "item"("number");

-- CreateIndex
CREATE INDEX "item_kind_assigned_on_id_idx" ON "item"("kind", "assigned_on", "id");

-- CreateIndex
CREATE INDEX "item_kind_due_on_id_idx" ON "item"("kind", "due_on", "id");

-- CreateIndex
CREATE INDEX "item_kind_number_id_idx" ON "item"("kind", "number", "id");

-- CreateIndex
CREATE INDEX "item_title_trigram" ON "item" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "item_number_trigram" ON "item" USING GIN ("number" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "item_pinyin_trigram" ON "item" USING GIN ("pinyin" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "item_lead_unit_id_kind_idx" ON "item"("lead_unit_id", "kind");

-- CreateIndex
CREATE INDEX "item_county_id_kind_idx" ON "item"("county_id", "kind");

-- CreateIndex
CREATE INDEX "item_duty_post_id_idx" ON "item"("duty_post_id");

-- CreateIndex
CREATE INDEX "item_clause_number_idx" ON "item"("clause_number");

-- CreateIndex
CREATE INDEX "item_merged_into_id_idx" ON "item"("merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_unit_superseded_by_id_key" ON "item_unit"("superseded_by_id");

-- CreateIndex
CREATE INDEX "item_unit_item_id_idx" ON "item_unit"("item_id");

-- CreateIndex
CREATE INDEX "item_unit_unit_id_state_idx" ON "item_unit"("unit_id", "state");

-- CreateIndex
CREATE INDEX "item_step_unit_id_idx" ON "item_step"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_step_item_id_position_key" ON "item_step"("item_id", "position");

-- CreateIndex
CREATE INDEX "item_event_import_run_id_idx" ON "item_event"("import_run_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_event_item_id_sequence_key" ON "item_event"("item_id", "sequence");

-- CreateIndex
CREATE INDEX "item_span_item_id_from_at_idx" ON "item_span"("item_id", "from_at");

-- CreateIndex
CREATE INDEX "item_span_to_at_kind_idx" ON "item_span"("to_at", "kind");

-- CreateIndex
CREATE INDEX "period_figure_item_id_series_period_on_idx" ON "period_figure"("item_id", "series", "period_on");

-- CreateIndex
CREATE INDEX "attachment_item_id_idx" ON "attachment"("item_id");

-- CreateIndex
CREATE INDEX "attachment_file_hash_idx" ON "attachment"("file_hash");

-- CreateIndex
CREATE INDEX "project_member_unit_id_idx" ON "project_member"("unit_id");

-- CreateIndex
CREATE INDEX "zero_contact_breach_item_id_idx" ON "zero_contact_breach"("item_id");

-- CreateIndex
CREATE INDEX "zero_contact_breach_unit_id_idx" ON "zero_contact_breach"("unit_id");

-- CreateIndex
CREATE INDEX "county_target_county_id_idx" ON "county_target"("county_id");

-- CreateIndex
CREATE INDEX "complaint_item_id_idx" ON "complaint"("item_id");

-- CreateIndex
CREATE INDEX "complaint_complained_unit_id_idx" ON "complaint"("complained_unit_id");

-- CreateIndex
CREATE INDEX "complainant_phone_index_idx" ON "complainant"("phone_index");

-- CreateIndex
CREATE INDEX "complainant_identity_index_idx" ON "complainant"("identity_index");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "unit_alias_unit_id_idx" ON "unit_alias"("unit_id");

-- CreateIndex
CREATE INDEX "post_unit_id_idx" ON "post"("unit_id");

-- CreateIndex
CREATE INDEX "portfolio_unit_id_idx" ON "portfolio"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_account_key" ON "app_user"("account");

-- CreateIndex
CREATE INDEX "app_user_post_id_idx" ON "app_user"("post_id");

-- CreateIndex
CREATE INDEX "password_history_user_id_idx" ON "password_history"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- AddForeignKey
ALTER TABLE "clause" ADD CONSTRAINT "clause_parent_number_fkey" FOREIGN KEY ("parent_number") REFERENCES "clause"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_unit" ADD CONSTRAINT "clause_unit_clause_number_fkey" FOREIGN KEY ("clause_number") REFERENCES "clause"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_unit" ADD CONSTRAINT "clause_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_file"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_clause_number_fkey" FOREIGN KEY ("clause_number") REFERENCES "clause"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_lead_unit_id_fkey" FOREIGN KEY ("lead_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_duty_post_id_fkey" FOREIGN KEY ("duty_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_unit" ADD CONSTRAINT "item_unit_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_unit" ADD CONSTRAINT "item_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_unit" ADD CONSTRAINT "item_unit_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "item_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_step" ADD CONSTRAINT "item_step_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_step" ADD CONSTRAINT "item_step_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_event" ADD CONSTRAINT "item_event_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_span" ADD CONSTRAINT "item_span_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_link" ADD CONSTRAINT "item_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_link" ADD CONSTRAINT "item_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_figure" ADD CONSTRAINT "period_figure_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_file"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "style_problem" ADD CONSTRAINT "style_problem_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_project" ADD CONSTRAINT "service_project_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "service_project"("item_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zero_contact_breach" ADD CONSTRAINT "zero_contact_breach_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "service_project"("item_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zero_contact_breach" ADD CONSTRAINT "zero_contact_breach_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hard_problem" ADD CONSTRAINT "hard_problem_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_work" ADD CONSTRAINT "livelihood_work_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_target" ADD CONSTRAINT "county_target_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "livelihood_work"("item_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_target" ADD CONSTRAINT "county_target_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_complained_unit_id_fkey" FOREIGN KEY ("complained_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complainant" ADD CONSTRAINT "complainant_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_alias" ADD CONSTRAINT "unit_alias_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema language can't say.

-- One subject, one span at a time.
ALTER TABLE item_span ADD CONSTRAINT item_span_forward CHECK (from_at < to_at);
ALTER TABLE item_span ADD CONSTRAINT item_span_apart
  EXCLUDE USING gist (item_id WITH =, coalesce(unit_id, '') WITH =, tstzrange(from_at, to_at) WITH &&);

ALTER TABLE campaign ADD CONSTRAINT campaign_single CHECK (id = 1);
ALTER TABLE item ADD CONSTRAINT item_progress_range CHECK (progress_percent BETWEEN 0 AND 100);
ALTER TABLE item ADD CONSTRAINT item_override_reasoned CHECK ((override_light IS NULL) = (override_reason IS NULL));
ALTER TABLE item_step ADD CONSTRAINT item_step_weight_positive CHECK (weight > 0);

-- One lead part at a time.
CREATE UNIQUE INDEX item_unit_one_lead ON item_unit (item_id) WHERE duty = 'LEAD' AND superseded_by_id IS NULL;
-- A unit stands once in an item, superseded parts aside.
CREATE UNIQUE INDEX item_unit_once ON item_unit (item_id, unit_id) WHERE superseded_by_id IS NULL;
-- The current figure of a month is one.
CREATE UNIQUE INDEX period_figure_current ON period_figure (item_id, series, coalesce(county_id, ''), period_on) WHERE superseded_at IS NULL;

-- Keyset pages of the ledgers.
CREATE INDEX item_by_red ON item (red_on, id) WHERE state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'RETURNED', 'MERGED');
CREATE INDEX item_span_part ON item_span (unit_id, to_at) WHERE unit_id IS NOT NULL;

-- The light of an item on a day: the same comparison as lightOn in packages/rules (mission B3, model 10).
-- Null where nothing is owed: not yet begun, or ended.
CREATE FUNCTION light_of(state item_state, override_light light, red_on date, report_due_on date, yellow_on date, day date)
RETURNS light LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN state IN ('DRAFT', 'PENDING_APPROVAL', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'RETURNED', 'MERGED') THEN NULL
    WHEN override_light IS NOT NULL THEN override_light
    WHEN day >= red_on THEN 'RED'::light
    WHEN day > report_due_on THEN 'GREY'::light
    WHEN day >= yellow_on THEN 'YELLOW'::light
    ELSE 'GREEN'::light
  END
$$;

-- The first instant after a day, in the campaign's time zone.
CREATE FUNCTION day_end(day date) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ((day + 1)::timestamp AT TIME ZONE (SELECT time_zone FROM campaign WHERE id = 1))
$$;

-- Working days after `after` up to and including `up_to`; null outside the calendar.
CREATE FUNCTION working_days_between(after date, up_to date) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (SELECT working_ordinal FROM calendar_day WHERE day = up_to) - (SELECT working_ordinal FROM calendar_day WHERE day = after)
$$;

-- Items as they stood at the end of a day. Merged items leave every denominator (model 7).
CREATE FUNCTION item_as_of(day date)
RETURNS TABLE (
  item_id uuid, kind item_kind, lead_unit_id text, county_id text, clause_number text, category text, level level, state item_state,
  progress_percent numeric, round integer, due_on date, yellow_on date, yellow_reason jsonb, red_on date, red_reason jsonb,
  report_due_on date, override_light light, light light
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.item_id, s.kind, s.lead_unit_id, s.county_id, s.clause_number, s.category, s.level, s.state,
    s.progress_percent, s.round, s.due_on, s.yellow_on, s.yellow_reason, s.red_on, s.red_reason,
    s.report_due_on, s.override_light, light_of(s.state, s.override_light, s.red_on, s.report_due_on, s.yellow_on, day)
  FROM item_span s
  WHERE s.unit_id IS NULL AND s.state <> 'MERGED'
    AND s.from_at < day_end(day) AND s.to_at >= day_end(day)
$$;

-- The same of items as they stand now: what item_as_of(today) gives, without reading the past.
CREATE FUNCTION item_now(day date)
RETURNS TABLE (
  item_id uuid, kind item_kind, lead_unit_id text, county_id text, clause_number text, category text, level level, state item_state,
  progress_percent numeric, round integer, due_on date, yellow_on date, yellow_reason jsonb, red_on date, red_reason jsonb,
  report_due_on date, override_light light, light light
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT i.id, i.kind, i.lead_unit_id, i.county_id, i.clause_number, i.category, i.level, i.state,
    i.progress_percent, i.round, i.due_on, i.yellow_on, i.yellow_reason, i.red_on, i.red_reason,
    i.report_due_on, i.override_light, light_of(i.state, i.override_light, i.red_on, i.report_due_on, i.yellow_on, day)
  FROM item i
  WHERE i.state <> 'MERGED'
$$;

-- Units' parts as they stood at the end of a day: what ranking and my work read (model 5).
CREATE FUNCTION part_as_of(day date)
RETURNS TABLE (item_id uuid, unit_id text, kind item_kind, state item_state, due_on date, red_on date, yellow_on date, report_due_on date, light light)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.item_id, s.unit_id, s.kind, s.state, s.due_on, s.red_on, s.yellow_on, s.report_due_on,
    light_of(s.state, s.override_light, s.red_on, s.report_due_on, s.yellow_on, day)
  FROM item_span s
  WHERE s.unit_id IS NOT NULL AND s.state <> 'MERGED'
    AND s.from_at < day_end(day) AND s.to_at >= day_end(day)
$$;

-- History is append-only, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER item_event_append_only BEFORE UPDATE OR DELETE ON item_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_event_no_truncate BEFORE TRUNCATE ON item_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER system_event_append_only BEFORE UPDATE OR DELETE ON system_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER system_event_no_truncate BEFORE TRUNCATE ON system_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The application works as duban_app, which owns nothing and may not touch history (model 15).
-- Where the migrating user may not create roles, the triggers above still stand.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'duban_app') THEN
    CREATE ROLE duban_app NOLOGIN;
  END IF;
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN NULL;
END
$$;
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'duban_app') THEN
    -- From 16 on being a member is not yet being allowed to work as the role.
    IF current_setting('server_version_num')::int >= 160000 THEN
      IF NOT pg_has_role(current_user, 'duban_app', 'SET') THEN
        EXECUTE format('GRANT duban_app TO %I WITH SET TRUE, INHERIT TRUE', current_user);
      END IF;
    ELSIF NOT pg_has_role(current_user, 'duban_app', 'MEMBER') THEN
      EXECUTE format('GRANT duban_app TO %I', current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO duban_app', current_schema());
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO duban_app', current_schema());
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO duban_app', current_schema());
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO duban_app', current_schema());
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO duban_app', current_schema());
    REVOKE UPDATE, DELETE, TRUNCATE ON item_event, system_event FROM duban_app;
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'duban_app could not be granted: the application will work as the migrating user';
END
$$;
