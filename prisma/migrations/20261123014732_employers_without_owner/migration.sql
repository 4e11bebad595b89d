-- AlterTable
ALTER TABLE "registration" ALTER COLUMN "person_id" DROP NOT NULL;
