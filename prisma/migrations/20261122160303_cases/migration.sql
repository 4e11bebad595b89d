-- CreateTable
CREATE TABLE "officer_case" (
    "number" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" BIGINT NOT NULL,
    "closed_at" BIGINT,
    "closed_by" TEXT,
    "waiting_since" BIGINT,
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "late_told" BOOLEAN NOT NULL DEFAULT false,
    "last_from" TEXT,
    "last_at" BIGINT,
    "opening" TEXT NOT NULL,

    CONSTRAINT "officer_case_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "case_line" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "part_hash" TEXT,
    "body" TEXT NOT NULL,

    CONSTRAINT "case_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_file" (
    "id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "size" BIGINT,
    "mime" TEXT,
    "content" BYTEA,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "part_hash" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "contact_id" TEXT NOT NULL,
    "receipt_hash" TEXT,
    "state" TEXT NOT NULL,
    "code" TEXT,
    "error" TEXT,
    "at" BIGINT NOT NULL,
    "body" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("part_hash")
);

-- CreateTable
CREATE TABLE "delivery_report" (
    "receipt_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "code" TEXT,
    "error" TEXT,
    "at" BIGINT NOT NULL,

    CONSTRAINT "delivery_report_pkey" PRIMARY KEY ("receipt_hash")
);

-- CreateIndex
CREATE INDEX "officer_case_contact_id_idx" ON "officer_case"("contact_id");

-- CreateIndex
CREATE INDEX "officer_case_waiting_since_idx" ON "officer_case"("waiting_since");

-- CreateIndex
CREATE INDEX "officer_case_closed_at_idx" ON "officer_case"("closed_at");

-- CreateIndex
CREATE INDEX "case_line_number_seq_idx" ON "case_line"("number", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_line_id_key" ON "case_file"("line_id");

-- CreateIndex
CREATE INDEX "delivery_contact_id_state_seq_idx" ON "delivery"("contact_id", "state", "seq");

-- CreateIndex
CREATE INDEX "delivery_receipt_hash_idx" ON "delivery"("receipt_hash");

-- CreateIndex
CREATE INDEX "delivery_state_at_idx" ON "delivery"("state", "at");

-- CreateIndex
CREATE INDEX "delivery_at_idx" ON "delivery"("at");

-- CreateIndex
CREATE INDEX "delivery_report_at_idx" ON "delivery_report"("at");

-- AddForeignKey
ALTER TABLE "officer_case" ADD CONSTRAINT "officer_case_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_line" ADD CONSTRAINT "case_line_number_fkey" FOREIGN KEY ("number") REFERENCES "officer_case"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "case_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One open case a contact. The schema has no words for it.
CREATE UNIQUE INDEX "officer_case_open_key" ON "officer_case"("contact_id") WHERE "state" = 'open';
