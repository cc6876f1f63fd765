// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace atrium::store::testing {

/// A PostgreSQL cluster of our own in a temporary folder, started at the first use and ended with the
/// process. Its socket lies in the same folder; it listens on no network address.
class PostgresCluster {
public:
    static PostgresCluster& instance();
    /// A fresh, empty database; gives its connection string.
    std::string createDatabase();
    /// Stops it as a power cut would, and starts it again: every connection breaks.
    void restart();

private:
    PostgresCluster();
    ~PostgresCluster();
    std::string m_folder;
    std::string m_bin;
    int m_databases = 0;
};

/// Every test of the suite runs once on each database.
class OnBoth : public ::testing::TestWithParam<Dialect> {
protected:
    void SetUp() override;
    void TearDown() override;
    /// A further connection to this test's database.
    [[nodiscard]] std::unique_ptr<Db> connect() const;
    /// For Store::open.
    [[nodiscard]] const std::string& where() const { return m_where; }

private:
    std::string m_folder;
    std::string m_where;
};

std::string databaseName(const ::testing::TestParamInfo<Dialect>& info);

#define ATRIUM_ON_BOTH(Suite)                                                                                \
    INSTANTIATE_TEST_SUITE_P(                                                                                \
        Databases, Suite,                                                                                    \
        ::testing::Values(::atrium::store::Dialect::sqlite, ::atrium::store::Dialect::postgres),             \
        ::atrium::store::testing::databaseName)

} // namespace atrium::store::testing
