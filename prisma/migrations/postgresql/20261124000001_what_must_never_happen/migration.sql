-- What must never be in the database, whoever writes to it. By hand: Prisma's schema cannot say it.

ALTER TABLE "Session" ADD CONSTRAINT "Session_ends_after_start" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Session" ADD CONSTRAINT "Session_status" CHECK ("status" IN ('provisional', 'confirmed', 'delivered', 'cancelled', 'not_delivered'));
ALTER TABLE "Session" ADD CONSTRAINT "Session_occupies" CHECK ("occupies" = ("status" IN ('provisional', 'confirmed', 'delivered')));
ALTER TABLE "Session" ADD CONSTRAINT "Session_expected" CHECK ("expectedYoungPeople" BETWEEN 0 AND 2000);
ALTER TABLE "CloseOut" ADD CONSTRAINT "CloseOut_outcome" CHECK ("outcome" IN ('delivered', 'not_delivered'));
ALTER TABLE "CloseOut" ADD CONSTRAINT "CloseOut_young_people" CHECK ("youngPeople" BETWEEN 0 AND 2000);
ALTER TABLE "CloseOut" ADD CONSTRAINT "CloseOut_adults" CHECK ("adults" BETWEEN 0 AND 2000);
ALTER TABLE "CloseOut" ADD CONSTRAINT "CloseOut_nobody_reached" CHECK ("outcome" = 'delivered' OR ("youngPeople" = 0 AND "adults" = 0));
ALTER TABLE "Headcount" ADD CONSTRAINT "Headcount_young_people" CHECK ("youngPeople" BETWEEN 0 AND 2000);
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_count" CHECK ("count" BETWEEN 0 AND 2000);
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_status" CHECK ("status" IN ('held', 'waiting', 'sending', 'sent', 'failed', 'replaced'));
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_of_one" CHECK (num_nonnulls("teamId", "personId", "contactId") = 1);
ALTER TABLE "FeedText" ADD CONSTRAINT "FeedText_audience" CHECK ("audience" IN ('staff', 'contact'));

-- A person cannot be in two places. Half-open: 10:00-11:00 and 11:00-12:00 do not clash.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "Assignment" ADD CONSTRAINT "facilitator_busy"
    EXCLUDE USING gist ("personId" WITH =, tsrange("startsAt", "endsAt") WITH &&) WHERE ("occupies");

-- Nor can two sessions be in one room of a venue; different rooms may.
ALTER TABLE "Session" ADD CONSTRAINT "room_busy"
    EXCLUDE USING gist ("venueId" WITH =, "roomKey" WITH =, tsrange("startsAt", "endsAt") WITH &&)
    WHERE ("occupies" AND "roomKey" IS NOT NULL);

-- Whoever wants a person or a room that somebody else is just taking waits here, before writing.
-- Without it each of the two would write, find the other's row and wait for the other: a deadlock,
-- which takes PostgreSQL a second to see and which many at once lose more often than they retry.
-- 1024 lines, so that no transaction can fill the table of locks; who shares one only waits.
CREATE FUNCTION "wait_for_facilitator"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock(1, hashtext(NEW."personId") & 1023); RETURN NEW; END $$;
CREATE TRIGGER "wait_for_facilitator"
    BEFORE INSERT OR UPDATE OF "personId", "startsAt", "endsAt", "occupies" ON "Assignment"
    FOR EACH ROW WHEN (NEW."occupies") EXECUTE FUNCTION "wait_for_facilitator"();

CREATE FUNCTION "wait_for_room"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock(2, hashtext(NEW."venueId" || NEW."roomKey") & 1023); RETURN NEW; END $$;
CREATE TRIGGER "wait_for_room"
    BEFORE INSERT OR UPDATE OF "venueId", "roomKey", "startsAt", "endsAt", "occupies" ON "Session"
    FOR EACH ROW WHEN (NEW."occupies" AND NEW."roomKey" IS NOT NULL) EXECUTE FUNCTION "wait_for_room"();

-- History is only ever added to.
CREATE FUNCTION "history_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'history_is_kept'; END $$;
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE ON "HistoryEntry"
    FOR EACH ROW EXECUTE FUNCTION "history_is_kept"();
