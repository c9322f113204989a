-- AlterEnum
ALTER TYPE "import_state" ADD VALUE 'MAPPING';

-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "mapping_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "preview" BYTEA;

-- CreateTable
CREATE TABLE "column_mapping" (
    "id" UUID NOT NULL,
    "kind" "item_kind" NOT NULL,
    "unit_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "constants" JSONB NOT NULL DEFAULT '[]',
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "column_mapping_kind_unit_id_fingerprint_key" ON "column_mapping"("kind", "unit_id", "fingerprint");

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

