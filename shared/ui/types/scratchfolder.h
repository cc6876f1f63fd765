// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary folder that is gone when the program is, also when a signal ends it.
#pragma once

#include <QTemporaryDir>

namespace atrium::ui {

/// Goes with its object, and before that when SIGTERM, SIGINT or SIGHUP comes: then the program takes every
/// such folder away and ends by that signal as it would have without this, with nothing put in order (for the
/// window terminal and for a print under way that is a crash). A second signal ends it at once. GUI thread,
/// after the application object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    Q_DISABLE_COPY_MOVE(ScratchFolder)

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }

private:
    friend class SignalWatch;
    QTemporaryDir m_folder;
};

} // namespace atrium::ui
