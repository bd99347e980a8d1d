-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "once" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),
    "venueId" TEXT,
    "venueName" TEXT NOT NULL,
    "venueTown" TEXT NOT NULL DEFAULT '',
    "venuePostcode" TEXT NOT NULL DEFAULT '',
    "expectedYoungPeople" INTEGER NOT NULL,
    "groups" INTEGER NOT NULL,
    "room" TEXT NOT NULL DEFAULT '',
    "equipment" TEXT NOT NULL DEFAULT '',
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "contactRole" TEXT NOT NULL DEFAULT '',
    "contactPhone" TEXT,
    "dslKnows" BOOLEAN NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "firstDate" TEXT NOT NULL,
    "lastDate" TEXT NOT NULL,
    "offeredDate" TEXT,
    "offeredStart" TEXT,
    "offerWords" TEXT NOT NULL DEFAULT '',
    "declineReason" TEXT,
    "declineWords" TEXT NOT NULL DEFAULT '',
    "searchText" TEXT NOT NULL,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestProgramme" (
    "requestId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,

    CONSTRAINT "RequestProgramme_pkey" PRIMARY KEY ("requestId","programmeId")
);

-- CreateTable
CREATE TABLE "RequestYearGroup" (
    "requestId" TEXT NOT NULL,
    "yearGroup" TEXT NOT NULL,

    CONSTRAINT "RequestYearGroup_pkey" PRIMARY KEY ("requestId","yearGroup")
);

-- CreateTable
CREATE TABLE "RequestDate" (
    "requestId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "periods" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "RequestDate_pkey" PRIMARY KEY ("requestId","position")
);

-- CreateTable
CREATE TABLE "RequestSession" (
    "sessionId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "RequestSession_pkey" PRIMARY KEY ("sessionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Request_reference_key" ON "Request"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Request_once_key" ON "Request"("once");

-- CreateIndex
CREATE INDEX "Request_status_receivedAt_idx" ON "Request"("status", "receivedAt");

-- CreateIndex
CREATE INDEX "Request_venueId_idx" ON "Request"("venueId");

-- CreateIndex
CREATE INDEX "Request_contactEmail_idx" ON "Request"("contactEmail");

-- CreateIndex
CREATE INDEX "RequestProgramme_programmeId_idx" ON "RequestProgramme"("programmeId");

-- CreateIndex
CREATE INDEX "RequestSession_requestId_idx" ON "RequestSession"("requestId");

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestProgramme" ADD CONSTRAINT "RequestProgramme_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestProgramme" ADD CONSTRAINT "RequestProgramme_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestYearGroup" ADD CONSTRAINT "RequestYearGroup_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestDate" ADD CONSTRAINT "RequestDate_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestSession" ADD CONSTRAINT "RequestSession_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestSession" ADD CONSTRAINT "RequestSession_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what must never be in the database, whoever writes to it.
ALTER TABLE "Request" ADD CONSTRAINT "Request_status" CHECK ("status" IN ('unconfirmed', 'waiting', 'offered', 'agreed', 'waiting_list', 'accepted', 'declined', 'withdrawn'));
ALTER TABLE "Request" ADD CONSTRAINT "Request_source" CHECK ("source" IN ('form', 'api'));
ALTER TABLE "Request" ADD CONSTRAINT "Request_confirmed" CHECK (("status" = 'unconfirmed') = ("confirmedAt" IS NULL));
ALTER TABLE "Request" ADD CONSTRAINT "Request_decided" CHECK (("status" IN ('accepted', 'declined', 'withdrawn')) = ("decidedAt" IS NOT NULL));
ALTER TABLE "Request" ADD CONSTRAINT "Request_declined" CHECK (("status" = 'declined') = ("declineReason" IS NOT NULL));
ALTER TABLE "Request" ADD CONSTRAINT "Request_offered" CHECK ("status" NOT IN ('offered', 'agreed') OR "offeredDate" IS NOT NULL);
ALTER TABLE "Request" ADD CONSTRAINT "Request_accepted" CHECK ("status" <> 'accepted' OR "venueId" IS NOT NULL);
ALTER TABLE "Request" ADD CONSTRAINT "Request_expected" CHECK ("expectedYoungPeople" BETWEEN 1 AND 2000);
ALTER TABLE "Request" ADD CONSTRAINT "Request_groups" CHECK ("groups" BETWEEN 1 AND 20);
ALTER TABLE "RequestDate" ADD CONSTRAINT "RequestDate_position" CHECK ("position" BETWEEN 1 AND 3);

-- A request goes only the ways that app/domain/requests/request-status.ts knows.
CREATE FUNCTION "request_transition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'request_transition'; END $$;
CREATE TRIGGER "request_transition" BEFORE UPDATE OF "status" ON "Request"
    FOR EACH ROW WHEN (OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'unconfirmed' AND NEW."status" IN ('waiting'))
    OR (OLD."status" = 'waiting' AND NEW."status" IN ('offered', 'waiting_list', 'accepted', 'declined', 'withdrawn'))
    OR (OLD."status" = 'offered' AND NEW."status" IN ('agreed', 'waiting', 'waiting_list', 'accepted', 'declined', 'withdrawn'))
    OR (OLD."status" = 'agreed' AND NEW."status" IN ('offered', 'waiting_list', 'accepted', 'declined', 'withdrawn'))
    OR (OLD."status" = 'waiting_list' AND NEW."status" IN ('offered', 'accepted', 'declined', 'withdrawn'))
    )) EXECUTE FUNCTION "request_transition"();

-- What a school confirmed is kept: only what nobody confirmed may go.
CREATE FUNCTION "request_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'request_is_kept'; END $$;
CREATE TRIGGER "request_is_kept" BEFORE DELETE ON "Request"
    FOR EACH ROW WHEN (OLD."status" <> 'unconfirmed') EXECUTE FUNCTION "request_is_kept"();
