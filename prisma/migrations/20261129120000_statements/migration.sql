-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "statement" TEXT NOT NULL DEFAULT '';
