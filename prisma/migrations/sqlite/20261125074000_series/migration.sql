-- What was booked together. No foreign key and no rule: each of them lives on its own.
ALTER TABLE "Session" ADD COLUMN "seriesId" TEXT;
CREATE INDEX "Session_seriesId_idx" ON "Session"("seriesId");
