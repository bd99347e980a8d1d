-- What must never be in the database, whoever writes to it. By hand: Prisma's schema cannot say it.
-- The checks of single rows stand in the first migration, since SQLite takes them at creation only.

-- A person cannot be in two places. Half-open: 10:00-11:00 and 11:00-12:00 do not clash.
-- The update's trigger fires for the foreign key's cascade too, when a session is moved.
CREATE TRIGGER "facilitator_busy_on_insert" BEFORE INSERT ON "Assignment"
WHEN NEW."occupies"
BEGIN
    SELECT RAISE(ABORT, 'facilitator_busy') WHERE EXISTS (
        SELECT 1 FROM "Assignment" AS other
        WHERE other."personId" = NEW."personId"
            AND other."occupies" AND other."id" <> NEW."id"
            AND other."startsAt" < NEW."endsAt" AND other."endsAt" > NEW."startsAt"
    );
END;

CREATE TRIGGER "facilitator_busy_on_update" BEFORE UPDATE OF "personId", "startsAt", "endsAt", "occupies" ON "Assignment"
WHEN NEW."occupies"
BEGIN
    SELECT RAISE(ABORT, 'facilitator_busy') WHERE EXISTS (
        SELECT 1 FROM "Assignment" AS other
        WHERE other."personId" = NEW."personId"
            AND other."occupies" AND other."id" <> NEW."id"
            AND other."startsAt" < NEW."endsAt" AND other."endsAt" > NEW."startsAt"
    );
END;

-- Nor can two sessions be in one room of a venue; different rooms may.
CREATE TRIGGER "room_busy_on_insert" BEFORE INSERT ON "Session"
WHEN NEW."occupies" AND NEW."roomKey" IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'room_busy') WHERE EXISTS (
        SELECT 1 FROM "Session" AS other
        WHERE other."venueId" = NEW."venueId" AND other."roomKey" = NEW."roomKey"
            AND other."occupies" AND other."id" <> NEW."id"
            AND other."startsAt" < NEW."endsAt" AND other."endsAt" > NEW."startsAt"
    );
END;

CREATE TRIGGER "room_busy_on_update" BEFORE UPDATE OF "venueId", "roomKey", "startsAt", "endsAt", "occupies" ON "Session"
WHEN NEW."occupies" AND NEW."roomKey" IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'room_busy') WHERE EXISTS (
        SELECT 1 FROM "Session" AS other
        WHERE other."venueId" = NEW."venueId" AND other."roomKey" = NEW."roomKey"
            AND other."occupies" AND other."id" <> NEW."id"
            AND other."startsAt" < NEW."endsAt" AND other."endsAt" > NEW."startsAt"
    );
END;

-- History is only ever added to.
CREATE TRIGGER "history_is_kept_on_update" BEFORE UPDATE ON "HistoryEntry"
BEGIN SELECT RAISE(ABORT, 'history_is_kept'); END;

CREATE TRIGGER "history_is_kept_on_delete" BEFORE DELETE ON "HistoryEntry"
BEGIN SELECT RAISE(ABORT, 'history_is_kept'); END;
