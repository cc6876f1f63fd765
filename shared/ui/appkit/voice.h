// SPDX-License-Identifier: GPL-3.0-or-later
// From what the speech rules say to what a speaker takes.
#pragma once

#include "shared/devices/iface/speaker.h"
#include "shared/rules/speech/speech.h"

#include <vector>

namespace atrium::ui {

/// The same utterances for the speaker's voices; pauses between them are the voices' own.
[[nodiscard]] inline std::vector<devices::SpeechSegment>
toVoice(const std::vector<speech::Segment>& segments) {
    std::vector<devices::SpeechSegment> out;
    out.reserve(segments.size());
    for (const auto& segment : segments)
        out.push_back({.language = segment.language == speech::Language::zh
                                       ? devices::SpeechLanguage::mandarin
                                       : devices::SpeechLanguage::english,
                       .text = QString::fromStdString(segment.text),
                       .ratePercent = segment.ratePercent});
    return out;
}

} // namespace atrium::ui
