-- SPDX-License-Identifier: GPL-3.0-or-later
-- One table per kind of record, columns as described in shared/model; lists and nested values are JSON text,
-- truth values 0 and 1, times milliseconds since 1970. The same text runs on SQLite and PostgreSQL.

CREATE TABLE "hall" (
    "id" TEXT PRIMARY KEY,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "logo" TEXT,
    "theme" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "rating_grades" BIGINT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "public_url" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "notice_en" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "floor" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "ordinal" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "area" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "floor_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "board_style" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "caption_en" TEXT NOT NULL,
    "announcement" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "department" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "parent_id" TEXT,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "sort_order" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "queue" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "area_id" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "daily_quota" BIGINT NOT NULL,
    "appointment_quota" BIGINT NOT NULL,
    "hours" TEXT NOT NULL,
    "max_open_per_identity" BIGINT NOT NULL,
    "real_name" BIGINT NOT NULL,
    "priority_class" BIGINT NOT NULL,
    "ageing_minutes" BIGINT NOT NULL,
    "finally_call_by_minutes" BIGINT NOT NULL,
    "recall_limit" BIGINT NOT NULL,
    "requeue_places" BIGINT NOT NULL,
    "no_show_limit" BIGINT NOT NULL,
    "service_seconds" BIGINT NOT NULL,
    "hint" TEXT NOT NULL,
    "hint_en" TEXT NOT NULL,
    "active" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "service_item" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "conditions" TEXT NOT NULL,
    "materials" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "fee" TEXT NOT NULL,
    "legal_days" BIGINT NOT NULL,
    "promised_days" BIGINT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "guide_complete" BIGINT NOT NULL,
    "active" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "window" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "area_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "number" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "item_ids" TEXT NOT NULL,
    "active" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "staff" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "service_desk" BIGINT NOT NULL,
    "photo" TEXT,
    "stars" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "active" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "device" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "floor_id" TEXT,
    "address" TEXT NOT NULL,
    "window_id" TEXT,
    "area_ids" TEXT NOT NULL,
    "department_ids" TEXT NOT NULL,
    "board_style" TEXT,
    "sound" BIGINT NOT NULL,
    "enrolled" BIGINT NOT NULL,
    "revoked" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "window_status" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "window_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "staff_id" TEXT,
    "ticket_id" TEXT,
    "number" TEXT NOT NULL,
    "pause_reason" TEXT NOT NULL,
    "since" BIGINT NOT NULL,
    "rating_ticket_id" TEXT,
    "rating_prompts" BIGINT NOT NULL,
    "undo_ticket_id" TEXT,
    "undo_until" BIGINT,
    "version" BIGINT NOT NULL
);

CREATE TABLE "queue_day" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "day" BIGINT NOT NULL,
    "last_sequence" BIGINT NOT NULL,
    "issued" BIGINT NOT NULL,
    "waiting" BIGINT NOT NULL,
    "service_seconds" DOUBLE PRECISION NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "ticket" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "day" BIGINT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "print_state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "device_id" TEXT,
    "person_id" TEXT,
    "recognition" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "priority_class" BIGINT NOT NULL,
    "priority_reason" TEXT NOT NULL,
    "issued_at" BIGINT NOT NULL,
    "arrived_at" BIGINT NOT NULL,
    "places_back" BIGINT NOT NULL,
    "calls" BIGINT NOT NULL,
    "no_shows" BIGINT NOT NULL,
    "window_id" TEXT,
    "staff_id" TEXT,
    "called_at" BIGINT,
    "started_at" BIGINT,
    "finished_at" BIGINT,
    "only_window_id" TEXT,
    "return_window_id" TEXT,
    "return_item_id" TEXT,
    "note" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "call" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "window_id" TEXT NOT NULL,
    "area_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "window_number" BIGINT NOT NULL,
    "ordinal" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "rating" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "window_id" TEXT NOT NULL,
    "staff_id" TEXT,
    "item_id" TEXT NOT NULL,
    "day" BIGINT NOT NULL,
    "grade" BIGINT NOT NULL,
    "reasons" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "device_status" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "device_id" TEXT NOT NULL,
    "online" BIGINT NOT NULL,
    "since" BIGINT NOT NULL,
    "printer" TEXT NOT NULL,
    "card_reader" TEXT NOT NULL,
    "scanner" TEXT NOT NULL,
    "app_version" TEXT NOT NULL,
    "version" BIGINT NOT NULL
);

CREATE TABLE "alarm" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "urgent" BIGINT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "raised_at" BIGINT NOT NULL,
    "cleared_at" BIGINT,
    "acknowledged_by" TEXT,
    "acknowledged_at" BIGINT,
    "version" BIGINT NOT NULL
);

CREATE INDEX ticket_day ON "ticket" ("day", "state");
CREATE INDEX ticket_person ON "ticket" ("person_id");
CREATE INDEX call_at ON "call" ("at");
CREATE INDEX rating_day ON "rating" ("day");

-- Every fact in the order the writer gave it. body: the changed records whole, ids only, no personal data.
CREATE TABLE "event_log" (
    "seq" BIGINT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "epoch" BIGINT NOT NULL
);

-- Who did what; hash = SHA-256 over the previous hash and the entry's canonical JSON.
CREATE TABLE "audit" (
    "sequence" BIGINT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "staff_id" TEXT,
    "device_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- Answers of writes, so that a repeated request changes nothing. Kept for 24 hours.
CREATE TABLE "idempotency" (
    "device_id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "status" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    PRIMARY KEY ("device_id", "request_key")
);
CREATE INDEX idempotency_at ON "idempotency" ("at");

-- Personal data, encrypted under a key per person. lookup: keyed hash of the document's number.
CREATE TABLE "person" (
    "id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "lookup" TEXT NOT NULL UNIQUE,
    "sealed" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);
-- The person's key, wrapped by the master key. Deleting this row deletes the person.
CREATE TABLE "person_key" (
    "person_id" TEXT PRIMARY KEY REFERENCES "person" ("id") ON DELETE CASCADE,
    "wrapped" TEXT NOT NULL
);

CREATE TABLE "device_token" (
    "token_hash" TEXT PRIMARY KEY,
    "device_id" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);
CREATE INDEX device_token_device ON "device_token" ("device_id");

CREATE TABLE "enrolment_code" (
    "device_id" TEXT PRIMARY KEY,
    "code_hash" TEXT NOT NULL UNIQUE,
    "expires_at" BIGINT NOT NULL,
    "wrong" BIGINT NOT NULL
);

CREATE TABLE "account" (
    "staff_id" TEXT PRIMARY KEY,
    "password_hash" TEXT NOT NULL,
    "demonstration" BIGINT NOT NULL
);

CREATE TABLE "session" (
    "token_hash" TEXT PRIMARY KEY,
    "staff_id" TEXT NOT NULL,
    "device_id" TEXT NOT NULL,
    "window_id" TEXT,
    "expires_at" BIGINT NOT NULL
);

CREATE TABLE "media" (
    "sha256" TEXT PRIMARY KEY,
    "content_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "at" BIGINT NOT NULL
);

-- Single values of the server itself: hall package fingerprint, seeded history, epoch.
CREATE TABLE "setting" (
    "name" TEXT PRIMARY KEY,
    "value" TEXT NOT NULL
);
