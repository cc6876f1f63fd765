// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages/templatecheck.h"

#include "shared/rules/messages/template.h"

namespace atrium::services {

namespace {

using model::Sentence;
using rules::messages::TemplateError;
using rules::messages::TemplateFault;

model::Saying sayingOf(const TemplateError& error) {
    switch (error.fault) {
    case TemplateFault::empty:
        break;
    case TemplateFault::malformed:
        return Sentence::textNotPlain;
    case TemplateFault::unknownPlace:
        return {Sentence::templateNoPlace, {{"place", "{" + error.place + "}"}}};
    case TemplateFault::notForKind:
        return {Sentence::templateNotForKind, {{"place", "{" + error.place + "}"}}};
    case TemplateFault::openBrace:
    case TemplateFault::strayBrace:
        return {Sentence::templateBraces, {{"at", std::to_string(error.at)}}};
    case TemplateFault::tooLong:
        return {Sentence::templateTooLong, {{"count", std::to_string(rules::messages::kMostParts)}}};
    }
    return Sentence::textNeeded;
}

} // namespace

std::optional<model::Error> templateFault(std::string_view text, model::MessageKind kind,
                                          std::string_view signature, const std::string& path) {
    const auto error = rules::messages::checkTemplate(text, kind, signature);
    if (!error)
        return std::nullopt;
    return model::Error{model::ErrorCode::invalid, path, sayingOf(*error)};
}

bool isSignature(std::string_view text) {
    constexpr std::string_view kOpen = "【";
    constexpr std::string_view kClose = "】";
    return text.empty() || (text.size() > kOpen.size() + kClose.size() && text.starts_with(kOpen) &&
                            text.ends_with(kClose) && text.find(kOpen, 1) == std::string_view::npos);
}

} // namespace atrium::services
