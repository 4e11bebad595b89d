-- CreateTable
CREATE TABLE "faq_gap" (
    "id" BIGSERIAL NOT NULL,
    "asked_on" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "topics" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "faq_gap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "faq_gap_asked_on_idx" ON "faq_gap"("asked_on");
