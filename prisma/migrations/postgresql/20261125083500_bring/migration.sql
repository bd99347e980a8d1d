-- What those who deliver a programme take along.
ALTER TABLE "Programme" ADD COLUMN "bring" TEXT NOT NULL DEFAULT '';
