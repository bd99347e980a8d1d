-- CreateTable
CREATE TABLE "Import" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "options" TEXT NOT NULL DEFAULT '{}',
    "decisions" TEXT NOT NULL DEFAULT '{}',
    "result" TEXT NOT NULL DEFAULT '{}',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "spool" TEXT,
    "worker" TEXT,
    "heartbeatAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "createdByName" TEXT NOT NULL,
    "checkedAt" DATETIME,
    "appliedAt" DATETIME,
    "appliedByName" TEXT,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "importId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "cells" TEXT NOT NULL DEFAULT '[]',
    "detail" TEXT NOT NULL DEFAULT '{}',

    PRIMARY KEY ("importId", "position"),
    CONSTRAINT "ImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- By hand: Prisma would make both tables anew, and with the old ones their checks and the triggers
-- that refuse overlaps would go. SQLite adds columns, keys included, to a table as it stands.
ALTER TABLE "Session" ADD COLUMN "importId" TEXT REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Venue" ADD COLUMN "laCode" TEXT;
ALTER TABLE "Venue" ADD COLUMN "laName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venue" ADD COLUMN "establishmentNumber" TEXT;
ALTER TABLE "Venue" ADD COLUMN "typeName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venue" ADD COLUMN "typeGroup" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venue" ADD COLUMN "registerStatus" TEXT;
ALTER TABLE "Venue" ADD COLUMN "openDate" TEXT;
ALTER TABLE "Venue" ADD COLUMN "closeDate" TEXT;
ALTER TABLE "Venue" ADD COLUMN "sixthForm" BOOLEAN;
ALTER TABLE "Venue" ADD COLUMN "locality" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venue" ADD COLUMN "county" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venue" ADD COLUMN "website" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venue" ADD COLUMN "telephone" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venue" ADD COLUMN "latitude" REAL;
ALTER TABLE "Venue" ADD COLUMN "longitude" REAL;
ALTER TABLE "Venue" ADD COLUMN "registerChanged" TEXT;
ALTER TABLE "Venue" ADD COLUMN "successorId" TEXT REFERENCES "Venue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Import_kind_createdAt_idx" ON "Import"("kind", "createdAt");

-- CreateIndex
CREATE INDEX "ImportRow_importId_outcome_position_idx" ON "ImportRow"("importId", "outcome", "position");

-- CreateIndex
CREATE INDEX "Session_importId_idx" ON "Session"("importId");

-- CreateIndex
CREATE INDEX "Venue_laCode_idx" ON "Venue"("laCode");

-- CreateIndex
CREATE INDEX "Venue_successorId_idx" ON "Venue"("successorId");

-- CreateIndex
CREATE INDEX "Venue_postcode_idx" ON "Venue"("postcode");
