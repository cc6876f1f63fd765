// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/connection.h"

#include "shared/sync/qt/enrolment.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace atrium::sync {

using namespace Qt::StringLiterals;

namespace {

model::Error wrongOption(const char* option, const char* why) {
    return {model::ErrorCode::invalid, std::string("/") + option, std::string("--") + option + ": " + why};
}

bool canTakeToken(const QString& file) {
    const QFileInfo info(file);
    return !info.isDir() && QDir().mkpath(info.absolutePath()) && QFileInfo(info.absolutePath()).isWritable();
}

} // namespace

void addConnectionOptions(QCommandLineParser& parser) {
    parser.addOptions({
        {u"server"_s, u"Address of the server, e.g. https://hall.example:8443"_s, u"URL"_s,
         u"http://127.0.0.1:8080"_s},
        {u"token-file"_s, u"File with this device's token (default: token in the data folder)"_s, u"FILE"_s},
        {u"data"_s, u"Folder for this device's own data"_s, u"DIR"_s},
        {u"ca"_s, u"Certificate of the server's authority (PEM)"_s, u"FILE"_s},
        {u"fingerprint"_s, u"SHA-256 of the server's certificate in hex, at least 20 digits"_s, u"HEX"_s},
    });
}

model::Result<Connection> connectionFromOptions(const QCommandLineParser& parser) {
    Connection out;
    out.server = QUrl(parser.value(u"server"_s), QUrl::StrictMode);
    if (!out.server.isValid() || out.server.host().isEmpty() ||
        (out.server.scheme() != u"http" && out.server.scheme() != u"https"))
        return wrongOption("server", "not an http or https address");
    out.server.setPath({});
    out.dataDir = parser.value(u"data"_s);
    if (out.dataDir.isEmpty())
        return wrongOption("data", "a folder is needed");
    if (!QDir().mkpath(out.dataDir))
        return wrongOption("data", "the folder cannot be made");
    QFile::setPermissions(out.dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    out.caFile = parser.value(u"ca"_s);
    if (!out.caFile.isEmpty() && !QFile::exists(out.caFile))
        return wrongOption("ca", "no such file");
    out.fingerprint = parser.value(u"fingerprint"_s).toLatin1().toLower().replace(':', QByteArray());
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (!out.fingerprint.isEmpty() && (out.fingerprint.size() < 20 || out.fingerprint.size() > 64 ||
                                       !std::all_of(out.fingerprint.begin(), out.fingerprint.end(), isHex)))
        return wrongOption("fingerprint", "20 to 64 hex digits are needed");
    if (out.fingerprint.isEmpty())
        if (const auto pinned = readToken(out.fingerprintFile()))
            out.fingerprint = *pinned;
    if (parser.isSet(u"token-file"_s))
        out.tokenPath = QFileInfo(parser.value(u"token-file"_s)).absoluteFilePath();
    const auto token = readToken(out.tokenFile());
    if (token)
        out.token = *token;
    else if (token.error().code != model::ErrorCode::notFound)
        return wrongOption("token-file", token.error().detail.c_str());
    else if (!canTakeToken(out.tokenFile()))
        return wrongOption("token-file", "there is no token, and none could be written there");
    return out;
}

} // namespace atrium::sync
