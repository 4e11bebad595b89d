-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "business_hash" TEXT;

-- CreateTable
CREATE TABLE "registered_worker" (
    "number" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "identity_hash" TEXT NOT NULL,
    "same_identity_elsewhere" BOOLEAN NOT NULL,
    "fields" TEXT NOT NULL,

    CONSTRAINT "registered_worker_pkey" PRIMARY KEY ("number","position")
);

-- CreateIndex
CREATE INDEX "registered_worker_identity_hash_idx" ON "registered_worker"("identity_hash");

-- CreateIndex
CREATE INDEX "registration_business_hash_idx" ON "registration"("business_hash");

-- AddForeignKey
ALTER TABLE "registered_worker" ADD CONSTRAINT "registered_worker_number_fkey" FOREIGN KEY ("number") REFERENCES "registration"("number") ON DELETE CASCADE ON UPDATE CASCADE;
