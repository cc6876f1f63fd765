// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/mediacache.h"

#include "shared/sync/qt/api.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <utility>

namespace atrium::sync {

namespace {

bool isAddress(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("^[0-9a-f]{64}$"));
    return pattern.match(text).hasMatch();
}

QString hashOf(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool fileMatches(const QString& path, const QString& sha) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) &&
           QString::fromLatin1(hash.result().toHex()) == sha;
}

} // namespace

MediaCache::MediaCache(const QString& folder, Transport& transport, QObject* parent)
    : QObject(parent), m_folder(folder), m_transport(transport) {}

QString MediaCache::fileOf(const QString& sha) const {
    return m_folder + u'/' + sha.left(2) + u'/' + sha;
}

QString MediaCache::path(const model::Sha256& address) {
    const QString sha = QString::fromStdString(address.value);
    if (!isAddress(sha))
        return {};
    const QString file = fileOf(sha);
    if (m_checked.contains(sha))
        return file;
    if (QFile::exists(file)) {
        if (fileMatches(file, sha)) {
            m_checked.insert(sha);
            return file;
        }
        QFile::remove(file);
    }
    if (!m_fetching.contains(sha) && !m_failed.contains(sha))
        fetch(sha);
    return {};
}

void MediaCache::retryFailed() {
    const QSet<QString> again = std::exchange(m_failed, {});
    for (const QString& sha : again)
        fetch(sha);
}

void MediaCache::fetch(const QString& sha) {
    m_fetching.insert(sha);
    HttpRequest request;
    request.path = "/api/v1/media/" + sha.toLatin1();
    request.timeout = std::chrono::seconds(60);

    m_transport.send(std::move(request), this,
                     [this, sha](const HttpResponse& response) { arrived(sha, response); });
}

void MediaCache::arrived(const QString& sha, const HttpResponse& response) {
    m_fetching.remove(sha);
    model::Error why;
    if (response.status != 200) {
        why = Api::errorOf(response);
    } else if (hashOf(response.body) != sha) {
        why = {model::ErrorCode::invalid, "/", "media does not match its address"};
    } else {
        const QString file = fileOf(sha);
        QDir().mkpath(QFileInfo(file).path());
        QSaveFile out(file);
        if (out.open(QIODevice::WriteOnly) && out.write(response.body) == response.body.size() &&
            out.commit()) {
            m_checked.insert(sha);
            Q_EMIT ready(sha, file);
            return;
        }
        why = {model::ErrorCode::unavailable, "/", "media cannot be stored"};
    }
    m_failed.insert(sha);
    Q_EMIT failed(sha, why);
}

} // namespace atrium::sync
