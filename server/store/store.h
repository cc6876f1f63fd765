// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/change.h"
#include "server/store/logruns.h"
#include "server/store/viewquery.h"
#include "shared/model/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace atrium::store {

class Db;

/// The answer of a write, kept so that repeating the request changes nothing.
struct StoredAnswer {
    std::string deviceId;
    std::string key;
    int status = 200;
    std::string body;
    model::Instant at;
};

/// A person's row; sealed and wrapped are base64 of ciphertext (see services/people).
struct PersonRow {
    model::PersonId id;
    model::HallId hallId;
    std::string lookup;
    std::string sealed;
    std::string wrapped;
    model::Instant createdAt;
};

struct SessionRow {
    std::string tokenHash;
    model::StaffId staffId;
    model::DeviceId deviceId;
    std::optional<model::WindowId> windowId;
    model::Instant expiresAt;
};

struct EnrolmentRow {
    model::DeviceId deviceId;
    std::string codeHash;
    model::Instant expiresAt;
};

struct AccountRow {
    model::StaffId staffId;
    std::string passwordHash;
    bool demonstration = false;
};

struct MediaRow {
    std::string sha256;
    std::string contentType;
    std::int64_t size = 0;
};

/// What was done at the machine's command line. Perhaps a server runs, and it alone writes the audit trail:
/// the act is kept in one transaction with what it did until that server, or the next one, puts it there.
/// Of the entry are set at, action, subjectKind and subjectId; empty: the caller audits by itself.
using Act = std::optional<model::AuditEntry>;

/// Everything that becomes durable together: all of it or nothing.
struct Group {
    model::HallId hallId;
    std::int64_t epoch = 1;
    std::vector<LogEventPtr> events;
    std::vector<std::string> bodies; ///< eventBody of each event; may be empty, then commit() makes them
    std::vector<rules::statistics::Increments> statistics; ///< that the events bring, or the history
    std::vector<model::AuditEntry> audit;
    std::vector<StoredAnswer> answers;
    std::vector<PersonRow> persons;
    std::vector<AccountRow> accounts;    ///< passwords that are set
    std::vector<std::string> acts;       ///< names of acts that are in the trail from now on
    std::vector<model::PersonId> erased; ///< these go, with their keys and what stored answers tell of them
    std::vector<model::PersonId> phones; ///< rows of phones that go; nothing else names them
    std::optional<model::Day> day;       ///< set when the group began a new day
    std::vector<Change> history;         ///< records of days before the log began; no event tells of them
};

/// What the server holds in memory, read once at the start.
struct Loaded {
    std::vector<AnyRecord> records; ///< all set-up, window states, open or today's tickets, today's calls …
    model::Day day;                 ///< the service day the records belong to
    bool dayKnown = false;          ///< false: nothing was written yet, day is the caller's
    std::int64_t lastSeq = 0;
    std::optional<model::Instant> lastAt; ///< of the last event; none: the log is empty
    std::shared_ptr<const LogRuns> runs = std::make_shared<LogRuns>(); ///< shared: readers, hub, routes
    std::int64_t lastAudit = 0;
    std::string auditHead;                                       ///< hash of the last entry
    std::vector<WaitPrediction> predictions;                     ///< of tickets of that day
    std::vector<model::TicketId> reachable;                      ///< those whose holders left a phone
    std::vector<LogEvent> recent;                                ///< events of the last minutes, for undo
    std::vector<std::pair<std::string, std::string>> answerKeys; ///< device and key of the last 24 hours
};

/// The server's memory on disk. Members give ErrorCode::unavailable when the database fails; nothing throws.
/// Two connections: the writer's, used by its committing thread only, and a side one under a mutex for
/// everyone else.
class Store {
public:
    using Factory = std::function<std::unique_ptr<Db>()>;

    /// where: a SQLite path, or "postgres:<connection string>". Tables that are not the newest are made so
    /// under the writer's lease, so never below a running server; ErrorCode::conflict then.
    [[nodiscard]] static model::Result<std::unique_ptr<Store>> open(const std::string& where);
    /// For tests: connections of the caller's own making. Also called when a connection has broken.
    [[nodiscard]] static model::Result<std::unique_ptr<Store>> open(const Factory& connect,
                                                                    const std::string& lockFile = {});
    ~Store();

    /// Makes this the database's only writer until it ends (lease.h); for whoever keeps the hall's state in
    /// memory, before load(). ErrorCode::conflict while another one is. Writer thread.
    [[nodiscard]] model::Result<void> takeLease();
    /// Another server became the writer, or a commit succeeded whose answer never came: what is in memory is
    /// no longer what is stored, nothing can be written, and the process must start anew. Any thread.
    [[nodiscard]] bool lost() const noexcept;

    // Committing thread.
    [[nodiscard]] model::Result<void> commit(const Group& group);

