// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace atrium::sync {

/// Gives the calling thread little of a processor that others want, for good: on a machine with two cores a
/// touch goes before what is decoded or indexed behind the page. Any thread but the GUI's.
void yieldToScreen();

} // namespace atrium::sync
