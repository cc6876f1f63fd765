// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/picture.h"

#include <csetjmp>
#include <cstdio> // jpeglib.h needs it before
#include <string>
#include <vector>

#include <jpeglib.h>
#include <png.h>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

model::Error broken() {
    return {ErrorCode::invalid, {}, model::Sentence::pictureBroken};
}

bool isTooLarge(unsigned int width, unsigned int height) {
    constexpr auto kSide = static_cast<unsigned int>(kLongestPictureSide);
    return width > kSide || height > kSide;
}

model::Error tooLarge() {
    return {ErrorCode::tooLarge,
            {},
            {model::Sentence::pictureTooLarge, {{"side", std::to_string(kLongestPictureSide)}}}};
}

Result<PictureSize> checkPng(std::string_view bytes) {
    // libpng stops at the last row; the end is looked at here. Chunks it would unpack have limits of its own.
    constexpr std::string_view kEnd("\0\0\0\0IEND\xae\x42\x60\x82", 12);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!bytes.ends_with(kEnd) || png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        return broken();
    const PictureSize size{static_cast<int>(image.width), static_cast<int>(image.height)};
    if (isTooLarge(image.width, image.height)) {
        png_image_free(&image);
        return tooLarge();
    }
    image.format = PNG_FORMAT_GRAY; // what the pixels are does not matter, that they are there does
    std::vector<png_byte> pixels(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    const bool whole = png_image_finish_read(&image, &white, pixels.data(), 0, nullptr) != 0 &&
                       (image.warning_or_error & PNG_IMAGE_WARNING) == 0;
    png_image_free(&image);
    if (!whole)
        return broken();
    return size;
}

/// libjpeg's state with the way out of it: it reports faults by a call that may not return.
struct JpegReader {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf out{};
    bool large = false;
    bool whole = false;
};

JpegReader& readerOf(j_common_ptr info) {
    return *static_cast<JpegReader*>(info->client_data);
}

[[noreturn]] void leave(j_common_ptr info) {
    std::longjmp(readerOf(info).out, 1);
}

/// Levels below 0 are corrupt data that libjpeg would patch over.
void onMessage(j_common_ptr info, int level) {
    if (level < 0)
        leave(info);
}

void onProgress(j_common_ptr info) {
    if (readerOf(info).info.input_scan_number > kMostPictureScans)
        leave(info);
}

/// No object with a destructor may live in here.
void decode(JpegReader& reader, const unsigned char* bytes, unsigned long size) {
    jpeg_decompress_struct& info = reader.info;
    info.err = jpeg_std_error(&reader.errors);
    info.client_data = &reader;
    reader.errors.error_exit = leave;
    reader.errors.emit_message = onMessage;
    reader.progress.progress_monitor = onProgress;
    if (setjmp(reader.out) != 0)
        return jpeg_destroy_decompress(&info);
    jpeg_create_decompress(&info);
    info.client_data = &reader; // creating clears some members
    info.progress = &reader.progress;
    jpeg_mem_src(&info, bytes, size);
    jpeg_read_header(&info, TRUE);
    reader.large = isTooLarge(info.image_width, info.image_height);
    if (reader.large)
        leave(reinterpret_cast<j_common_ptr>(&info));
    info.scale_num = 1;
    info.scale_denom = 8; // every coefficient is read, few pixels are made
    info.out_color_space = info.jpeg_color_space;
    jpeg_start_decompress(&info);
    const JSAMPARRAY row =
        info.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&info), JPOOL_IMAGE,
                               info.output_width * static_cast<JDIMENSION>(info.output_components), 1);
    while (info.output_scanline < info.output_height)
        jpeg_read_scanlines(&info, row, 1);
    jpeg_finish_decompress(&info);
    reader.whole = info.src->bytes_in_buffer == 0;
    jpeg_destroy_decompress(&info);
}

Result<PictureSize> checkJpeg(std::string_view bytes) {
    JpegReader reader;
    decode(reader, reinterpret_cast<const unsigned char*>(bytes.data()),
           static_cast<unsigned long>(bytes.size()));
    if (reader.large)
        return tooLarge();
    if (!reader.whole)
        return broken();
    return PictureSize{static_cast<int>(reader.info.image_width), static_cast<int>(reader.info.image_height)};
}

} // namespace

Result<PictureSize> checkPicture(std::string_view type, std::string_view bytes) {
    const bool png = type == "image/png" && bytes.starts_with("\x89PNG\r\n\x1a\n");
    if (!png && !(type == "image/jpeg" && bytes.starts_with("\xff\xd8\xff")))
        return model::Error{ErrorCode::invalid, {}, model::Sentence::pictureTypes};
    return png ? checkPng(bytes) : checkJpeg(bytes);
}

} // namespace atrium::services
