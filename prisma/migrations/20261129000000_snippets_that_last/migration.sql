-- AlterTable
ALTER TABLE "Snippet" ADD COLUMN "title" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Snippet" ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'unlisted';
ALTER TABLE "Snippet" ADD COLUMN "expiresAt" DATETIME;
ALTER TABLE "Snippet" ADD COLUMN "burnsAfterView" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Snippet" ADD COLUMN "hiddenAt" DATETIME;
ALTER TABLE "Snippet" ADD COLUMN "forkedFromId" TEXT;
ALTER TABLE "Snippet" ADD COLUMN "forkedFromNumber" INTEGER;
ALTER TABLE "Snippet" ADD COLUMN "reports" INTEGER NOT NULL DEFAULT 0;

-- A snippet that was saved before is called what its latest revision is called.
UPDATE "Snippet" SET "title" = COALESCE((
    SELECT "title" FROM "Revision" WHERE "snippetId" = "Snippet"."id" AND "number" = "Snippet"."head"
), '');

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "languageVersion" TEXT;

-- CreateTable
CREATE TABLE "Recording" (
    "snippetId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "finished" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "imageDigest" TEXT,
    "events" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("snippetId", "number"),
    CONSTRAINT "Recording_snippetId_number_fkey" FOREIGN KEY ("snippetId", "number") REFERENCES "Revision" ("snippetId", "number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Gone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Snippet_expiresAt_idx" ON "Snippet"("expiresAt");
CREATE INDEX "Snippet_createdAt_idx" ON "Snippet"("createdAt");
CREATE INDEX "Gone_at_idx" ON "Gone"("at");
