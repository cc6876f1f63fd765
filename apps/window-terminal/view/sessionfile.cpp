// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/sessionfile.h"

#include "shared/model/json.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace atrium::windowterminal {

bool SessionFile::exists() const {
    return QFileInfo::exists(m_path);
}

std::optional<model::SessionView> SessionFile::read(model::Instant now) const {
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    constexpr qint64 kClockSkewMs = 5'000;
    const qint64 silentMs = QFileInfo(file).lastModified().msecsTo(QDateTime::currentDateTime());
    if (silentMs < -kClockSkewMs || silentMs > std::chrono::milliseconds(kResumable).count())
        return std::nullopt;
    constexpr qint64 kLargest = 64 * 1024;
    auto session = model::fromJson<model::SessionView>(file.read(kLargest).toStdString());
    if (!session || session->token.empty() || session->expiresAt <= now)
        return std::nullopt;
    return *session;
}

bool SessionFile::write(const model::SessionView& session) const {
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    // Before the first byte of the token is in it.
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    const QByteArray bytes = QByteArray::fromStdString(model::toJson(session));
    return file.write(bytes) == bytes.size() && file.commit();
}

void SessionFile::touch() const {
    QFile file(m_path);
    if (file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
}

void SessionFile::remove() const {
    QFile::remove(m_path);
}

} // namespace atrium::windowterminal
