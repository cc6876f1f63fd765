-- SPDX-License-Identifier: GPL-3.0-or-later
-- How services of the day vary and how many who were called came, for reckoning waits; and the wait that each
-- ticket was told at its issue, against the one it had until its first call (none: not called yet).
ALTER TABLE "queue_day" ADD COLUMN "service_variance" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "queue_day" ADD COLUMN "service_count" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "queue_day" ADD COLUMN "called" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "queue_day" ADD COLUMN "no_shows" BIGINT NOT NULL DEFAULT 0;
CREATE TABLE "wait_prediction" (
    "ticket_id" TEXT PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "day" BIGINT NOT NULL,
    "people_ahead" BIGINT NOT NULL,
    "predicted_minutes" DOUBLE PRECISION NOT NULL,
    "low_minutes" BIGINT NOT NULL,
    "high_minutes" BIGINT,
    "actual_minutes" DOUBLE PRECISION
);
CREATE INDEX wait_prediction_day ON "wait_prediction" ("day");
