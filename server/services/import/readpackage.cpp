// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"
#include "server/services/import/hallpackage.h"
#include "server/services/records/checktexts.h"
#include "server/services/records/routes.h"
#include "shared/model/codec/walker.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace atrium::services {

using model::ErrorCode;
using model::Result;
namespace json = boost::json;

namespace {

struct FileKind {
    std::string_view name;   ///< in the manifest
    std::string_view record; ///< kind of record; empty: not records
};

/// Parents before children.
constexpr std::array<FileKind, 14> kFileKinds{{{"hall", "hall"},
                                               {"floors", "floor"},
                                               {"areas", "area"},
                                               {"departments", "department"},
                                               {"queues", "queue"},
                                               {"serviceItems", "serviceItem"},
                                               {"windows", "window"},
                                               {"staff", "staff"},
                                               {"devices", "device"},
                                               {"calendarDays", "calendarDay"},
                                               {"messageTemplates", "messageTemplate"},
                                               {"accounts", ""},
                                               {"pinyinOverrides", ""},
                                               {"history", ""}}};

model::Error faultIn(const std::string& file, const model::Error& error) {
    return {error.code, file + "#" + error.path, error.detail};
}

Result<std::string> readFile(const std::string& folder, const std::string& path) {
    const std::filesystem::path relative(path);
    bool inside = relative.is_relative();
    for (const auto& part : relative)
        inside = inside && part != "..";
    std::ifstream file(std::filesystem::path(folder) / relative, std::ios::binary);
    if (!inside || !file)
        return model::Error{ErrorCode::notFound, path, "the package has no such file"};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

std::string textOf(const json::object& object, const char* name) {
    const auto* member = object.if_contains(name);
    return member != nullptr && member->is_string() ? std::string(member->get_string()) : std::string();
}

Result<json::value> parseFile(const std::string& path, const std::string& text) {
    auto parsed = model::codec::parse(text);
    if (!parsed)
        return faultIn(path, parsed.error());
    return parsed;
}

/// One file of records: a list, or for the hall one object.
Result<void> readRecords(HallPackage& package, std::string_view kind, const std::string& path,
                         const std::string& text) {
    auto parsed = parseFile(path, text);
    if (!parsed)
        return parsed.error();
    json::array list;
    if (parsed->is_object())
        list.push_back(*parsed);
    else if (parsed->is_array())
        list = parsed->get_array();
    else
        return faultIn(path, {ErrorCode::invalid, "", "expected a list"});
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string at = kind == "hall" ? std::string() : "/" + std::to_string(i);
        auto record = store::recordFromJson(kind, model::codec::serialise(list[i]));
        if (!record)
            return faultIn(path, {record.error().code, at + record.error().path, record.error().detail});
        if (package.setup.find(kind, store::idOf(*record)))
            return faultIn(path, {ErrorCode::conflict, at + "/id", "named twice: " + store::idOf(*record)});
        auto good = validate(*record, package.setup); // against what came before it
        package.setup.apply(store::put(*record));
        if (good)
            good = checkPictures(*record, [&package](const std::string& sum) -> Result<bool> {
                return std::any_of(package.media.begin(), package.media.end(),
                                   [&sum](const PackageMedia& media) { return media.sha256 == sum; });
            });
        if (!good)
            return faultIn(path, {good.error().code, at + good.error().path, good.error().detail});
        package.records.push_back(std::move(*record));
    }
    return {};
}

Result<void> readAccounts(HallPackage& package, const std::string& path, const std::string& text) {
    auto parsed = parseFile(path, text);
    if (!parsed)
        return parsed.error();
    if (!parsed->is_array())
        return faultIn(path, {ErrorCode::invalid, "", "expected a list"});
    for (std::size_t i = 0; i < parsed->get_array().size(); ++i) {
        const auto* entry = parsed->get_array()[i].if_object();
        const model::StaffId staff(entry != nullptr ? textOf(*entry, "staffId") : std::string());
        const std::string password = entry != nullptr ? textOf(*entry, "demonstrationPassword") : "";
        if (!package.setup.staff.contains(staff) || password.size() < 10)
            return faultIn(path, {ErrorCode::invalid, "/" + std::to_string(i),
                                  "needs a staffId of this package and a password of 10 bytes or more"});
        package.demonstrationPasswords.insert_or_assign(staff, password);
    }
    return {};
}

/// Departments may name a parent that comes later in the file.
void parentsFirst(json::array& departments) {
    json::array ordered;
    std::map<std::string, bool> placed;
    for (std::size_t round = 0; round < 16 && ordered.size() < departments.size(); ++round)
        for (const auto& one : departments) {
            if (!one.is_object())
                continue;
            const std::string id = textOf(one.get_object(), "id");
            const std::string parent = textOf(one.get_object(), "parentId");
            if (!placed[id] && (parent.empty() || placed[parent])) {
                placed[id] = true;
                ordered.push_back(one);
            }
        }
    if (ordered.size() == departments.size()) // else: leave the fault for the check to name
        departments = std::move(ordered);
}

Result<void> readOne(HallPackage& package, const FileKind& kind, const std::string& path,
                     const std::string& text) {
    if (kind.name == "accounts")
        return readAccounts(package, path, text);
    if (kind.name == "history") {
        if (auto parsed = parseFile(path, text); !parsed)
            return parsed.error();
        package.history = text;
        return {};
    }
    if (kind.record.empty())
        return {};
    if (kind.record == "department") {
        auto parsed = parseFile(path, text);
        if (!parsed)
            return parsed.error();
        if (parsed->is_array())
            parentsFirst(parsed->get_array());
        return readRecords(package, kind.record, path, model::codec::serialise(*parsed));
    }
    return readRecords(package, kind.record, path, text);
}

Result<void> readListed(HallPackage& package, const json::array& files) {
    for (const FileKind& kind : kFileKinds)
        for (std::size_t i = 0; i < files.size(); ++i) {
            const auto* entry = files[i].if_object();
            if (entry == nullptr || textOf(*entry, "kind") != kind.name)
                continue;
            const std::string path = textOf(*entry, "path");
            auto text = readFile(package.folder, path);
            if (!text)
                return faultIn("manifest.json",
                               {ErrorCode::notFound, "/files/" + std::to_string(i) + "/path", path});
            const std::string sum = textOf(*entry, "sha256");
            if (!sum.empty() && sha256Hex(*text) != sum)
                return faultIn(path, {ErrorCode::invalid, "", "differs from its sum in manifest.json"});
            if (auto read = readOne(package, kind, path, *text); !read)
                return read;
        }
    return {};
}

} // namespace

