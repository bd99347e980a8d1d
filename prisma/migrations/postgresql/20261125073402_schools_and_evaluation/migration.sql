-- AlterTable
ALTER TABLE "CloseOut" ADD COLUMN     "bySchool" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "linkVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Invite" ADD COLUMN     "answerNote" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "SchoolReport" (
    "id" TEXT NOT NULL,
    "inviteId" TEXT NOT NULL,
    "happened" BOOLEAN NOT NULL,
    "counted" TEXT,
    "adults" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "closedOut" BOOLEAN NOT NULL,
    "reportedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SchoolReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolHeadcount" (
    "reportId" TEXT NOT NULL,
    "yearGroup" TEXT NOT NULL,
    "youngPeople" INTEGER NOT NULL,

    CONSTRAINT "SchoolHeadcount_pkey" PRIMARY KEY ("reportId","yearGroup")
);

-- CreateTable
CREATE TABLE "EvaluationQuestion" (
    "id" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "themeId" TEXT,
    "programmeId" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "EvaluationQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvaluationQuestionVersion" (
    "id" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdByName" TEXT NOT NULL,

    CONSTRAINT "EvaluationQuestionVersion_pkey" PRIMARY KEY ("id")
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
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "enteredByName" TEXT NOT NULL,

    CONSTRAINT "EvaluationTotal_pkey" PRIMARY KEY ("sessionId","versionId","moment")
);

-- CreateTable
CREATE TABLE "TeacherScore" (
    "reportId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "score" INTEGER NOT NULL,

    CONSTRAINT "TeacherScore_pkey" PRIMARY KEY ("reportId","versionId")
);

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

-- AddForeignKey
ALTER TABLE "SchoolReport" ADD CONSTRAINT "SchoolReport_inviteId_fkey" FOREIGN KEY ("inviteId") REFERENCES "Invite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolHeadcount" ADD CONSTRAINT "SchoolHeadcount_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "SchoolReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationQuestion" ADD CONSTRAINT "EvaluationQuestion_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationQuestion" ADD CONSTRAINT "EvaluationQuestion_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationQuestionVersion" ADD CONSTRAINT "EvaluationQuestionVersion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "EvaluationQuestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationTotal" ADD CONSTRAINT "EvaluationTotal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationTotal" ADD CONSTRAINT "EvaluationTotal_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "EvaluationQuestionVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeacherScore" ADD CONSTRAINT "TeacherScore_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "SchoolReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeacherScore" ADD CONSTRAINT "TeacherScore_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "EvaluationQuestionVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never be in these tables, whoever writes to them.
ALTER TABLE "SchoolReport" ADD CONSTRAINT "SchoolReport_counted" CHECK ("counted" IS NULL OR "counted" IN ('counted', 'estimated'));
ALTER TABLE "SchoolReport" ADD CONSTRAINT "SchoolReport_adults" CHECK ("adults" BETWEEN 0 AND 2000);
ALTER TABLE "SchoolReport" ADD CONSTRAINT "SchoolReport_nobody_there" CHECK ("happened" OR ("adults" = 0 AND "counted" IS NULL));
ALTER TABLE "SchoolHeadcount" ADD CONSTRAINT "SchoolHeadcount_young_people" CHECK ("youngPeople" BETWEEN 0 AND 2000);
ALTER TABLE "EvaluationQuestion" ADD CONSTRAINT "EvaluationQuestion_asks" CHECK ("asks" IN ('pupils', 'teachers'));
ALTER TABLE "EvaluationQuestion" ADD CONSTRAINT "EvaluationQuestion_of_one" CHECK ("themeId" IS NULL OR "programmeId" IS NULL);
ALTER TABLE "EvaluationQuestionVersion" ADD CONSTRAINT "EvaluationQuestionVersion_version" CHECK ("version" >= 1);
ALTER TABLE "EvaluationQuestionVersion" ADD CONSTRAINT "EvaluationQuestionVersion_better" CHECK ("better" IN ('agree', 'disagree'));
ALTER TABLE "EvaluationTotal" ADD CONSTRAINT "EvaluationTotal_moment" CHECK ("moment" IN ('before', 'after'));
ALTER TABLE "EvaluationTotal" ADD CONSTRAINT "EvaluationTotal_counts" CHECK ("agree" BETWEEN 0 AND 2000 AND "unsure" BETWEEN 0 AND 2000 AND "disagree" BETWEEN 0 AND 2000 AND "agree" + "unsure" + "disagree" > 0);
ALTER TABLE "TeacherScore" ADD CONSTRAINT "TeacherScore_score" CHECK ("score" BETWEEN 1 AND 5);

-- No version of a question is ever changed: answers keep the words they were given to.
CREATE FUNCTION "asked_words_are_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'asked_words_are_kept'; END $$;
CREATE TRIGGER "asked_words_are_kept" BEFORE UPDATE OF "id", "questionId", "version", "text", "better" ON "EvaluationQuestionVersion"
    FOR EACH ROW EXECUTE FUNCTION "asked_words_are_kept"();
