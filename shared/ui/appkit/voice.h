// SPDX-License-Identifier: GPL-3.0-or-later
// From what the speech rules say to what a speaker takes.
#pragma once

#include "shared/devices/iface/speaker.h"
#include "shared/rules/speech/speech.h"

#include <vector>

namespace atrium::ui {

/// The same utterances for the speaker's voices. Volume in percent, 0 to 100.
[[nodiscard]] inline std::vector<devices::SpeechSegment> toVoice(const std::vector<speech::Segment>& segments,
                                                                 int volumePercent = 100) {
    std::vector<devices::SpeechSegment> out;
    out.reserve(segments.size());
    for (const auto& segment : segments)
        out.push_back({.language = segment.language == speech::Language::zh
                                       ? devices::SpeechLanguage::mandarin
                                       : devices::SpeechLanguage::english,
                       .text = QString::fromStdString(segment.text),
                       .ratePercent = segment.ratePercent,
                       .volumePercent = volumePercent,
                       .pauseAfterMs = segment.pauseAfterMs});
    return out;
}

} // namespace atrium::ui
