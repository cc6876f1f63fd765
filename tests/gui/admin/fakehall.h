// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/admin/account.h"
#include "apps/admin/records/formtable.h"
#include "apps/admin/records/recordkind.h"
#include "shared/model/statistics.h"
#include "shared/model/waiterrors.h"
#include "shared/sync/qt/hallclient.h"
#include "tests/support/sync/fakeserver.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace atrium::test {

/// A small hall behind a fake server: two records of each set-up kind, and an administrator signed in.
/// PUT stores the record with a new version and publishes it, DELETE removes it; If-Match is checked as
/// docs/api.md says.
class FakeHall {
public:
    FakeHall();

    sync::HallClient& client() { return *m_client; }
    admin::Account& account() { return *m_account; }
    FakeServer& server() { return *m_server; }
    const sync::Replica& replica() { return m_client->replica(); }
    /// What GET /dashboard answers.
    model::Dashboard dashboard;
    /// What GET /dashboard/wait-errors answers.
    model::WaitErrors waitErrors;
    /// What GET /statistics answers; nullopt: 503.
    std::optional<model::Statistics> statistics = model::Statistics{};
    std::string note; ///< what follows from the next changes, as their answers say
    /// Changes a record as somebody else would.
    void changeElsewhere(const model::Department& department);
    /// Waits until the replica has everything the server has.
    bool inStep();

private:
    sync::HttpResponse answer(const sync::HttpRequest& request);
    sync::HttpResponse put(const QByteArray& kind, const std::string& id, const sync::HttpRequest& request);
    sync::HttpResponse remove(const QByteArray& kind, const std::string& id,
                              const sync::HttpRequest& request);

    QTemporaryDir m_folder;
    FakeServer* m_server = nullptr; // owned by the client
    std::unique_ptr<sync::HallClient> m_client;
    std::unique_ptr<admin::Account> m_account;
};

/// A value that fits the field and its limits, another one for each round. `table` is the path of the table
/// the field is a column of, empty for others.
[[nodiscard]] QVariant sampleValue(const admin::KindForm& form, const admin::Field& field, int round,
                                   const sync::Replica& replica, const QString& table = {});

} // namespace atrium::test
