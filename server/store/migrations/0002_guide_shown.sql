-- SPDX-License-Identifier: GPL-3.0-or-later
-- The guide that a window shows to its citizen.
ALTER TABLE "window_status" ADD COLUMN "shown_item_id" TEXT;
