-- CreateTable
CREATE TABLE "linked_device" (
    "id" TEXT NOT NULL,
    "token" TEXT,
    "lease_until" BIGINT,

    CONSTRAINT "linked_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "linked_device_value" (
    "device_id" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "linked_device_value_pkey" PRIMARY KEY ("device_id","key_hash")
);

-- CreateTable
CREATE TABLE "person_name" (
    "name_hash" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "met_by" TEXT NOT NULL,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("name_hash")
);

-- CreateIndex
CREATE INDEX "person_name_contact_id_idx" ON "person_name"("contact_id");