    // Any thread.
    [[nodiscard]] model::Result<std::optional<StoredAnswer>> answerOf(const std::string& deviceId,
                                                                      const std::string& key);
    /// today: the day to begin with when the database knows none yet.
    [[nodiscard]] model::Result<Loaded> load(model::Day today, model::Instant undoSince,
                                             model::Instant answersSince);
    /// The hall's time zone name without loading anything else; empty on an empty database.
    [[nodiscard]] model::Result<std::string> timeZone();
    /// Up to limit events with seq > after; nullopt when after lies below the oldest kept.
    [[nodiscard]] model::Result<std::optional<std::vector<LogEvent>>> eventsAfter(std::int64_t after,
                                                                                  std::size_t limit);
    [[nodiscard]] model::Result<std::vector<AnyRecord>>
    records(std::string_view kind, const std::string& afterId, std::size_t limit);
    [[nodiscard]] model::Result<std::optional<model::Ticket>> ticket(const model::TicketId& id);
    /// Whether a rating of this ticket is stored, by its id and day.
    [[nodiscard]] model::Result<bool> isRated(const model::Ticket& ticket);
    [[nodiscard]] model::Result<std::vector<model::Ticket>> ticketsBetween(model::Day from, model::Day to);
    [[nodiscard]] model::Result<std::vector<model::AuditEntry>> audit(std::int64_t before, std::size_t limit);
    [[nodiscard]] model::Result<bool> alive();

    // People.
    [[nodiscard]] model::Result<std::optional<PersonRow>> personByLookup(const std::string& lookup);
    [[nodiscard]] model::Result<std::optional<PersonRow>> person(const model::PersonId& id);
    /// The person stored last; none: the database holds nobody.
    [[nodiscard]] model::Result<std::optional<PersonRow>> anyPerson();

    // Devices and staff.
    [[nodiscard]] model::Result<std::vector<std::pair<std::string, model::DeviceId>>> deviceTokens();
    [[nodiscard]] model::Result<void> addDeviceToken(const std::string& tokenHash,
                                                     const model::DeviceId& device, model::Instant at);
    [[nodiscard]] model::Result<void> dropDeviceTokens(const model::DeviceId& device);
    [[nodiscard]] model::Result<std::vector<EnrolmentRow>> enrolments();
    [[nodiscard]] model::Result<void> putEnrolment(const EnrolmentRow& row, const Act& act = {});
    [[nodiscard]] model::Result<void> dropEnrolment(const model::DeviceId& device);
    [[nodiscard]] model::Result<std::optional<AccountRow>> account(const model::StaffId& staff);
    [[nodiscard]] model::Result<void> putAccount(const AccountRow& row, const Act& act = {});
    /// The acts that are in no audit trail yet, by the names they are kept under.
    [[nodiscard]] model::Result<std::vector<std::pair<std::string, model::AuditEntry>>> acts();
    [[nodiscard]] model::Result<std::vector<SessionRow>> sessions(model::Instant now);
    [[nodiscard]] model::Result<void> putSession(const SessionRow& row);
    [[nodiscard]] model::Result<void> dropSession(const std::string& tokenHash);

    [[nodiscard]] model::Result<std::optional<MediaRow>> media(const std::string& sha256);
    [[nodiscard]] model::Result<void> putMedia(const MediaRow& row, model::Instant at);

    [[nodiscard]] model::Result<std::string> setting(const std::string& name);
    [[nodiscard]] model::Result<void> putSetting(const std::string& name, const std::string& value);

    // Statistics.
    /// What the hall counted on those days, as far as it is kept (see rollStatistics).
    [[nodiscard]] model::Result<rules::statistics::Sheet> statistics(model::Day from, model::Day to);
    /// Days since the one rolled last and before today that have something counted.
    [[nodiscard]] model::Result<std::vector<model::Day>> daysToRoll(model::Day today);
    /// The views of closed days are stored, their months added up, and what is older than keepFrom of the
    /// sheets and viewsFrom of the days' views dropped; months stay. One transaction.
    [[nodiscard]] model::Result<void>
    rollStatistics(const std::map<model::Day, rules::statistics::Views>& days, model::Day keepFrom,
                   model::Day viewsFrom);
    /// The last day of which there are views; zero: none.
    [[nodiscard]] model::Result<model::Day> rolledUpTo();
    [[nodiscard]] model::Result<FiguresByKey> statisticsView(const ViewQuery& wish);
    /// The same of days that are not rolled yet.
    [[nodiscard]] model::Result<FiguresByKey> freshStatistics(const ViewQuery& wish);
    /// Number of the oldest event kept; 0: the log is empty.
    [[nodiscard]] model::Result<std::int64_t> oldestEvent();
    /// The sheet's days replace those stored, and the views of those that are rolled already. One
    /// transaction; for whoever has the lease and no writer running.
    [[nodiscard]] model::Result<void>
    replaceStatistics(model::Day from, model::Day to, const rules::statistics::Sheet& sheet,
                      const std::map<model::Day, rules::statistics::Views>& rolled);

    /// Drops answers older than a day and events older than the retention; called by the housekeeping tick.
    [[nodiscard]] model::Result<void> prune(model::Instant answersBefore, model::Instant eventsBefore);
    /// Last act: on SQLite writes the log back into the file.
    void checkpoint();

private:
    class Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace atrium::store
