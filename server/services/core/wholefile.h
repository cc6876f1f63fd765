// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace atrium::services {

enum class Present {
    replaced, ///< by the new file
    kept      ///< a file of that name is never touched
};
enum class Written { done, present, failed };

/// Writes a file whole or not at all: its bytes and its name in the folder are on the disk when this gives
/// done. mode: of the file, whatever the process's mask. present: there was one that is kept.
[[nodiscard]] Written writeWhole(const std::string& path, std::string_view bytes, mode_t mode,
                                 Present present);

} // namespace atrium::services
