// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the demonstration hall say exactly what the model's records hold: a member that was renamed
// in a record and not in the package would otherwise be ignored by the tolerant reader without a word.
#include "shared/model/json.h"
#include "shared/model/records.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::model {
namespace {

namespace json = boost::json;
const std::filesystem::path kFolder = ATRIUM_HALL_PACKAGE;

json::value readFile(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    return json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

/// Every member and element of packaged stands in written with the same value. Written may have more:
/// a record's newer member that the package leaves at its default.
void expectContained(const json::value& packaged, const json::value& written, const std::string& where) {
    if (packaged.is_object() && written.is_object()) {
        for (const auto& member : packaged.as_object()) {
            const json::value* found = written.as_object().if_contains(member.key());
            ASSERT_NE(found, nullptr) << where << ": no member " << member.key();
            expectContained(member.value(), *found, where + "/" + std::string(member.key()));
        }
    } else if (packaged.is_array() && written.is_array()) {
        ASSERT_EQ(packaged.as_array().size(), written.as_array().size()) << where;
        for (std::size_t i = 0; i < packaged.as_array().size(); ++i) {
            expectContained(packaged.as_array()[i], written.as_array()[i], where + "/" + std::to_string(i));
        }
    } else {
        EXPECT_EQ(packaged, written) << where;
    }
}

/// Reads one object as Record and expects to write what the package says.
template <class Record> void expectSame(const json::value& packaged, const std::string& file) {
    const auto record = fromJson<Record>(json::serialize(packaged));
    ASSERT_TRUE(record) << file << ": " << json::serialize(packaged);
    const std::string id(packaged.at("id").as_string());
    expectContained(packaged, json::parse(toJson(*record)), file + "#" + id);
}

template <class Record> std::size_t expectKind(std::string_view kind) {
    std::size_t count = 0;
    const json::value manifest = readFile(kFolder / "manifest.json");
    for (const json::value& entry : manifest.at("files").as_array()) {
        if (entry.at("kind").as_string() != kind) {
            continue;
        }
        const std::string file(entry.at("path").as_string());
        const json::value content = readFile(kFolder / file);
        if (content.is_object()) {
            expectSame<Record>(content, file);
            ++count;
            continue;
        }
        for (const json::value& one : content.as_array()) {
            expectSame<Record>(one, file);
            ++count;
        }
    }
    return count;
}

TEST(PackageRecords, hallIsTheModelsRecord) {
    EXPECT_EQ(expectKind<Hall>("hall"), 1U);
}

TEST(PackageRecords, floorsAndAreasAreTheModelsRecords) {
    EXPECT_EQ(expectKind<Floor>("floors"), 3U);
    EXPECT_EQ(expectKind<Area>("areas"), 8U);
}

TEST(PackageRecords, departmentsAndItemsAreTheModelsRecords) {
    EXPECT_GE(expectKind<Department>("departments"), 42U);
    EXPECT_GE(expectKind<ServiceItem>("serviceItems"), 200U);
}

TEST(PackageRecords, queuesAndWindowsAreTheModelsRecords) {
    EXPECT_GE(expectKind<Queue>("queues"), 12U);
    EXPECT_GE(expectKind<Window>("windows"), 40U);
}

TEST(PackageRecords, theCalendarsDaysAreTheModelsRecords) {
    EXPECT_EQ(expectKind<CalendarDay>("calendarDays"), 33U + 6U) << "holidays and worked weekends of 2026";
}

TEST(PackageRecords, theMessageTemplatesAreTheModelsRecords) {
    EXPECT_EQ(expectKind<MessageTemplate>("messageTemplates"), 3U);
}

TEST(PackageRecords, staffAndDevicesAreTheModelsRecords) {
    EXPECT_EQ(expectKind<Staff>("staff"), 60U);
    EXPECT_GE(expectKind<Device>("devices"), 100U);
}

TEST(PackageRecords, filesStandInAnOrderThatPointsBackwards) {
    const std::map<std::string, std::vector<std::string>> needs{
        {"areas", {"hall", "floors"}},
        {"queues", {"areas"}},
        {"serviceItems", {"departments", "queues"}},
        {"windows", {"areas", "departments", "serviceItems"}},
        {"staff", {"departments"}},
        {"devices", {"floors", "areas", "departments", "windows"}},
        {"accounts", {"staff"}},
        {"history", {"queues"}},
    };
    std::set<std::string> seen;
    const json::value manifest = readFile(kFolder / "manifest.json");
    for (const json::value& entry : manifest.at("files").as_array()) {
        const std::string kind(entry.at("kind").as_string());
        if (const auto needed = needs.find(kind); needed != needs.end()) {
            for (const std::string& other : needed->second) {
                EXPECT_TRUE(seen.contains(other)) << kind << " stands before " << other;
            }
        }
        seen.insert(kind);
    }
    EXPECT_TRUE(seen.contains("accounts"));
}

} // namespace
} // namespace atrium::model
