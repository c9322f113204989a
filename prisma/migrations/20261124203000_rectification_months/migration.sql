-- AlterTable
ALTER TABLE "rectification_month" ADD COLUMN "reason" TEXT;

-- What Prisma's schema language can't say.

ALTER TABLE rectification_month ADD CONSTRAINT rectification_month_end
  CHECK (period_on = (date_trunc('month', period_on) + interval '1 month' - interval '1 day')::date);
ALTER TABLE rectification_stage_plan ADD CONSTRAINT rectification_stage_forward
  CHECK (planned_from <= planned_to AND started_on <= ended_on AND (ended_on IS NULL OR started_on IS NOT NULL));
