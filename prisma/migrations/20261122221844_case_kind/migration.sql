-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "withdrawn_at" BIGINT;

-- AlterTable
ALTER TABLE "officer_case" ADD COLUMN     "due_at" BIGINT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'talk';

-- CreateTable
CREATE TABLE "status_try" (
    "key_hash" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "status_try_pkey" PRIMARY KEY ("key_hash")
);

-- CreateIndex
CREATE INDEX "status_try_subject_at_idx" ON "status_try"("subject", "at");

-- CreateIndex
CREATE INDEX "status_try_at_idx" ON "status_try"("at");

-- One open case a contact and kind. The schema has no words for it.
DROP INDEX "officer_case_open_key";
CREATE UNIQUE INDEX "officer_case_open_key" ON "officer_case"("contact_id", "kind") WHERE "state" = 'open';
