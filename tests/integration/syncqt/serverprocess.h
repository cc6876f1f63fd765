// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace atrium::test {

using namespace Qt::StringLiterals;

inline constexpr int kPatience = 60'000; ///< milliseconds, which only a failing test waits for

/// The real server with the demonstration hall's set-up on a free port of the loopback.
class ServerProcess {
public:
    /// tls: further options, a certificate and its key.
    explicit ServerProcess(const QString& folder, const QStringList& tls = {})
        : m_folder(folder), m_tls(tls) {}
    ~ServerProcess() { kill(); }

    /// Runs one of its tasks; what it printed.
    QByteArray task(const QStringList& words, const QByteArray& input = {}) {
        QProcess process;
        process.start(QStringLiteral(ATRIUM_SERVER_PROGRAM), words + settings());
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(kPatience) || process.exitCode() != 0) {
            qWarning("%s", process.readAllStandardError().constData());
            return {};
        }
        return process.readAllStandardOutput().trimmed();
    }
    bool start() {
        QFile::remove(portFile());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(ATRIUM_SERVER_PROGRAM),
                        settings() + m_tls +
                            QStringList{u"--port"_s, QString::number(m_port), u"--port-file"_s, portFile()});
        return m_process.waitForStarted(kPatience);
    }
    /// True once it listens.
    bool ready() {
        QFile file(portFile());
        if (!file.open(QIODevice::ReadOnly))
            return false;
        m_port = file.readAll().trimmed().toUShort();
        return m_port != 0;
    }
    /// SIGKILL: nothing is written any more.
    void kill() {
        m_process.kill();
        m_process.waitForFinished(kPatience);
    }
    [[nodiscard]] QUrl url() const {
        return QUrl(u"%1://127.0.0.1:%2"_s.arg(m_tls.isEmpty() ? u"http"_s : u"https"_s).arg(m_port));
    }

private:
    [[nodiscard]] QString portFile() const { return m_folder + u"/port"_s; }
    [[nodiscard]] QStringList settings() const {
        return {u"--data"_s, m_folder + u"/server"_s, u"--keys"_s, m_folder + u"/keys"_s};
    }

    QString m_folder;
    QStringList m_tls;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace atrium::test
