-- SPDX-License-Identifier: GPL-3.0-or-later
-- What becomes of a ticket whose holder did not come is a rule of its queue; -1 places meant that it was over.
ALTER TABLE "queue" ADD COLUMN "passed_rule" TEXT NOT NULL DEFAULT 'placesBack';
ALTER TABLE "queue" ADD COLUMN "passed_minutes" BIGINT NOT NULL DEFAULT 0;
UPDATE "queue" SET "passed_rule" = 'never', "requeue_places" = 0 WHERE "requeue_places" < 0;
