// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace atrium::admin {

/// The whole program; gives its exit status.
int runAdmin(int argc, char** argv);

} // namespace atrium::admin
