// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/picture.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <jpeglib.h>
#include <png.h>

namespace atrium::services::testing {

using model::ErrorCode;
using model::Sentence;

namespace {

std::string pngOf(int width, int height) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_GRAY;
    const std::vector<png_byte> pixels(PNG_IMAGE_SIZE(image), 0x40);
    png_alloc_size_t size = 0;
    png_image_write_get_memory_size(image, size, 0, pixels.data(), 0, nullptr);
    std::string out(size, '\0');
    EXPECT_NE(png_image_write_to_memory(&image, out.data(), &size, 0, pixels.data(), 0, nullptr), 0);
    out.resize(size);
    return out;
}

std::string jpegOf(int width, int height, bool progressive) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = static_cast<JDIMENSION>(width);
    info.image_height = static_cast<JDIMENSION>(height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    if (progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    std::vector<JSAMPLE> row(static_cast<std::size_t>(width) * 3);
    while (info.next_scanline < info.image_height) {
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = static_cast<JSAMPLE>(i * 7 + info.next_scanline * 5);
        JSAMPROW line = row.data();
        jpeg_write_scanlines(&info, &line, 1);
    }
    jpeg_finish_compress(&info);
    std::string out(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&info);
    std::free(bytes);
    return out;
}

Sentence whyNot(std::string_view type, std::string_view bytes) {
    const auto taken = checkPicture(type, bytes);
    return taken ? Sentence::none : taken.error().saying.sentence;
}

} // namespace

TEST(Picture, isTakenWithItsSize) {
    const auto png = checkPicture("image/png", pngOf(33, 21));
    ASSERT_TRUE(png) << png.error().detail;
    EXPECT_EQ(png->width, 33);
    EXPECT_EQ(png->height, 21);
    for (const bool progressive : {false, true}) {
        const auto jpeg = checkPicture("image/jpeg", jpegOf(40, 17, progressive));
        ASSERT_TRUE(jpeg) << jpeg.error().detail;
        EXPECT_EQ(jpeg->width, 40);
        EXPECT_EQ(jpeg->height, 17);
    }
}

TEST(Picture, ofTheDemonstrationHallIsTaken) {
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(ATRIUM_HALL_DIR "/media")) {
        if (!entry.is_regular_file())
            continue;
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        EXPECT_TRUE(checkPicture("image/png", std::move(bytes).str())) << entry.path();
        ++count;
    }
    EXPECT_GT(count, 50);
}

TEST(Picture, withOnlyTheRightSignatureIsNone) {
    EXPECT_EQ(whyNot("image/png", "\x89PNG\r\n\x1a\nrubbish"), Sentence::pictureBroken);
    EXPECT_EQ(whyNot("image/jpeg", "\xff\xd8\xff\xe0rubbish"), Sentence::pictureBroken);
}

TEST(Picture, cutAnywhereIsNone) {
    for (const auto& [type, whole] :
         {std::pair("image/png", pngOf(16, 16)), std::pair("image/jpeg", jpegOf(16, 16, false)),
          std::pair("image/jpeg", jpegOf(16, 16, true))}) {
        ASSERT_EQ(whyNot(type, whole), Sentence::none);
        for (std::size_t size = 0; size < whole.size(); ++size)
            EXPECT_NE(whyNot(type, whole.substr(0, size)), Sentence::none) << type << " cut to " << size;
    }
}

TEST(Picture, withSomethingBehindItsEndIsNone) {
    const std::string script = "<script>alert(1)</script>";
    EXPECT_EQ(whyNot("image/png", pngOf(8, 8) + script), Sentence::pictureBroken);
    EXPECT_EQ(whyNot("image/jpeg", jpegOf(8, 8, false) + script), Sentence::pictureBroken);
}

TEST(Picture, withDamagedPixelsIsNone) {
    std::string png = pngOf(64, 64);
    png[png.find("IDAT") + 8] ^= 0x55;
    EXPECT_EQ(whyNot("image/png", png), Sentence::pictureBroken);
}

TEST(Picture, ofMorePixelsThanAScreenHasIsNotUnpacked) {
    EXPECT_EQ(whyNot("image/png", pngOf(kLongestPictureSide, 2)), Sentence::none);
    EXPECT_EQ(whyNot("image/png", pngOf(kLongestPictureSide + 1, 2)), Sentence::pictureTooLarge);
    EXPECT_EQ(whyNot("image/jpeg", jpegOf(2, kLongestPictureSide + 1, false)), Sentence::pictureTooLarge);
    const auto refused = checkPicture("image/png", pngOf(2, kLongestPictureSide + 1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::tooLarge);
}

TEST(Picture, isNoDocument) {
    const char* svg = "<svg xmlns='http://www.w3.org/2000/svg'><rect onload='alert(1)'/></svg>";
    for (const char* type : {"image/svg+xml", "text/html", "image/png", "image/gif", ""})
        EXPECT_EQ(whyNot(type, svg), Sentence::pictureTypes) << type;
    EXPECT_EQ(whyNot("image/jpeg", pngOf(4, 4)), Sentence::pictureTypes);
}

} // namespace atrium::services::testing
