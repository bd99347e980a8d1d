-- CreateTable
CREATE TABLE "CountedSession" (
    "sessionId" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "districtCode" TEXT,
    "phase" TEXT,
    "venueType" TEXT NOT NULL,

    CONSTRAINT "CountedSession_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "CountedAgency" (
    "sessionId" TEXT NOT NULL,
    "agencyId" TEXT NOT NULL,

    CONSTRAINT "CountedAgency_pkey" PRIMARY KEY ("sessionId","agencyId")
);

-- CreateTable
CREATE TABLE "KeptReach" (
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "last" TEXT NOT NULL,
    "sessions" INTEGER NOT NULL,
    "youngPeople" INTEGER NOT NULL,
    "adults" INTEGER NOT NULL,
    "estimated" INTEGER NOT NULL,
    "venues" INTEGER NOT NULL,

    CONSTRAINT "KeptReach_pkey" PRIMARY KEY ("dimension","first","last","key")
);

-- CreateIndex
CREATE INDEX "CountedSession_themeId_idx" ON "CountedSession"("themeId");

-- CreateIndex
CREATE INDEX "CountedSession_districtCode_idx" ON "CountedSession"("districtCode");

-- CreateIndex
CREATE INDEX "CountedAgency_agencyId_idx" ON "CountedAgency"("agencyId");

-- CreateIndex
CREATE INDEX "Session_localDate_startsAt_id_idx" ON "Session"("localDate", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Session_status_localDate_idx" ON "Session"("status", "localDate");

-- AddForeignKey
ALTER TABLE "CountedSession" ADD CONSTRAINT "CountedSession_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedSession" ADD CONSTRAINT "CountedSession_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedSession" ADD CONSTRAINT "CountedSession_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedAgency" ADD CONSTRAINT "CountedAgency_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CountedSession"("sessionId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedAgency" ADD CONSTRAINT "CountedAgency_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was closed out before is counted under what holds today: what held then was not kept.
INSERT INTO "CountedSession" ("sessionId", "themeId", "districtCode", "phase", "venueType")
SELECT s."id", p."themeId", v."districtCode",
    CASE WHEN v."phase" IN ('nursery', 'primary', 'middle_primary', 'secondary', 'middle_secondary', 'all_through', 'sixteen_plus') THEN v."phase" END,
    v."kind"
FROM "Session" s
JOIN "Programme" p ON p."id" = s."programmeId"
JOIN "Venue" v ON v."id" = s."venueId"
WHERE EXISTS (SELECT 1 FROM "CloseOut" c WHERE c."sessionId" = s."id");

INSERT INTO "CountedAgency" ("sessionId", "agencyId")
SELECT DISTINCT a."sessionId", p."agencyId"
FROM "Assignment" a
JOIN "Person" p ON p."id" = a."personId"
JOIN "CountedSession" c ON c."sessionId" = a."sessionId";

-- What a session is counted under never changes.
CREATE FUNCTION "counted_facts_are_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'counted_facts_are_frozen'; END $$;
CREATE TRIGGER "counted_session_is_frozen" BEFORE UPDATE ON "CountedSession"
    FOR EACH ROW EXECUTE FUNCTION "counted_facts_are_frozen"();
CREATE TRIGGER "counted_agency_is_frozen" BEFORE UPDATE ON "CountedAgency"
    FOR EACH ROW EXECUTE FUNCTION "counted_facts_are_frozen"();
