-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which run of the server wrote the log from a number on. The tag is drawn anew at each start, so number and
-- tag together name one event of one history: a copy that was put back goes on under another tag.
CREATE TABLE "log_run" (
    "first_seq" BIGINT PRIMARY KEY,
    "tag" TEXT NOT NULL
);
