// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of a queue's rules in sentences.
#pragma once

#include "shared/rules/queueing/preview.h"

#include <QString>

namespace atrium::admin {

/// Why somebody is called before those who wait at that moment; one sentence.
[[nodiscard]] QString reasonWord(const rules::queueing::PreviewRow& row);
/// "2", or "2 → 0" where waiting raised it.
[[nodiscard]] QString classWord(const rules::queueing::PreviewRow& row);
/// How many wait and which windows are taken to call.
[[nodiscard]] QString previewWord(const rules::queueing::CallPreview& shown);

} // namespace atrium::admin
