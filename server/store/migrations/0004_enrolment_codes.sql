-- SPDX-License-Identifier: GPL-3.0-or-later
-- Wrong codes are counted by the address they come from and void nothing of a device.
ALTER TABLE "enrolment_code" DROP COLUMN "wrong";
