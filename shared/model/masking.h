// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// How personal data may be shown to staff and on screens. Pure; texts are UTF-8, invalid bytes come out as *.
namespace atrium::model {

/// Chinese names keep their surname, compound ones whole (欧阳*, 张**); names with a middle dot and names in
/// Latin letters keep the first letter of each part (J*** S****); names of organisations keep the first two
/// and, of eight characters or more, the last four characters.
[[nodiscard]] std::string maskName(std::string_view name);

/// The first four and the last four characters of a document's number: 3101**********1234. Shorter than
/// twelve characters only the last two stay.
[[nodiscard]] std::string maskNumber(std::string_view number);

} // namespace atrium::model
