-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "publishedAt" DATETIME NOT NULL,
    "publishedByName" TEXT NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnByName" TEXT,
    "withdrawnReason" TEXT,
    CONSTRAINT "Publication_withdrawn" CHECK (
        ("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawnByName" IS NULL)
    ),
    CONSTRAINT "Publication_figures" CHECK ("sessions" > 0 AND "youngPeople" >= 0 AND "adults" >= 0)
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

    PRIMARY KEY ("publicationId", "sessionId"),
    CONSTRAINT "PublishedSession_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "teamId" TEXT,
    "themeId" TEXT,
    "measure" TEXT NOT NULL,
    "goal" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Target_measure" CHECK ("measure" IN ('sessions', 'young_people')),
    CONSTRAINT "Target_goal" CHECK ("goal" BETWEEN 1 AND 10000000),
    CONSTRAINT "Target_period" CHECK ("to" >= "from"),
    CONSTRAINT "Target_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Target_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportRecipient" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "since" DATETIME NOT NULL,
    CONSTRAINT "ReportRecipient_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportSent" (
    "userId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "month"),
    CONSTRAINT "ReportSent_month" CHECK ("month" LIKE '____-__'),
    CONSTRAINT "ReportSent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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

-- By hand. What was published stays as it was: sealed once, when its list adds up to its figures,
-- and after that only withdrawn, once.
CREATE TRIGGER "publication_is_frozen_on_update" BEFORE UPDATE ON "Publication"
WHEN NEW."id" IS NOT OLD."id" OR NEW."token" IS NOT OLD."token" OR NEW."draft" IS NOT OLD."draft" OR NEW."line" IS NOT OLD."line" OR NEW."filter" IS NOT OLD."filter" OR NEW."about" IS NOT OLD."about" OR NEW."sessions" IS NOT OLD."sessions" OR NEW."youngPeople" IS NOT OLD."youngPeople" OR NEW."adults" IS NOT OLD."adults" OR NEW."figures" IS NOT OLD."figures" OR NEW."publishedAt" IS NOT OLD."publishedAt" OR NEW."publishedByName" IS NOT OLD."publishedByName"
    OR (OLD."sealed" AND NOT NEW."sealed")
    OR (OLD."withdrawnAt" IS NOT NULL AND (NEW."withdrawnAt" IS NOT OLD."withdrawnAt" OR NEW."withdrawnByName" IS NOT OLD."withdrawnByName" OR NEW."withdrawnReason" IS NOT OLD."withdrawnReason"))
BEGIN SELECT RAISE(ABORT, 'publication_is_frozen'); END;

CREATE TRIGGER "publication_is_frozen_on_delete" BEFORE DELETE ON "Publication"
BEGIN SELECT RAISE(ABORT, 'publication_is_frozen'); END;

CREATE TRIGGER "publication_is_sealed_last" BEFORE INSERT ON "Publication"
WHEN NEW."sealed"
BEGIN SELECT RAISE(ABORT, 'publication_does_not_add_up'); END;

CREATE TRIGGER "publication_adds_up" BEFORE UPDATE OF "sealed" ON "Publication"
WHEN NEW."sealed" AND NOT OLD."sealed"
BEGIN
    SELECT RAISE(ABORT, 'publication_does_not_add_up') WHERE NOT EXISTS (
        SELECT 1 FROM (
            SELECT COUNT(*) AS "sessions", SUM("youngPeople") AS "youngPeople", SUM("adults") AS "adults"
            FROM "PublishedSession" WHERE "publicationId" = NEW."id"
        ) AS listed
        WHERE listed."sessions" = NEW."sessions" AND listed."youngPeople" = NEW."youngPeople"
            AND listed."adults" = NEW."adults"
    );
END;

CREATE TRIGGER "published_session_is_frozen_on_insert" BEFORE INSERT ON "PublishedSession"
WHEN EXISTS (SELECT 1 FROM "Publication" AS p WHERE p."id" = NEW."publicationId" AND p."sealed")
BEGIN SELECT RAISE(ABORT, 'publication_is_frozen'); END;

CREATE TRIGGER "published_session_is_frozen_on_update" BEFORE UPDATE ON "PublishedSession"
BEGIN SELECT RAISE(ABORT, 'publication_is_frozen'); END;

CREATE TRIGGER "published_session_is_frozen_on_delete" BEFORE DELETE ON "PublishedSession"
BEGIN SELECT RAISE(ABORT, 'publication_is_frozen'); END;
