// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/checktexts.h"

#include "shared/model/codec/walker.h"
#include "shared/model/plaintext.h"
#include "shared/model/textlimits.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

using Fault = std::optional<model::Error>;

Fault faultOf(const std::string& text, const model::TextLimit& limit, const std::string& path) {
    if (limit.needed && model::isBlank(text))
        return model::Error{ErrorCode::invalid, path,
                            path == "/name" ? model::Sentence::nameNeeded : model::Sentence::textNeeded};
    if (!model::isPlainText(text, limit.lines))
        return model::Error{ErrorCode::invalid, path, model::Sentence::textNotPlain};
    if (model::characterCount(text) > static_cast<std::size_t>(limit.longest))
        return model::Error{ErrorCode::tooLarge,
                            path,
                            {model::Sentence::textLongerThan, {{"count", std::to_string(limit.longest)}}}};
    return std::nullopt;
}

template <class T> constexpr bool kIsText = std::is_same_v<T, std::string>;

template <class T> constexpr bool isDescribed() {
    return boost::describe::has_describe_members<T>::value && !model::codec::kIsId<T>;
}

/// All text members have a row: asked when this is compiled.
template <class T> constexpr bool allLimited() {
    bool all = true;
    boost::mp11::mp_for_each<model::Members<T>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
        if constexpr (kIsText<Member> || std::is_same_v<Member, std::vector<std::string>>)
            all = all && model::textLimit<T>(member.name).longest > 0;
    });
    return all;
}

template <class T> Fault faultIn(const T& record, const std::string& path);

template <class T>
Fault faultInMember(const T& value, const model::TextLimit& limit, const std::string& path) {
    if constexpr (kIsText<T>) {
        return faultOf(value, limit, path);
    } else if constexpr (model::codec::kIsVector<T>) {
        for (std::size_t i = 0; i < value.size(); ++i)
            if (Fault fault = faultInMember(value[i], limit, path + "/" + std::to_string(i)))
                return fault;
    } else if constexpr (isDescribed<T>()) {
        return faultIn(value, path);
    }
    return std::nullopt;
}

template <class T> Fault faultIn(const T& record, const std::string& path) {
    static_assert(allLimited<T>(), "a text member without a row in shared/model/textlimits.h");
    Fault fault;
    model::forEachMember<T>([&](std::string_view name, auto pointer) {
        if (!fault)
            fault = faultInMember(record.*pointer, model::textLimit<T>(name), path + "/" + std::string(name));
    });
    return fault;
}

template <class T> inline constexpr bool kIsSetup = boost::mp11::mp_contains<model::SetupRecords, T>::value;

bool isPictureSum(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace

Result<void> checkTexts(const store::AnyRecord& record) {
    const Fault fault = std::visit(
        []<class T>(const T& value) -> Fault {
            if constexpr (kIsSetup<T>)
                return faultIn(value, {});
            else
                return std::nullopt;
        },
        record);
    if (fault)
        return *fault;
    return {};
}

Result<void> checkPictures(const store::AnyRecord& record,
                           const std::function<Result<bool>(const std::string& sha256)>& isKnown) {
    Fault fault;
    const auto look = [&](const std::optional<model::Sha256>& sum, std::string_view name) {
        if (fault || !sum)
            return;
        const Result<bool> known = isPictureSum(sum->value) ? isKnown(sum->value) : Result<bool>(false);
        if (!known)
            fault = known.error();
        else if (!*known)
            fault = model::Error{ErrorCode::invalid, "/" + std::string(name), model::Sentence::noSuchPicture};
    };
    std::visit(
        [&]<class T>(const T& value) {
            model::forEachMember<T>([&](std::string_view name, auto pointer) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value.*pointer)>,
                                             std::optional<model::Sha256>>)
                    look(value.*pointer, name);
            });
        },
        record);
    if (fault)
        return *fault;
    return {};
}

bool isWebAddress(const std::string& text) {
    try {
        const Poco::URI uri(text);
        return (uri.getScheme() == "http" || uri.getScheme() == "https") && !uri.getHost().empty() &&
               uri.getUserInfo().empty() && uri.getRawQuery().empty() && uri.getFragment().empty() &&
               text.find_first_of(" \t\"'<>\\?#") == std::string::npos;
    } catch (const Poco::Exception&) {
        return false;
    }
}

} // namespace atrium::services
