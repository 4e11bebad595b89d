-- CreateTable
CREATE TABLE "stored_file" (
    "id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_list" (
    "id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "registration" TEXT,

    CONSTRAINT "worker_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_row" (
    "list_id" TEXT NOT NULL,
    "identity_hash" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "worker_row_pkey" PRIMARY KEY ("list_id","identity_hash")
);

-- CreateTable
CREATE TABLE "worker_fault" (
    "id" TEXT NOT NULL,
    "list_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "worker_fault_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stored_file_contact_id_idx" ON "stored_file"("contact_id");

-- CreateIndex
CREATE INDEX "stored_file_at_idx" ON "stored_file"("at");

-- CreateIndex
CREATE INDEX "worker_list_contact_id_idx" ON "worker_list"("contact_id");

-- CreateIndex
CREATE INDEX "worker_list_at_idx" ON "worker_list"("at");

-- CreateIndex
CREATE INDEX "worker_row_list_id_seq_idx" ON "worker_row"("list_id", "seq");

-- CreateIndex
CREATE INDEX "worker_row_identity_hash_idx" ON "worker_row"("identity_hash");

-- CreateIndex
CREATE INDEX "worker_fault_list_id_seq_idx" ON "worker_fault"("list_id", "seq");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_list" ADD CONSTRAINT "worker_list_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_row" ADD CONSTRAINT "worker_row_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "worker_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_fault" ADD CONSTRAINT "worker_fault_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "worker_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;
