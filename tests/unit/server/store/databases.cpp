// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/store/databases.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace atrium::store::testing {
namespace {

namespace fs = std::filesystem;

std::string temporaryFolder(const std::string& prefix) {
    std::string name = (fs::temp_directory_path() / (prefix + "XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    return name;
}

void command(const std::string& line) {
    if (std::system(line.c_str()) != 0)
        throw std::runtime_error("failed: " + line);
}

/// PostgreSQL refuses to run as root.
std::string asServerUser(const std::string& line) {
    return ::geteuid() == 0 ? "runuser -u postgres -- " + line : line;
}

} // namespace

PostgresCluster& PostgresCluster::instance() {
    static PostgresCluster cluster;
    return cluster;
}

PostgresCluster::PostgresCluster() : m_folder(temporaryFolder("atrium-pg-")) {
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql"))
        if (fs::exists(version.path() / "bin" / "initdb"))
            m_bin = (version.path() / "bin").string();
    if (::geteuid() == 0)
        command("chown postgres " + m_folder);
    const std::string data = m_folder + "/data";
    command(asServerUser(m_bin + "/initdb -D " + data +
                         " -A trust -E UTF8 --locale=C.UTF-8 -U postgres >/dev/null"));
    command(asServerUser(m_bin + "/pg_ctl -D " + data + " -o \"-c listen_addresses='' -c fsync=off " +
                         "-c unix_socket_directories=" + m_folder + "\" -l " + m_folder +
                         "/log -w start >/dev/null"));
}

void PostgresCluster::restart() {
    command(asServerUser(m_bin + "/pg_ctl -D " + m_folder + "/data -m immediate -l " + m_folder +
                         "/log -w restart >/dev/null"));
}

PostgresCluster::~PostgresCluster() {
    const int stopped = std::system(
        asServerUser(m_bin + "/pg_ctl -D " + m_folder + "/data -m immediate -w stop >/dev/null").c_str());
    std::error_code ignored;
    if (stopped == 0)
        fs::remove_all(m_folder, ignored);
}

std::string PostgresCluster::createDatabase() {
    const std::string name = "t" + std::to_string(++m_databases);
    const std::string server = "host=" + m_folder + " user=postgres";
    openPostgres(server + " dbname=postgres")->run("CREATE DATABASE " + name);
    return server + " dbname=" + name;
}

void OnBoth::SetUp() {
    m_folder = temporaryFolder("atrium-store-");
    m_where = GetParam() == Dialect::sqlite ? m_folder + "/hall.db"
                                            : "postgres:" + PostgresCluster::instance().createDatabase();
}

void OnBoth::TearDown() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

std::unique_ptr<Db> OnBoth::connect() const {
    return GetParam() == Dialect::sqlite ? openSqlite(m_where)
                                         : openPostgres(m_where.substr(std::string("postgres:").size()));
}

std::string databaseName(const ::testing::TestParamInfo<Dialect>& info) {
    return info.param == Dialect::sqlite ? "sqlite" : "postgres";
}

} // namespace atrium::store::testing
