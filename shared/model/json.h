// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/result.h"

#include <string>
#include <string_view>

namespace atrium::model {

/// The exact JSON of a record or message: every member in the order of its description, absent optionals as
/// null. Defined for the types listed in codec/instances*.cpp.
template <class T> [[nodiscard]] std::string toJson(const T& value);

/// Reads tolerantly: unknown keys are ignored, a missing member keeps its default. A wrong type, an unknown
/// enumerator or a number out of range is ErrorCode::invalid with a JSON pointer to it. Input over 8 MiB or
/// nested deeper than 32 is refused.
template <class T> [[nodiscard]] Result<T> fromJson(std::string_view text);

} // namespace atrium::model
