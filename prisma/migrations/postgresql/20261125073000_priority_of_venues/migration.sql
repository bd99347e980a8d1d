ALTER TABLE "Venue" ADD COLUMN "priority" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Venue" ADD COLUMN "priorityReason" TEXT NOT NULL DEFAULT '';
-- By hand: a reason without the mark would be one that nobody can see or take away.
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_reason_of_priority"
  CHECK ("priority" OR "priorityReason" = '');
