// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the preview of a queue's rules.
#pragma once

#include "shared/rules/queueing/preview.h"

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace atrium::admin {

/// All rows in one grid, so that their cells stand below each other: order, number, class, waited, window,
/// and the reason on a second line. Cell c of row r is a label named "preview-r-c". The parent owns it.
[[nodiscard]] QWidget* previewRows(const rules::queueing::CallPreview& shown, QWidget* parent);

} // namespace atrium::admin
