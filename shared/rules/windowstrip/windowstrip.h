// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the strip above a window.
#pragma once

#include "shared/model/queue.h"

#include <optional>
#include <string>
#include <vector>

namespace atrium::rules::windowstrip {

/// What a strip may tell, taken from the window, its department, its queues and its status. Texts are
/// Chinese: strips have Chinese fonts.
struct Facts {
    std::string department;          ///< short name, 住建局
    std::string window;              ///< the window's number, 12
    std::vector<std::string> queues; ///< names of the queues it serves, in the order of its settings
    model::WindowState state = model::WindowState::closed;
    std::string number; ///< of the ticket in hand; empty without
};

struct Sign {
    std::vector<std::string> lines; ///< top first, as many as asked for or fewer; none is empty
    std::optional<int> digits;      ///< for strips of three digits: the end of the number in hand
    bool operator==(const Sign&) const = default;
};

/// `lineCount`: lines of the strip, at least 1. The most urgent comes first: a strip of one line shows who is
/// called, and otherwise where one stands.
[[nodiscard]] Sign signFor(const Facts& facts, int lineCount);

} // namespace atrium::rules::windowstrip
