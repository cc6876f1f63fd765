// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/wholefile.h"

#include "server/services/core/crypto.h"

#include <gtest/gtest.h>

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace atrium::services::testing {

namespace fs = std::filesystem;

class WholeFiles : public ::testing::Test {
protected:
    void SetUp() override {
        initCrypto();
        folder = (fs::temp_directory_path() / "atrium-wholefile-XXXXXX").string();
        ASSERT_NE(::mkdtemp(folder.data()), nullptr);
        path = folder + "/file";
    }
    void TearDown() override { fs::remove_all(folder); }
    [[nodiscard]] std::string text() const {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    [[nodiscard]] auto files() const {
        return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    }

    std::string folder;
    std::string path;
};

TEST_F(WholeFiles, replaceWhatWasThereAndHaveTheirMode) {
    const std::string large(3'000'000, 'x');
    EXPECT_EQ(writeWhole(path, "before", 0600, Present::replaced), Written::done);
    EXPECT_EQ(writeWhole(path, large, 0640, Present::replaced), Written::done);
    EXPECT_EQ(text(), large);
    EXPECT_EQ(fs::status(path).permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    EXPECT_EQ(files(), 1);
}

TEST_F(WholeFiles, keepWhatIsThereWhenTold) {
    EXPECT_EQ(writeWhole(path, "the first", 0600, Present::kept), Written::done);
    EXPECT_EQ(writeWhole(path, "the second", 0600, Present::kept), Written::present);
    EXPECT_EQ(text(), "the first");
    EXPECT_EQ(files(), 1) << "no part is left";
}

TEST_F(WholeFiles, leaveNothingWhenTheyFail) {
    fs::create_directory(path);
    std::ofstream(path + "/inside") << "x"; // a folder with something in it cannot be replaced
    EXPECT_EQ(writeWhole(path, "text", 0600, Present::replaced), Written::failed);
    EXPECT_EQ(files(), 1);
    EXPECT_EQ(writeWhole(folder + "/nowhere/file", "text", 0600, Present::kept), Written::failed);
}

} // namespace atrium::services::testing
