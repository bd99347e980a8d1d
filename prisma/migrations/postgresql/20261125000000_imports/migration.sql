-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "importId" TEXT;

-- AlterTable
ALTER TABLE "Venue" ADD COLUMN     "closeDate" TEXT,
ADD COLUMN     "county" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "establishmentNumber" TEXT,
ADD COLUMN     "laCode" TEXT,
ADD COLUMN     "laName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "locality" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "openDate" TEXT,
ADD COLUMN     "registerChanged" TEXT,
ADD COLUMN     "registerStatus" TEXT,
ADD COLUMN     "sixthForm" BOOLEAN,
ADD COLUMN     "successorId" TEXT,
ADD COLUMN     "telephone" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "typeGroup" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "typeName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "website" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Import" (
    "id" TEXT NOT NULL,
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
    "heartbeatAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdByName" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3),
    "appliedAt" TIMESTAMP(3),
    "appliedByName" TEXT,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
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

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("importId","position")
);

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

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
