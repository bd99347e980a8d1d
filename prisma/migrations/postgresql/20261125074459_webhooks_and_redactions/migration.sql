-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "anonymisedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "webhookId" TEXT;

-- CreateTable
CREATE TABLE "Redaction" (
    "id" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdByName" TEXT NOT NULL,
    "stoppedAt" TIMESTAMP(3),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Redaction_contactId_idx" ON "Redaction"("contactId");

-- CreateIndex
CREATE INDEX "OutboxMessage_webhookId_idx" ON "OutboxMessage"("webhookId");

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_why" CHECK ("why" IN ('asked', 'retention'));

-- History is only ever added to, but for the names of people who were anonymised.
CREATE OR REPLACE FUNCTION "history_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM "Redaction" WHERE "open") THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'history_is_kept';
END $$;
