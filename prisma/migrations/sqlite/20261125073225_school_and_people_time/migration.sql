-- CreateTable
CREATE TABLE "SchoolDate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "laCode" TEXT,
    "venueId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "yearGroups" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "SchoolDate_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SchoolDate_of_one" CHECK (("laCode" IS NULL) <> ("venueId" IS NULL)),
    CONSTRAINT "SchoolDate_kind" CHECK ("kind" IN ('term', 'half_term', 'inset', 'exams')),
    CONSTRAINT "SchoolDate_ends_after_start" CHECK ("to" >= "from")
);

-- CreateTable
CREATE TABLE "LessonPeriod" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "venueId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "week" TEXT,
    "weekdays" TEXT NOT NULL,
    "starts" TEXT NOT NULL,
    "ends" TEXT NOT NULL,
    CONSTRAINT "LessonPeriod_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LessonPeriod_week" CHECK ("week" IS NULL OR "week" IN ('A', 'B')),
    CONSTRAINT "LessonPeriod_ends_after_start" CHECK ("ends" > "starts")
);

-- CreateTable
CREATE TABLE "Timetable" (
    "venueId" TEXT NOT NULL PRIMARY KEY,
    "weekA" TEXT,
    CONSTRAINT "Timetable_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkingDay" (
    "personId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "starts" TEXT NOT NULL,
    "ends" TEXT NOT NULL,

    PRIMARY KEY ("personId", "weekday"),
    CONSTRAINT "WorkingDay_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WorkingDay_weekday" CHECK ("weekday" BETWEEN 1 AND 7),
    CONSTRAINT "WorkingDay_ends_after_start" CHECK ("ends" > "starts")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "starts" TEXT,
    "ends" TEXT,
    CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Absence_kind" CHECK ("kind" IN ('leave', 'training', 'sick', 'other')),
    CONSTRAINT "Absence_ends_after_start" CHECK ("to" >= "from"),
    CONSTRAINT "Absence_part_of_a_day" CHECK (("starts" IS NULL AND "ends" IS NULL) OR ("starts" IS NOT NULL AND "ends" IS NOT NULL AND "from" = "to" AND "ends" > "starts"))
);

-- CreateTable
CREATE TABLE "Base" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "easting" INTEGER NOT NULL,
    "northing" INTEGER NOT NULL
);

-- By hand: Prisma would make the table anew. SQLite adds columns, keys included, to it as it stands.
ALTER TABLE "Person" ADD COLUMN "vettedUntil" TEXT;
ALTER TABLE "Person" ADD COLUMN "dailySessions" INTEGER CHECK ("dailySessions" BETWEEN 1 AND 20);
ALTER TABLE "Person" ADD COLUMN "weeklyMinutes" INTEGER CHECK ("weeklyMinutes" BETWEEN 1 AND 6000);
ALTER TABLE "Person" ADD COLUMN "baseId" TEXT REFERENCES "Base" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "SchoolDate_laCode_from_idx" ON "SchoolDate"("laCode", "from");

-- CreateIndex
CREATE INDEX "SchoolDate_venueId_from_idx" ON "SchoolDate"("venueId", "from");

-- CreateIndex
CREATE UNIQUE INDEX "LessonPeriod_venueId_position_key" ON "LessonPeriod"("venueId", "position");

-- CreateIndex
CREATE INDEX "Absence_personId_to_idx" ON "Absence"("personId", "to");

-- CreateIndex
CREATE UNIQUE INDEX "Base_name_key" ON "Base"("name");

-- Two terms, two half-terms and two INSET days of one authority or school share no day. Exams may.
CREATE TRIGGER "dates_overlap_on_insert" BEFORE INSERT ON "SchoolDate"
WHEN NEW."kind" <> 'exams'
BEGIN
    SELECT RAISE(ABORT, 'dates_overlap') WHERE EXISTS (
        SELECT 1 FROM "SchoolDate" AS other
        WHERE other."kind" = NEW."kind" AND other."id" <> NEW."id"
            AND COALESCE(other."venueId", other."laCode") = COALESCE(NEW."venueId", NEW."laCode")
            AND other."from" <= NEW."to" AND other."to" >= NEW."from"
    );
END;

CREATE TRIGGER "dates_overlap_on_update" BEFORE UPDATE ON "SchoolDate"
WHEN NEW."kind" <> 'exams'
BEGIN
    SELECT RAISE(ABORT, 'dates_overlap') WHERE EXISTS (
        SELECT 1 FROM "SchoolDate" AS other
        WHERE other."kind" = NEW."kind" AND other."id" <> NEW."id"
            AND COALESCE(other."venueId", other."laCode") = COALESCE(NEW."venueId", NEW."laCode")
            AND other."from" <= NEW."to" AND other."to" >= NEW."from"
    );
END;
