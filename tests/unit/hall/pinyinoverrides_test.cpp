// SPDX-License-Identifier: GPL-3.0-or-later
// The readings that the demonstration hall decides itself are readings the table takes and uses.
#include "shared/rules/pinyin/pinyin.h"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace atrium::pinyin {
namespace {

TEST(HallPinyinOverrides, everyOneIsTakenAndUsed) {
    std::ifstream in(std::string(ATRIUM_HALL_PACKAGE) + "/pinyin-overrides.json", std::ios::binary);
    const boost::json::value entries =
        boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
    ASSERT_GE(entries.as_array().size(), 20U);
    Overrides overrides;
    for (const boost::json::value& entry : entries.as_array()) {
        const std::string phrase(entry.at("phrase").as_string());
        EXPECT_TRUE(overrides.add(phrase, std::string(entry.at("reading").as_string()))) << phrase;
    }
    for (const boost::json::value& entry : entries.as_array()) {
        std::string spoken;
        for (const Syllable& one : reading(std::string(entry.at("phrase").as_string()), overrides)) {
            spoken += (spoken.empty() ? "" : " ") + one.pinyin;
        }
        EXPECT_EQ(spoken, std::string(entry.at("reading").as_string()));
    }
}

} // namespace
} // namespace atrium::pinyin
