// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's tool: the hall at a glance, and its set-up.
#include "apps/admin/adminapp.h"

int main(int argc, char** argv) {
    return atrium::admin::runAdmin(argc, argv);
}
