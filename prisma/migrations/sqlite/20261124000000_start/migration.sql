-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "twoFactorEnabled" BOOLEAN DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'facilitator',
    "disabledAt" DATETIME,
    "personId" TEXT,
    CONSTRAINT "User_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" DATETIME,
    CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Theme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "lengthMinutes" INTEGER NOT NULL,
    "yearGroups" TEXT NOT NULL,
    "largestGroup" INTEGER,
    "facilitatorsNeeded" INTEGER NOT NULL DEFAULT 1,
    "schoolProvides" TEXT NOT NULL DEFAULT '',
    "retiredAt" DATETIME,
    CONSTRAINT "Programme_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "District" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "laCode" TEXT NOT NULL,
    "laName" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "from" TEXT,
    "until" TEXT
);

-- CreateTable
CREATE TABLE "Venue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "urn" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "phase" TEXT,
    "districtCode" TEXT,
    "street" TEXT NOT NULL DEFAULT '',
    "town" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "easting" INTEGER,
    "northing" INTEGER,
    "lowAge" INTEGER,
    "highAge" INTEGER,
    "pupils" INTEGER,
    "fsmPercent" REAL,
    "parking" TEXT NOT NULL DEFAULT '',
    "reception" TEXT NOT NULL DEFAULT '',
    "rooms" TEXT NOT NULL DEFAULT '',
    "sensitivities" TEXT NOT NULL DEFAULT '',
    "searchText" TEXT NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "Venue_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "venueId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "role" TEXT NOT NULL DEFAULT '',
    "retiredAt" DATETIME,
    CONSTRAINT "Contact_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "agencyId" TEXT NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "Person_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Qualification" (
    "personId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "until" TEXT,

    PRIMARY KEY ("personId", "programmeId"),
    CONSTRAINT "Qualification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Qualification_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReferenceCounter" (
    "prefix" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    PRIMARY KEY ("prefix", "year")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reference" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "venueId" TEXT NOT NULL,
    "room" TEXT,
    "roomKey" TEXT,
    "status" TEXT NOT NULL,
    "occupies" BOOLEAN NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "localDate" TEXT NOT NULL,
    "expectedYoungPeople" INTEGER NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "prepare" TEXT NOT NULL DEFAULT '',
    "endReason" TEXT,
    "cancelledBy" TEXT,
    "overrides" TEXT NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" DATETIME NOT NULL,
    "uid" TEXT NOT NULL,
    "organizerToken" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Session_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Session_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Session_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Session_ends_after_start" CHECK ("endsAt" > "startsAt"),
    CONSTRAINT "Session_status" CHECK ("status" IN ('provisional', 'confirmed', 'delivered', 'cancelled', 'not_delivered')),
    CONSTRAINT "Session_occupies" CHECK ("occupies" = ("status" IN ('provisional', 'confirmed', 'delivered'))),
    CONSTRAINT "Session_expected" CHECK ("expectedYoungPeople" BETWEEN 0 AND 2000)
);

-- CreateTable
CREATE TABLE "SessionYearGroup" (
    "sessionId" TEXT NOT NULL,
    "yearGroup" TEXT NOT NULL,

    PRIMARY KEY ("sessionId", "yearGroup"),
    CONSTRAINT "SessionYearGroup_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "lead" BOOLEAN NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "occupies" BOOLEAN NOT NULL,
    CONSTRAINT "Assignment_sessionId_startsAt_endsAt_occupies_fkey" FOREIGN KEY ("sessionId", "startsAt", "endsAt", "occupies") REFERENCES "Session" ("id", "startsAt", "endsAt", "occupies") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contactId" TEXT,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "withdrawnAt" DATETIME,
    "lastSequence" INTEGER,
    "answer" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "Invite_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Invite_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Invite_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "inviteId" TEXT,
    "method" TEXT,
    "sequence" INTEGER,
    "version" INTEGER,
    "tells" TEXT,
    "why" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "fromName" TEXT,
    "fromAddress" TEXT,
    "toName" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "ics" TEXT,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attemptedAt" DATETIME,
    "dueAt" DATETIME NOT NULL,
    "claimedBy" TEXT,
    "claimedUntil" DATETIME,
    "sentAt" DATETIME,
    "answer" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OutboxMessage_inviteId_fkey" FOREIGN KEY ("inviteId") REFERENCES "Invite" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutboxMessage_status" CHECK ("status" IN ('held', 'waiting', 'sending', 'sent', 'failed', 'replaced'))
);

-- CreateTable
CREATE TABLE "Feed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "teamId" TEXT,
    "personId" TEXT,
    "contactId" TEXT,
    "tokenHash" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "madeByName" TEXT NOT NULL,
    CONSTRAINT "Feed_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Feed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Feed_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Feed_of_one" CHECK (("teamId" IS NOT NULL) + ("personId" IS NOT NULL) + ("contactId" IS NOT NULL) = 1)
);

-- CreateTable
CREATE TABLE "FeedText" (
    "sessionId" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("sessionId", "audience"),
    CONSTRAINT "FeedText_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FeedText_audience" CHECK ("audience" IN ('staff', 'contact'))
);

-- CreateTable
CREATE TABLE "CloseOut" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL,
    "outcome" TEXT NOT NULL,
    "counted" TEXT,
    "youngPeople" INTEGER NOT NULL,
    "adults" INTEGER NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "correctionReason" TEXT,
    "recordedByName" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "CloseOut_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CloseOut_outcome" CHECK ("outcome" IN ('delivered', 'not_delivered')),
    CONSTRAINT "CloseOut_young_people" CHECK ("youngPeople" BETWEEN 0 AND 2000),
    CONSTRAINT "CloseOut_adults" CHECK ("adults" BETWEEN 0 AND 2000),
    CONSTRAINT "CloseOut_nobody_reached" CHECK ("outcome" = 'delivered' OR ("youngPeople" = 0 AND "adults" = 0))
);

