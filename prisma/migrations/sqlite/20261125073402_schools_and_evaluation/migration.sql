-- CreateTable
CREATE TABLE "SchoolReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inviteId" TEXT NOT NULL,
    "happened" BOOLEAN NOT NULL,
    "counted" TEXT,
    "adults" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "closedOut" BOOLEAN NOT NULL,
    "reportedAt" DATETIME NOT NULL,
    CONSTRAINT "SchoolReport_inviteId_fkey" FOREIGN KEY ("inviteId") REFERENCES "Invite" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SchoolReport_counted" CHECK ("counted" IS NULL OR "counted" IN ('counted', 'estimated')),
    CONSTRAINT "SchoolReport_adults" CHECK ("adults" BETWEEN 0 AND 2000),
    CONSTRAINT "SchoolReport_nobody_there" CHECK ("happened" OR ("adults" = 0 AND "counted" IS NULL))
);

-- CreateTable
CREATE TABLE "SchoolHeadcount" (
    "reportId" TEXT NOT NULL,
    "yearGroup" TEXT NOT NULL,
    "youngPeople" INTEGER NOT NULL,

    PRIMARY KEY ("reportId", "yearGroup"),
    CONSTRAINT "SchoolHeadcount_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "SchoolReport" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SchoolHeadcount_young_people" CHECK ("youngPeople" BETWEEN 0 AND 2000)
);

-- CreateTable
CREATE TABLE "EvaluationQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "asks" TEXT NOT NULL,
    "themeId" TEXT,
    "programmeId" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retiredAt" DATETIME,
    CONSTRAINT "EvaluationQuestion_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EvaluationQuestion_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EvaluationQuestion_asks" CHECK ("asks" IN ('pupils', 'teachers')),
    CONSTRAINT "EvaluationQuestion_of_one" CHECK ("themeId" IS NULL OR "programmeId" IS NULL)
);

-- CreateTable
CREATE TABLE "EvaluationQuestionVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdByName" TEXT NOT NULL,
    CONSTRAINT "EvaluationQuestionVersion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "EvaluationQuestion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EvaluationQuestionVersion_version" CHECK ("version" >= 1),
    CONSTRAINT "EvaluationQuestionVersion_better" CHECK ("better" IN ('agree', 'disagree'))
);

-- CreateTable
CREATE TABLE "EvaluationTotal" (
    "sessionId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "agree" INTEGER NOT NULL,
    "unsure" INTEGER NOT NULL,
    "disagree" INTEGER NOT NULL,
    "bySchool" BOOLEAN NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredByName" TEXT NOT NULL,

    PRIMARY KEY ("sessionId", "versionId", "moment"),
    CONSTRAINT "EvaluationTotal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EvaluationTotal_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "EvaluationQuestionVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EvaluationTotal_moment" CHECK ("moment" IN ('before', 'after')),
    CONSTRAINT "EvaluationTotal_counts" CHECK ("agree" BETWEEN 0 AND 2000 AND "unsure" BETWEEN 0 AND 2000 AND "disagree" BETWEEN 0 AND 2000 AND "agree" + "unsure" + "disagree" > 0)
);

-- CreateTable
CREATE TABLE "TeacherScore" (
    "reportId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "score" INTEGER NOT NULL,

    PRIMARY KEY ("reportId", "versionId"),
    CONSTRAINT "TeacherScore_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "SchoolReport" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TeacherScore_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "EvaluationQuestionVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TeacherScore_score" CHECK ("score" BETWEEN 1 AND 5)
);

-- By hand: Prisma would make these tables anew and lose their checks and triggers.
ALTER TABLE "CloseOut" ADD COLUMN "bySchool" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Contact" ADD COLUMN "linkVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Invite" ADD COLUMN "answerNote" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "SchoolReport_inviteId_key" ON "SchoolReport"("inviteId");

-- CreateIndex
CREATE INDEX "EvaluationQuestion_themeId_idx" ON "EvaluationQuestion"("themeId");

-- CreateIndex
CREATE INDEX "EvaluationQuestion_programmeId_idx" ON "EvaluationQuestion"("programmeId");

-- CreateIndex
CREATE UNIQUE INDEX "EvaluationQuestionVersion_questionId_version_key" ON "EvaluationQuestionVersion"("questionId", "version");

-- CreateIndex
CREATE INDEX "EvaluationTotal_versionId_idx" ON "EvaluationTotal"("versionId");

-- CreateIndex
CREATE INDEX "TeacherScore_versionId_idx" ON "TeacherScore"("versionId");

-- No version of a question is ever changed: answers keep the words they were given to.
CREATE TRIGGER "asked_words_are_kept" BEFORE UPDATE OF "id", "questionId", "version", "text", "better" ON "EvaluationQuestionVersion"
BEGIN SELECT RAISE(ABORT, 'asked_words_are_kept'); END;
