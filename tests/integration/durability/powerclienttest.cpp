// SPDX-License-Identifier: GPL-3.0-or-later
// The client's outbox and print journal on a disk that forgets what was not synced.
#include "shared/model/api.h"
#include "shared/sync/qt/outbox.h"
#include "shared/sync/qt/printjournal.h"
#include "tests/support/faultvfs/faultvfs.h"
#include "tests/support/sync/fakeserver.h"

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>

using namespace atrium;
using namespace std::chrono_literals;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

const sync::BackoffLimits kQuick{.shortest = 0ms, .base = 1ms, .longest = 2ms};

/// A kiosk's two files and what it was promised about them, over one power cut.
class Kiosk {
public:
    Kiosk(test::FaultVfs& vfs, const QString& folder, std::uint64_t seed)
        : m_vfs(vfs), m_folder(folder), m_draw(seed), m_seed(seed) {
        m_server.command = [this](const HttpRequest& request) { return receive(request); };
    }

    /// Works until the power is cut.
    void live() {
        m_vfs.cutAfter(1 + m_seed * 7919 % 160);
        sync::PrintJournal journal(m_folder + QStringLiteral("/print.db"));
        sync::Outbox outbox(m_folder + QStringLiteral("/outbox.db"), m_server, kQuick);
        outbox.start();
        while (!m_vfs.isOff()) {
            m_server.down = m_draw() % 3 == 0;
            const auto what = m_draw() % 4;
            if (what == 0)
                enqueue(outbox, {});
            else if (what == 1)
                enqueue(outbox, QStringLiteral("status"));
            else if (what == 2)
                print(journal, outbox);
            else
                QCoreApplication::processEvents();
        }
    }

