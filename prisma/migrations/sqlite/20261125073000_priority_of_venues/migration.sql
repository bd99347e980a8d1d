ALTER TABLE "Venue" ADD COLUMN "priority" BOOLEAN NOT NULL DEFAULT false;
-- By hand: a reason without the mark would be one that nobody can see or take away.
ALTER TABLE "Venue" ADD COLUMN "priorityReason" TEXT NOT NULL DEFAULT ''
  CHECK ("priority" OR "priorityReason" = '');
