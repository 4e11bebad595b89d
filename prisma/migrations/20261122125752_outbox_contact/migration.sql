-- Parts that were sent are no longer kept.
DELETE FROM "outbox_part" WHERE "sent";

-- DropIndex
DROP INDEX "outbox_part_contact_id_seq_idx";

-- DropIndex
DROP INDEX "outbox_part_sent_seq_idx";

-- AlterTable
ALTER TABLE "outbox_part" DROP COLUMN "sent",
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lane" TEXT NOT NULL DEFAULT 'reply',
ALTER COLUMN "body" SET NOT NULL;

ALTER TABLE "outbox_part" ALTER COLUMN "lane" DROP DEFAULT;

-- CreateTable
CREATE TABLE "outbox_contact" (
    "contact_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "held_until" BIGINT,
    "token" TEXT,

    CONSTRAINT "outbox_contact_pkey" PRIMARY KEY ("contact_id","lane")
);

-- CreateIndex
CREATE INDEX "outbox_contact_account_lane_due_at_idx" ON "outbox_contact"("account", "lane", "due_at");

-- CreateIndex
CREATE INDEX "outbox_part_contact_id_lane_seq_idx" ON "outbox_part"("contact_id", "lane", "seq");

-- CreateIndex
CREATE INDEX "outbox_part_at_idx" ON "outbox_part"("at");
