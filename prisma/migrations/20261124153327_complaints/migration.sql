-- CreateEnum
CREATE TYPE "openness" AS ENUM ('PUBLIC', 'ON_REQUEST', 'NOT_PUBLIC');

-- CreateEnum
CREATE TYPE "openness_verdict" AS ENUM ('PASSED', 'REJECTED');

-- DropForeignKey
ALTER TABLE "complaint" DROP CONSTRAINT "complaint_complained_unit_id_fkey";

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "complaint_id" UUID,
ADD COLUMN     "forwarded_from_id" UUID;

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "complaint_office_id" TEXT;

-- AlterTable
ALTER TABLE "complainant" ADD COLUMN     "statement_cipher" BYTEA;

-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "accept_due_on" DATE,
ADD COLUMN     "answer" TEXT,
ADD COLUMN     "external_number" TEXT,
ADD COLUMN     "found_on" DATE,
ADD COLUMN     "measures" TEXT,
ADD COLUMN     "on_the_spot" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "people" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "query_code" TEXT,
ADD COLUMN     "refusal_reason" TEXT,
ADD COLUMN     "reopened_by_complainant" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "secret_hash" TEXT,
ADD COLUMN     "self_rated" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "complained_unit_id" DROP NOT NULL,
ALTER COLUMN "mode" DROP NOT NULL;

-- CreateTable
CREATE TABLE "complaint_supplement" (
    "id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text_cipher" BYTEA NOT NULL,

    CONSTRAINT "complaint_supplement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusal" (
    "item_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("item_id","user_id")
);

-- CreateTable
CREATE TABLE "item_openness" (
    "item_id" UUID NOT NULL,
    "openness" "openness" NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "openness_verdict",
    "reviewed_by" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "item_openness_pkey" PRIMARY KEY ("item_id")
);

-- CreateIndex
CREATE INDEX "complaint_supplement_complaint_id_idx" ON "complaint_supplement"("complaint_id");

-- CreateIndex
CREATE INDEX "recusal_user_id_idx" ON "recusal"("user_id");

-- CreateIndex
CREATE INDEX "attachment_complaint_id_idx" ON "attachment"("complaint_id");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_query_code_key" ON "complaint"("query_code");

-- CreateIndex
CREATE INDEX "complaint_received_on_idx" ON "complaint"("received_on");

-- CreateIndex
CREATE INDEX "complaint_external_number_idx" ON "complaint"("external_number");

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_complained_unit_id_fkey" FOREIGN KEY ("complained_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_supplement" ADD CONSTRAINT "complaint_supplement_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_openness" ADD CONSTRAINT "item_openness_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Nothing is owed any more of what was refused or withdrawn.
DROP INDEX item_by_red;
CREATE INDEX item_by_red ON item (red_on, id) WHERE state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'RETURNED', 'MERGED', 'REFUSED', 'WITHDRAWN');
CREATE OR REPLACE FUNCTION light_of(state item_state, override_light light, red_on date, report_due_on date, yellow_on date, day date)
RETURNS light LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN state IN ('DRAFT', 'PENDING_APPROVAL', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'RETURNED', 'MERGED', 'REFUSED', 'WITHDRAWN') THEN NULL
    WHEN override_light IS NOT NULL THEN override_light
    WHEN day >= red_on THEN 'RED'::light
    WHEN day > report_due_on THEN 'GREY'::light
    WHEN day >= yellow_on THEN 'YELLOW'::light
    ELSE 'GREEN'::light
  END
$$;

-- Similar complaints are found by their facts.
CREATE INDEX "complaint_facts_trigram" ON "complaint" USING GIN ("facts" gin_trgm_ops);