Result<HallPackage> readPackage(const std::string& folder) {
    HallPackage package;
    package.folder = folder;
    auto text = readFile(folder, "manifest.json");
    if (!text)
        return model::Error{ErrorCode::notFound, folder + "/manifest.json", "this is no hall package"};
    auto manifest = parseFile("manifest.json", *text);
    if (!manifest)
        return manifest.error();
    const auto* root = manifest->if_object();
    const auto* version = root != nullptr ? root->if_contains("formatVersion") : nullptr;
    if (root == nullptr || textOf(*root, "format") != "atrium-hall-package" || version == nullptr ||
        !version->is_int64() || version->get_int64() != 1)
        return faultIn("manifest.json",
                       {ErrorCode::invalid, "/format", "expected atrium-hall-package, version 1"});
    if (const auto* media = root->if_contains("media"); media != nullptr && media->is_array())
        for (const auto& one : media->get_array())
            if (const auto* entry = one.if_object())
                package.media.push_back(
                    {textOf(*entry, "path"), textOf(*entry, "sha256"), textOf(*entry, "mimeType")});

    const auto* files = root->if_contains("files");
    if (files == nullptr || !files->is_array())
        return faultIn("manifest.json", {ErrorCode::invalid, "/files", "expected a list"});
    if (auto read = readListed(package, files->get_array()); !read)
        return read.error();
    if (package.setup.hall.id.empty())
        return faultIn("manifest.json", {ErrorCode::invalid, "/files", "the package names no hall"});
    package.setup.index();

    const auto* demonstration = root->if_contains("demonstration");
    const auto* open = demonstration != nullptr && demonstration->is_object()
                           ? demonstration->get_object().if_contains("alwaysOpen")
                           : nullptr;
    if (open != nullptr && open->is_bool() && open->get_bool())
        for (auto& record : package.records)
            if (auto* queue = std::get_if<model::Queue>(&record))
                queue->hours.clear();
    return package;
}

} // namespace atrium::services
