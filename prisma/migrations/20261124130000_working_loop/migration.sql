-- CreateEnum
CREATE TYPE "rung" AS ENUM ('REMINDER', 'URGE', 'YELLOW_CARD', 'RED_CARD');

-- CreateEnum
CREATE TYPE "report_verdict" AS ENUM ('ACCEPTED', 'RETURNED');

-- CreateEnum
CREATE TYPE "monthly_report_state" AS ENUM ('DRAFT', 'SUBMITTED', 'SENT');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('ASSIGNED', 'SIGN_OFF_DUE', 'REVIEW_DUE', 'REWORK', 'ACCEPTED', 'BOUNCED', 'EXTENSION_ASKED', 'EXTENSION_DECIDED', 'URGED', 'INSTRUCTED', 'DECISION_NEEDED', 'DUE_SOON', 'OVERDUE', 'CHANGED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "item_action" ADD VALUE 'REPORT_PROGRESS';
ALTER TYPE "item_action" ADD VALUE 'INSTRUCT';
ALTER TYPE "item_action" ADD VALUE 'URGE';

-- AlterEnum
ALTER TYPE "item_kind" ADD VALUE 'SUPERVISION_TASK';

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "email" TEXT;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "report_id" UUID,
ALTER COLUMN "item_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "call_back_kinds" "item_kind"[],
ADD COLUMN     "extension_deciders" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reminder_working_days" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "sign_offs_needed" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "item_unit" ADD COLUMN     "extension_asked_to" DATE,
ADD COLUMN     "extension_reason" TEXT,
ADD COLUMN     "is_forced" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "return_reason" TEXT,
ADD COLUMN     "sign_due_on" DATE,
ADD COLUMN     "suspended_on" DATE;

-- CreateTable
CREATE TABLE "part_report" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by_id" UUID,
    "reported_by" TEXT NOT NULL,
    "signed_off_by" TEXT[],
    "verdict" "report_verdict",
    "verdict_note" TEXT,
    "verdict_at" TIMESTAMPTZ(3),
    "verdict_by" TEXT,

    CONSTRAINT "part_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "urging" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "item_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "rung" "rung" NOT NULL,
    "reason" TEXT NOT NULL,
    "answer_due_on" DATE,
    "by_id" UUID,
    "by_title" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "urging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_task" (
    "item_id" UUID NOT NULL,
    "instructed_by" TEXT,
    "instruction" TEXT,
    "instructed_on" DATE,
    "standard" TEXT,
    "answer" TEXT,
    "answered_on" DATE,

    CONSTRAINT "supervision_task_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "monthly_report" (
    "id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "period_on" DATE NOT NULL,
    "state" "monthly_report_state" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" TEXT,
    "return_reason" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by" TEXT,

    CONSTRAINT "monthly_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monthly_cell" (
    "report_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_by_id" UUID,

    CONSTRAINT "monthly_cell_pkey" PRIMARY KEY ("report_id","item_id","field")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "item_id" UUID NOT NULL,
    "event_sequence" INTEGER NOT NULL,
    "unit_id" TEXT,
    "day" DATE NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_setting" (
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "mail" BOOLEAN NOT NULL,

    CONSTRAINT "notification_setting_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "last_look" (
    "user_id" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previous_at" TIMESTAMPTZ(3),

    CONSTRAINT "last_look_pkey" PRIMARY KEY ("user_id","room")
);

-- CreateTable
CREATE TABLE "audit_anchor" (
    "day" DATE NOT NULL,
    "last_item_event" BIGINT NOT NULL,
    "item_events" BIGINT NOT NULL,
    "system_events" BIGINT NOT NULL,
    "digest" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "part_report_item_id_idx" ON "part_report"("item_id");

-- CreateIndex
CREATE INDEX "part_report_part_id_idx" ON "part_report"("part_id");

-- CreateIndex
CREATE UNIQUE INDEX "urging_number_key" ON "urging"("number");

-- CreateIndex
CREATE INDEX "urging_item_id_unit_id_idx" ON "urging"("item_id", "unit_id");

-- CreateIndex
CREATE INDEX "urging_unit_id_idx" ON "urging"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "monthly_report_unit_id_period_on_key" ON "monthly_report"("unit_id", "period_on");

-- CreateIndex
CREATE INDEX "monthly_cell_item_id_idx" ON "monthly_cell"("item_id");

-- CreateIndex
CREATE INDEX "notification_user_id_read_at_idx" ON "notification"("user_id", "read_at");

-- CreateIndex
CREATE INDEX "notification_item_id_idx" ON "notification"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_kind_item_id_event_sequence_day_key" ON "notification"("user_id", "kind", "item_id", "event_sequence", "day");

-- CreateIndex
CREATE INDEX "attachment_report_id_idx" ON "attachment"("report_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "part_report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_report" ADD CONSTRAINT "part_report_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_report" ADD CONSTRAINT "part_report_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "item_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urging" ADD CONSTRAINT "urging_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urging" ADD CONSTRAINT "urging_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_task" ADD CONSTRAINT "supervision_task_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_cell" ADD CONSTRAINT "monthly_cell_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "monthly_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_cell" ADD CONSTRAINT "monthly_cell_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "last_look" ADD CONSTRAINT "last_look_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language can't say.

-- Slips of the urging ladder are numbered without a row that two writers would wait for; a number may be left out.
CREATE SEQUENCE urging_number;
DO $$
BEGIN
  GRANT USAGE, SELECT ON SEQUENCE urging_number TO duban_app;
EXCEPTION WHEN undefined_object OR insufficient_privilege THEN NULL;
END
$$;

-- What moved since a moment, and a unit's open reports.
CREATE INDEX item_event_at ON item_event (at);
CREATE UNIQUE INDEX part_report_open ON part_report (part_id) WHERE verdict IS NULL;

-- Seals are append-only, as what they seal.
CREATE TRIGGER audit_anchor_append_only BEFORE UPDATE OR DELETE ON audit_anchor FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_anchor_no_truncate BEFORE TRUNCATE ON audit_anchor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$
BEGIN
  REVOKE UPDATE, DELETE, TRUNCATE ON audit_anchor FROM duban_app;
EXCEPTION WHEN undefined_object OR insufficient_privilege THEN NULL;
END
$$;

-- A seal waits for the events under way, and they for it: what is committed after it has higher ids than what it sealed.
CREATE FUNCTION wait_for_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(20140059);
  RETURN NULL;
END
$$;
CREATE TRIGGER item_event_wait_for_seal BEFORE INSERT ON item_event FOR EACH STATEMENT EXECUTE FUNCTION wait_for_seal();

-- A part is superseded and its successor added in one transaction, in either order.
ALTER TABLE item_unit ALTER CONSTRAINT item_unit_superseded_by_id_fkey DEFERRABLE INITIALLY DEFERRED;
