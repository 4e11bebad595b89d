-- CreateTable
CREATE TABLE "draft_code" (
    "code_hash" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "ends_at" BIGINT NOT NULL,
    "taken_by" TEXT,

    CONSTRAINT "draft_code_pkey" PRIMARY KEY ("code_hash")
);

-- CreateIndex
CREATE INDEX "draft_code_contact_id_idx" ON "draft_code"("contact_id");

-- CreateIndex
CREATE INDEX "draft_code_taken_by_idx" ON "draft_code"("taken_by");

-- CreateIndex
CREATE INDEX "draft_code_ends_at_idx" ON "draft_code"("ends_at");
