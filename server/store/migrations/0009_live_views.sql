-- SPDX-License-Identifier: GPL-3.0-or-later
-- For other systems that read the database directly: today's queues, tickets and windows, without what names a
-- person. Their columns stay when tables change.
CREATE VIEW "live_queue" AS
    SELECT q."id", q."prefix", q."name", q."name_en", q."area_id", d."day", d."issued", d."waiting", d."called",
        d."no_shows", d."service_seconds"
    FROM "queue" q LEFT JOIN "queue_day" d ON d."queue_id" = q."id"
    WHERE q."active" = 1;
CREATE VIEW "live_ticket" AS
    SELECT t."id", t."day", t."number", t."queue_id", t."item_id", t."state", t."priority_class", t."language",
        t."issued_at", t."arrived_at", t."calls", t."no_shows", t."called_at", t."started_at", t."window_id",
        w."number" AS "window_number"
    FROM "ticket" t LEFT JOIN "window" w ON w."id" = t."window_id"
    WHERE t."state" IN ('reserved', 'waiting', 'called', 'serving', 'held');
CREATE VIEW "live_window" AS
    SELECT w."id", w."number", w."name", w."name_en", w."area_id", w."department_id", s."state",
        s."number" AS "ticket_number", s."ticket_id", s."since", s."pause_reason"
    FROM "window" w LEFT JOIN "window_status" s ON s."window_id" = w."id"
    WHERE w."active" = 1;