    /// After the power came back: everything promised and not yet delivered arrives, in its order.
    QStringList faults() {
        m_server.down = false;
        sync::PrintJournal journal(m_folder + QStringLiteral("/print.db"));
        sync::Outbox outbox(m_folder + QStringLiteral("/outbox.db"), m_server, kQuick);
        if (outbox.wasSetAside())
            m_faults << QStringLiteral("the outbox was damaged");
        checkJournal(journal);
        outbox.start();
        QElapsedTimer waited;
        waited.start();
        while (outbox.pending() > 0 && waited.elapsed() < 20'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        for (const auto& [key, body] : m_promised)
            if (!m_received.contains(key))
                m_faults << QStringLiteral("a command is lost: ") + QString::fromUtf8(body);
        if (!m_either.first.isEmpty() && !m_received.contains(m_either.first) &&
            !m_bodies.contains(m_either.second))
            m_faults << QStringLiteral("a status and the one it replaced are both lost");
        return m_faults;
    }
    [[nodiscard]] std::size_t promised() const { return m_promised.size(); }

private:
    HttpResponse receive(const HttpRequest& request) {
        const QByteArray key = sync::headerValue(request.headers, "Idempotency-Key");
        const auto known = m_promised.find(key);
        if (known != m_promised.end() && known->second != request.body)
            m_faults << QStringLiteral("a command arrived changed");
        m_bodies.insert(request.body);
        if (m_received.insert(key).second) {
            const auto number = request.body.mid(request.body.indexOf(':') + 1).chopped(1).toLongLong();
            if (number <= m_lastNumber)
                m_faults << QStringLiteral("a command overtook another");
            m_lastNumber = number;
        }
        return {.status = m_draw() % 5 == 0 ? 503 : 201};
    }

    bool enqueue(sync::Outbox& outbox, const QString& slot) {
        const QByteArray body = "{\"n\":" + QByteArray::number(++m_number) + "}";
        const auto key = outbox.store("POST", "/test", body, slot);
        if (!key) {
            // The cut fell into the replacement: one of the two must arrive, and nobody can say which.
            if (!slot.isEmpty() && m_promised.erase(m_slotKey) > 0)
                m_either = {m_slotKey, body};
            return false;
        }
        if (!slot.isEmpty()) {
            // The newest takes the place of those that were never sent; only it is sure to arrive.
            m_promised.erase(m_slotKey);
            m_slotKey = *key;
        }
        m_promised[*key] = body;
        return true;
    }

    void print(sync::PrintJournal& journal, sync::Outbox& outbox) {
        const model::TicketId ticket("t" + std::to_string(++m_tickets));
        m_unsure = ticket.value;
        if (!journal.begin(ticket))
            return;
        m_open[ticket.value] = {};
        if (m_draw() % 3 == 0) {
            if (!journal.noteFailure(ticket, "paper"))
                return;
            m_open[ticket.value] = "paper";
        }
        if (m_draw() % 4 == 0 || !enqueue(outbox, {}))
            return; // interrupted: it stays in the journal
        if (journal.end(ticket))
            m_open.erase(ticket.value);
    }

    void checkJournal(const sync::PrintJournal& journal) {
        std::map<std::string, std::string> found;
        for (const auto& entry : journal.open())
            found[entry.ticketId.value] = entry.failure;
        // Of the ticket that was in hand at the cut either the old or the new state may have been kept.
        found.erase(m_unsure);
        m_open.erase(m_unsure);
        if (found != m_open)
            m_faults << QStringLiteral("the print journal is not what it was");
    }

    test::FaultVfs& m_vfs;
    QString m_folder;
    std::mt19937_64 m_draw;
    std::uint64_t m_seed;
    test::FakeServer m_server;
    std::map<QByteArray, QByteArray> m_promised; ///< key and body of what must arrive
    QByteArray m_slotKey;
    std::pair<QByteArray, QByteArray> m_either; ///< key of the old status, body of the new one
    std::set<QByteArray> m_received;            ///< keys
    std::set<QByteArray> m_bodies;
    std::map<std::string, std::string> m_open; ///< the journal's tickets and their failures
    std::string m_unsure;
    qint64 m_number = 0;
    qint64 m_lastNumber = 0;
    int m_tickets = 0;
    QStringList m_faults;
};

/// Cuts the power of fresh kiosks; gives how many lost something.
int broken(test::FaultVfs& vfs, int runs, std::size_t& promised, QStringList& first) {
    int out = 0;
    for (int run = 0; run < runs; ++run) {
        QTemporaryDir folder;
        Kiosk kiosk(vfs, folder.path(), static_cast<std::uint64_t>(run));
        kiosk.live();
        vfs.reboot(static_cast<std::uint64_t>(run));
        const QStringList faults = kiosk.faults();
        promised += kiosk.promised();
        out += faults.isEmpty() ? 0 : 1;
        if (first.isEmpty() && !faults.isEmpty())
            first = QStringList{QStringLiteral("run %1").arg(run)} + faults;
    }
    return out;
}

} // namespace

class PowerClientTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        // That the disk is gone is what happens here all the time.
        QLoggingCategory::setFilterRules(QStringLiteral("atrium.sync.outbox=false"));
    }

    void nothingPromisedByAClientIsEverLost() {
        test::FaultVfs vfs;
        std::size_t promised = 0;
        QStringList first;
        const int runs = qEnvironmentVariableIsSet("ATRIUM_FULL") ? 1000 : 50;
        const int lost = broken(vfs, runs, promised, first);
        QVERIFY2(lost == 0, qPrintable(first.join(QStringLiteral("; "))));
        QVERIFY(promised > static_cast<std::size_t>(runs)); // the cuts fell among promises
    }

    void onADiskThatIgnoresSyncsTheSameTestFindsLosses() {
        test::FaultVfs vfs;
        vfs.ignoreSyncs();
        std::size_t promised = 0;
        QStringList first;
        const int lost = broken(vfs, 20, promised, first);
        qInfo("%d of 20 cuts lose something", lost);
        QVERIFY2(lost > 0, "a test that sees no loss without syncs proves nothing with them");
    }
};

QTEST_GUILESS_MAIN(PowerClientTest)
#include "powerclienttest.moc"
