-- CreateTable
CREATE TABLE "line_contact" (
    "id" TEXT NOT NULL,
    "address" TEXT,
    "session" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "token" TEXT,
    "lease_given" BIGINT,
    "lease_until" BIGINT,
    "committed_at" BIGINT,

    CONSTRAINT "line_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seen_id" (
    "contact_id" TEXT NOT NULL,
    "id_hash" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "seen_id_pkey" PRIMARY KEY ("contact_id","id_hash")
);

-- CreateTable
CREATE TABLE "line_item" (
    "seq" BIGSERIAL NOT NULL,
    "contact_id" TEXT NOT NULL,
    "id_hash" TEXT NOT NULL,
    "handouts" INTEGER NOT NULL DEFAULT 0,
    "at" BIGINT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "line_item_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox_part" (
    "seq" BIGSERIAL NOT NULL,
    "contact_id" TEXT NOT NULL,
    "id_hash" TEXT NOT NULL,
    "sent" BOOLEAN NOT NULL DEFAULT false,
    "at" BIGINT NOT NULL,
    "body" TEXT,

    CONSTRAINT "outbox_part_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "job" (
    "key_hash" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "contact_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" BIGINT NOT NULL,
    "held_until" BIGINT,
    "token" TEXT,
    "body" TEXT NOT NULL,

    CONSTRAINT "job_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effect_result" (
    "key_hash" TEXT NOT NULL,
    "contact_id" TEXT,
    "result" TEXT,

    CONSTRAINT "effect_result_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "stopped_at" BIGINT,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "key_hash" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "wording_hash" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "identity_hash" TEXT NOT NULL,
    "identity" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "number" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submitted_at" BIGINT NOT NULL,
    "same_identity_elsewhere" BOOLEAN NOT NULL,
    "fields" TEXT NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "registration_event" (
    "id" BIGSERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "registration_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_receipt" (
    "number" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "registrations" INTEGER NOT NULL,
    "consents" INTEGER NOT NULL,

    CONSTRAINT "erasure_receipt_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" BIGINT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "line_contact_committed_at_idx" ON "line_contact"("committed_at");

-- CreateIndex
CREATE INDEX "seen_id_contact_id_seq_idx" ON "seen_id"("contact_id", "seq");

-- CreateIndex
CREATE INDEX "line_item_contact_id_seq_idx" ON "line_item"("contact_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "line_item_contact_id_id_hash_key" ON "line_item"("contact_id", "id_hash");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_part_id_hash_key" ON "outbox_part"("id_hash");

-- CreateIndex
CREATE INDEX "outbox_part_contact_id_seq_idx" ON "outbox_part"("contact_id", "seq");

-- CreateIndex
CREATE INDEX "outbox_part_sent_seq_idx" ON "outbox_part"("sent", "seq");

-- CreateIndex
CREATE INDEX "job_due_at_seq_idx" ON "job"("due_at", "seq");

-- CreateIndex
CREATE INDEX "job_contact_id_idx" ON "job"("contact_id");

-- CreateIndex
CREATE INDEX "dead_letter_contact_id_idx" ON "dead_letter"("contact_id");

-- CreateIndex
CREATE INDEX "effect_result_contact_id_idx" ON "effect_result"("contact_id");

-- CreateIndex
CREATE INDEX "consent_contact_id_idx" ON "consent"("contact_id");

-- CreateIndex
CREATE INDEX "person_identity_hash_idx" ON "person"("identity_hash");

-- CreateIndex
CREATE UNIQUE INDEX "person_contact_id_identity_hash_key" ON "person"("contact_id", "identity_hash");

-- CreateIndex
CREATE INDEX "registration_contact_id_idx" ON "registration"("contact_id");

-- CreateIndex
CREATE INDEX "registration_person_id_idx" ON "registration"("person_id");

-- CreateIndex
CREATE INDEX "registration_submitted_at_idx" ON "registration"("submitted_at");

-- CreateIndex
CREATE INDEX "registration_event_number_idx" ON "registration_event"("number");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_event" ADD CONSTRAINT "registration_event_number_fkey" FOREIGN KEY ("number") REFERENCES "registration"("number") ON DELETE CASCADE ON UPDATE CASCADE;
