ALTER TABLE "Contact" ADD COLUMN "anonymisedAt" DATETIME;

CREATE TABLE "Redaction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byName" TEXT NOT NULL,
    "why" TEXT NOT NULL CONSTRAINT "Redaction_why" CHECK ("why" IN ('asked', 'retention')),
    "open" BOOLEAN NOT NULL
);
CREATE INDEX "Redaction_contactId_idx" ON "Redaction"("contactId");

CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "createdByName" TEXT NOT NULL,
    "stoppedAt" DATETIME
);

ALTER TABLE "OutboxMessage" ADD COLUMN "webhookId" TEXT
    CONSTRAINT "OutboxMessage_webhookId_fkey" REFERENCES "Webhook" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "OutboxMessage_webhookId_idx" ON "OutboxMessage"("webhookId");

-- History is only ever added to, but for the names of people who were anonymised.
DROP TRIGGER "history_is_kept_on_update";
CREATE TRIGGER "history_is_kept_on_update" BEFORE UPDATE ON "HistoryEntry"
WHEN NOT EXISTS (SELECT 1 FROM "Redaction" WHERE "open")
BEGIN SELECT RAISE(ABORT, 'history_is_kept'); END;
