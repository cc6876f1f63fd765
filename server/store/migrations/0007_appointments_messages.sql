-- SPDX-License-Identifier: GPL-3.0-or-later
-- Bookings and the calendar they keep, messages to visitors, how a queue's calls are made and by whom, and
-- several businesses on one ticket.
ALTER TABLE "queue" ADD COLUMN "slot_minutes" BIGINT NOT NULL DEFAULT 30;
ALTER TABLE "queue" ADD COLUMN "slot_capacity" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "queue" ADD COLUMN "booking_days" BIGINT NOT NULL DEFAULT 7;
ALTER TABLE "queue" ADD COLUMN "booking_cutoff_minutes" BIGINT NOT NULL DEFAULT 30;
ALTER TABLE "queue" ADD COLUMN "early_minutes" BIGINT NOT NULL DEFAULT 15;
ALTER TABLE "queue" ADD COLUMN "late_minutes" BIGINT NOT NULL DEFAULT 15;
ALTER TABLE "queue" ADD COLUMN "check_in" BIGINT NOT NULL DEFAULT 1;
ALTER TABLE "queue" ADD COLUMN "call_mode" TEXT NOT NULL DEFAULT 'manual';
ALTER TABLE "queue" ADD COLUMN "call_after_seconds" BIGINT NOT NULL DEFAULT 5;
ALTER TABLE "staff" ADD COLUMN "skills" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "ticket" ADD COLUMN "more_item_ids" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "ticket" ADD COLUMN "appointment_id" TEXT;
ALTER TABLE "ticket" ADD COLUMN "due_from" BIGINT;
ALTER TABLE "ticket" ADD COLUMN "due_until" BIGINT;
ALTER TABLE "call" ADD COLUMN "spoken" BIGINT NOT NULL DEFAULT 1;
ALTER TABLE "hall" ADD COLUMN "messages" TEXT NOT NULL DEFAULT '{}';
CREATE TABLE "calendar_day" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "day" BIGINT NOT NULL,
    "working" BIGINT NOT NULL,
    "hours_of" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);
CREATE TABLE "appointment" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "day" BIGINT NOT NULL,
    "from" BIGINT NOT NULL,
    "to" BIGINT NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "person_id" TEXT,
    "ticket_id" TEXT,
    "staff_id" TEXT,
    "booked_at" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "note" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);
CREATE INDEX appointment_day ON "appointment" ("day");
CREATE INDEX appointment_person ON "appointment" ("person_id");
CREATE TABLE "message_template" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "active" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);
CREATE TABLE "message" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "parts" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "next_attempt_at" BIGINT NOT NULL,
    "attempted_at" BIGINT,
    "ended_at" BIGINT,
    "attempts" BIGINT NOT NULL,
    "overtaken" BIGINT NOT NULL,
    "sent" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);
CREATE INDEX message_created ON "message" ("created_at");
