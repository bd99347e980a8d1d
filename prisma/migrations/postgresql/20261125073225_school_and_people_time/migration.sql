-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "baseId" TEXT,
ADD COLUMN     "dailySessions" INTEGER,
ADD COLUMN     "vettedUntil" TEXT,
ADD COLUMN     "weeklyMinutes" INTEGER;

-- CreateTable
CREATE TABLE "SchoolDate" (
    "id" TEXT NOT NULL,
    "laCode" TEXT,
    "venueId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "yearGroups" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SchoolDate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonPeriod" (
    "id" TEXT NOT NULL,
    "venueId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "week" TEXT,
    "weekdays" TEXT NOT NULL,
    "starts" TEXT NOT NULL,
    "ends" TEXT NOT NULL,

    CONSTRAINT "LessonPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Timetable" (
    "venueId" TEXT NOT NULL,
    "weekA" TEXT,

    CONSTRAINT "Timetable_pkey" PRIMARY KEY ("venueId")
);

-- CreateTable
CREATE TABLE "WorkingDay" (
    "personId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "starts" TEXT NOT NULL,
    "ends" TEXT NOT NULL,

    CONSTRAINT "WorkingDay_pkey" PRIMARY KEY ("personId","weekday")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "starts" TEXT,
    "ends" TEXT,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Base" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "easting" INTEGER NOT NULL,
    "northing" INTEGER NOT NULL,

    CONSTRAINT "Base_pkey" PRIMARY KEY ("id")
);

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

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "Base"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolDate" ADD CONSTRAINT "SchoolDate_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonPeriod" ADD CONSTRAINT "LessonPeriod_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Timetable" ADD CONSTRAINT "Timetable_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingDay" ADD CONSTRAINT "WorkingDay_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what must never be in these tables.
ALTER TABLE "Person" ADD CONSTRAINT "Person_daily_sessions" CHECK ("dailySessions" BETWEEN 1 AND 20);
ALTER TABLE "Person" ADD CONSTRAINT "Person_weekly_minutes" CHECK ("weeklyMinutes" BETWEEN 1 AND 6000);
ALTER TABLE "SchoolDate" ADD CONSTRAINT "SchoolDate_of_one" CHECK (("laCode" IS NULL) <> ("venueId" IS NULL));
ALTER TABLE "SchoolDate" ADD CONSTRAINT "SchoolDate_kind" CHECK ("kind" IN ('term', 'half_term', 'inset', 'exams'));
ALTER TABLE "SchoolDate" ADD CONSTRAINT "SchoolDate_ends_after_start" CHECK ("to" >= "from");
ALTER TABLE "LessonPeriod" ADD CONSTRAINT "LessonPeriod_week" CHECK ("week" IS NULL OR "week" IN ('A', 'B'));
ALTER TABLE "LessonPeriod" ADD CONSTRAINT "LessonPeriod_ends_after_start" CHECK ("ends" > "starts");
ALTER TABLE "WorkingDay" ADD CONSTRAINT "WorkingDay_weekday" CHECK ("weekday" BETWEEN 1 AND 7);
ALTER TABLE "WorkingDay" ADD CONSTRAINT "WorkingDay_ends_after_start" CHECK ("ends" > "starts");
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_kind" CHECK ("kind" IN ('leave', 'training', 'sick', 'other'));
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_ends_after_start" CHECK ("to" >= "from");
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_part_of_a_day" CHECK (("starts" IS NULL AND "ends" IS NULL) OR ("starts" IS NOT NULL AND "ends" IS NOT NULL AND "from" = "to" AND "ends" > "starts"));

-- Two terms, two half-terms and two INSET days of one authority or school share no day. Exams may.
-- A function, since casting a text to a date depends on settings and an index must not.
CREATE FUNCTION "local_day"(text) RETURNS date LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT make_date(substr($1, 1, 4)::integer, substr($1, 6, 2)::integer, substr($1, 9, 2)::integer)
$$;
ALTER TABLE "SchoolDate" ADD CONSTRAINT "dates_overlap" EXCLUDE USING gist (
    "kind" WITH =,
    COALESCE("venueId", "laCode") WITH =,
    daterange("local_day"("from"), "local_day"("to"), '[]') WITH &&
) WHERE ("kind" <> 'exams');
