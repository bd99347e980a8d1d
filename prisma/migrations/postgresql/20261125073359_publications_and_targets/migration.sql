-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "sessions" INTEGER NOT NULL,
    "youngPeople" INTEGER NOT NULL,
    "adults" INTEGER NOT NULL,
    "figures" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "publishedByName" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnByName" TEXT,
    "withdrawnReason" TEXT,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedSession" (
    "publicationId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "venueId" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "district" TEXT,
    "team" TEXT NOT NULL,
    "counted" TEXT,
    "heads" TEXT NOT NULL,
    "youngPeople" INTEGER NOT NULL,
    "adults" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "PublishedSession_pkey" PRIMARY KEY ("publicationId","sessionId")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL,
    "teamId" TEXT,
    "themeId" TEXT,
    "measure" TEXT NOT NULL,
    "goal" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportRecipient" (
    "userId" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportRecipient_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "ReportSent" (
    "userId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportSent_pkey" PRIMARY KEY ("userId","month")
);

-- CreateIndex
CREATE UNIQUE INDEX "Publication_token_key" ON "Publication"("token");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_draft_key" ON "Publication"("draft");

-- CreateIndex
CREATE INDEX "Publication_publishedAt_idx" ON "Publication"("publishedAt");

-- CreateIndex
CREATE INDEX "PublishedSession_sessionId_idx" ON "PublishedSession"("sessionId");

-- CreateIndex
CREATE INDEX "Target_teamId_idx" ON "Target"("teamId");

-- CreateIndex
CREATE INDEX "Target_themeId_idx" ON "Target"("themeId");

-- AddForeignKey
ALTER TABLE "PublishedSession" ADD CONSTRAINT "PublishedSession_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRecipient" ADD CONSTRAINT "ReportRecipient_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSent" ADD CONSTRAINT "ReportSent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what must never be in the database.
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_withdrawn" CHECK (
    ("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawnByName" IS NULL)
);
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_figures" CHECK ("sessions" > 0 AND "youngPeople" >= 0 AND "adults" >= 0);
ALTER TABLE "Target" ADD CONSTRAINT "Target_measure" CHECK ("measure" IN ('sessions', 'young_people'));
ALTER TABLE "Target" ADD CONSTRAINT "Target_goal" CHECK ("goal" BETWEEN 1 AND 10000000);
ALTER TABLE "Target" ADD CONSTRAINT "Target_period" CHECK ("to" >= "from");
ALTER TABLE "ReportSent" ADD CONSTRAINT "ReportSent_month" CHECK ("month" LIKE '____-__');

-- What was published stays as it was: sealed once, when its list adds up to its figures, and after
-- that only withdrawn, once.
CREATE FUNCTION "publication_is_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW."sealed" THEN RAISE EXCEPTION 'publication_does_not_add_up'; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'publication_is_frozen'; END IF;
    IF ROW(NEW."id", NEW."token", NEW."draft", NEW."line", NEW."filter", NEW."about", NEW."sessions",
            NEW."youngPeople", NEW."adults", NEW."figures", NEW."publishedAt", NEW."publishedByName")
        IS DISTINCT FROM
        ROW(OLD."id", OLD."token", OLD."draft", OLD."line", OLD."filter", OLD."about", OLD."sessions",
            OLD."youngPeople", OLD."adults", OLD."figures", OLD."publishedAt", OLD."publishedByName")
        OR (OLD."sealed" AND NOT NEW."sealed")
        OR (OLD."withdrawnAt" IS NOT NULL AND ROW(NEW."withdrawnAt", NEW."withdrawnByName", NEW."withdrawnReason")
            IS DISTINCT FROM ROW(OLD."withdrawnAt", OLD."withdrawnByName", OLD."withdrawnReason"))
    THEN RAISE EXCEPTION 'publication_is_frozen'; END IF;
    IF NEW."sealed" AND NOT OLD."sealed" AND NOT EXISTS (
        SELECT 1 FROM "PublishedSession" p WHERE p."publicationId" = NEW."id"
        HAVING COUNT(*) = NEW."sessions" AND SUM(p."youngPeople") = NEW."youngPeople" AND SUM(p."adults") = NEW."adults"
    ) THEN RAISE EXCEPTION 'publication_does_not_add_up'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "publication_is_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "Publication"
    FOR EACH ROW EXECUTE FUNCTION "publication_is_frozen"();

CREATE FUNCTION "published_session_is_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NOT EXISTS (
        SELECT 1 FROM "Publication" p WHERE p."id" = NEW."publicationId" AND p."sealed"
    ) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'publication_is_frozen';
END $$;
CREATE TRIGGER "published_session_is_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "PublishedSession"
    FOR EACH ROW EXECUTE FUNCTION "published_session_is_frozen"();
