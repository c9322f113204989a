-- CreateEnum
CREATE TYPE "accountability_action" AS ENUM ('CREATE', 'CORRECT', 'REVOKE');

-- CreateTable
CREATE TABLE "accountability" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "post_level" TEXT NOT NULL,
    "administrative_head" BOOLEAN NOT NULL,
    "fact" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "effect" TEXT,
    "effect_until" DATE,
    "item_id" UUID,
    "enforcement_record" TEXT,
    "source" TEXT,
    "wrapped_key" BYTEA,
    "name_cipher" BYTEA,
    "revoked_on" DATE,
    "revoked_reason" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "accountability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accountability_event" (
    "record_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "action" "accountability_action" NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "actor_title" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "accountability_event_pkey" PRIMARY KEY ("record_id","sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "accountability_number_key" ON "accountability"("number");

-- CreateIndex
CREATE INDEX "accountability_unit_id_idx" ON "accountability"("unit_id");

-- CreateIndex
CREATE INDEX "accountability_item_id_idx" ON "accountability"("item_id");

-- CreateIndex
CREATE INDEX "accountability_decided_on_number_idx" ON "accountability"("decided_on", "number");

-- AddForeignKey
ALTER TABLE "accountability" ADD CONSTRAINT "accountability_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accountability_event" ADD CONSTRAINT "accountability_event_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "accountability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language can't say.

-- A record's history is append-only, and no record is ever deleted: what is withdrawn stays, revoked.
CREATE TRIGGER accountability_event_append_only BEFORE UPDATE OR DELETE ON accountability_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER accountability_event_no_truncate BEFORE TRUNCATE ON accountability_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER accountability_no_delete BEFORE DELETE ON accountability FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER accountability_no_truncate BEFORE TRUNCATE ON accountability FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$
BEGIN
  REVOKE UPDATE, DELETE, TRUNCATE ON accountability_event FROM duban_app;
  REVOKE DELETE, TRUNCATE ON accountability FROM duban_app;
EXCEPTION WHEN undefined_object OR insufficient_privilege THEN NULL;
END
$$;
