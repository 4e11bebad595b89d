-- AlterTable
ALTER TABLE "person_name" ADD COLUMN     "met_at" BIGINT NOT NULL DEFAULT 0;

-- When those wrote who are known already was not kept: now, at the latest.
UPDATE "person_name" SET "met_at" = (extract(epoch FROM now()) * 1000)::bigint;

ALTER TABLE "person_name" ALTER COLUMN "met_at" DROP DEFAULT;

-- CreateIndex
CREATE INDEX "person_name_met_at_idx" ON "person_name"("met_at");
