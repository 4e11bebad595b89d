-- AlterTable
ALTER TABLE "worker_list" DROP COLUMN "registration";