-- CreateTable
CREATE TABLE "Headcount" (
    "closeOutId" TEXT NOT NULL,
    "yearGroup" TEXT NOT NULL,
    "youngPeople" INTEGER NOT NULL,

    PRIMARY KEY ("closeOutId", "yearGroup"),
    CONSTRAINT "Headcount_closeOutId_fkey" FOREIGN KEY ("closeOutId") REFERENCES "CloseOut" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Headcount_young_people" CHECK ("youngPeople" BETWEEN 0 AND 2000)
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "closeOutId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("closeOutId", "kind"),
    CONSTRAINT "FollowUp_closeOutId_fkey" FOREIGN KEY ("closeOutId") REFERENCES "CloseOut" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FollowUp_count" CHECK ("count" BETWEEN 0 AND 2000)
);

-- CreateTable
CREATE TABLE "HistoryEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "changes" TEXT NOT NULL DEFAULT '[]',
    "why" TEXT
);

-- CreateTable
CREATE TABLE "_AgencyToTeam" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,
    CONSTRAINT "_AgencyToTeam_A_fkey" FOREIGN KEY ("A") REFERENCES "Agency" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_AgencyToTeam_B_fkey" FOREIGN KEY ("B") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_AgencyToProgramme" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,
    CONSTRAINT "_AgencyToProgramme_A_fkey" FOREIGN KEY ("A") REFERENCES "Agency" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_AgencyToProgramme_B_fkey" FOREIGN KEY ("B") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_PersonToTeam" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,
    CONSTRAINT "_PersonToTeam_A_fkey" FOREIGN KEY ("A") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_PersonToTeam_B_fkey" FOREIGN KEY ("B") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_personId_key" ON "User"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SignIn_token_key" ON "SignIn"("token");

-- CreateIndex
CREATE INDEX "SignIn_userId_idx" ON "SignIn"("userId");

-- CreateIndex
CREATE INDEX "Credential_userId_idx" ON "Credential"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_providerId_accountId_key" ON "Credential"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Verification_expiresAt_idx" ON "Verification"("expiresAt");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_name_key" ON "Agency"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Team_name_key" ON "Team"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Team_prefix_key" ON "Team"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_name_key" ON "Theme"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_name_key" ON "Programme"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_slug_key" ON "Programme"("slug");

-- CreateIndex
CREATE INDEX "Programme_themeId_idx" ON "Programme"("themeId");

-- CreateIndex
CREATE UNIQUE INDEX "Venue_urn_key" ON "Venue"("urn");

-- CreateIndex
CREATE INDEX "Venue_districtCode_idx" ON "Venue"("districtCode");

-- CreateIndex
CREATE INDEX "Venue_name_idx" ON "Venue"("name");

-- CreateIndex
CREATE INDEX "Contact_venueId_idx" ON "Contact"("venueId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_reference_key" ON "Session"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Session_uid_key" ON "Session"("uid");

-- CreateIndex
CREATE UNIQUE INDEX "Session_organizerToken_key" ON "Session"("organizerToken");

-- CreateIndex
CREATE INDEX "Session_localDate_status_idx" ON "Session"("localDate", "status");

-- CreateIndex
CREATE INDEX "Session_status_endsAt_idx" ON "Session"("status", "endsAt");

-- CreateIndex
CREATE INDEX "Session_venueId_startsAt_idx" ON "Session"("venueId", "startsAt");

-- CreateIndex
CREATE INDEX "Session_programmeId_idx" ON "Session"("programmeId");

-- CreateIndex
CREATE INDEX "Session_teamId_idx" ON "Session"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_id_startsAt_endsAt_occupies_key" ON "Session"("id", "startsAt", "endsAt", "occupies");

-- CreateIndex
CREATE INDEX "Assignment_personId_startsAt_idx" ON "Assignment"("personId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_sessionId_personId_key" ON "Assignment"("sessionId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_sessionId_address_key" ON "Invite"("sessionId", "address");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_messageId_key" ON "OutboxMessage"("messageId");

-- CreateIndex
CREATE INDEX "OutboxMessage_status_dueAt_idx" ON "OutboxMessage"("status", "dueAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_claimedBy_idx" ON "OutboxMessage"("claimedBy");

-- CreateIndex
CREATE INDEX "OutboxMessage_inviteId_id_idx" ON "OutboxMessage"("inviteId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_teamId_key" ON "Feed"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_personId_key" ON "Feed"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_contactId_key" ON "Feed"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_tokenHash_key" ON "Feed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "CloseOut_sessionId_revision_key" ON "CloseOut"("sessionId", "revision");

-- CreateIndex
CREATE INDEX "HistoryEntry_subject_subjectId_id_idx" ON "HistoryEntry"("subject", "subjectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "_AgencyToTeam_AB_unique" ON "_AgencyToTeam"("A", "B");

-- CreateIndex
CREATE INDEX "_AgencyToTeam_B_index" ON "_AgencyToTeam"("B");

-- CreateIndex
CREATE UNIQUE INDEX "_AgencyToProgramme_AB_unique" ON "_AgencyToProgramme"("A", "B");

-- CreateIndex
CREATE INDEX "_AgencyToProgramme_B_index" ON "_AgencyToProgramme"("B");

-- CreateIndex
CREATE UNIQUE INDEX "_PersonToTeam_AB_unique" ON "_PersonToTeam"("A", "B");

-- CreateIndex
CREATE INDEX "_PersonToTeam_B_index" ON "_PersonToTeam"("B");
