// SPDX-License-Identifier: GPL-3.0-or-later
// What a program and its voice (atrium-voice) say to each other: one line each, fields between tabs, UTF-8.
//   to the voice:  "say <id> <mandarin|english> <rate %> <volume %> <text>", "silence"
//   from it:       "warm 0", "began <id>", "ended <id>", "unavailable <id>"
// The voice ends when its input does.
#pragma once

#include "shared/devices/iface/speaker.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayList>

#include <optional>

namespace atrium::devices {

struct VoiceOrder {
    quint64 id = 0; ///< 0: fall silent
    SpeechSegment segment;
};

struct VoiceReport {
    enum class Kind { warm, began, ended, unavailable } kind = Kind::warm;
    quint64 id = 0;
};

/// With the end of the line. Tabs and line ends in the text become spaces.
[[nodiscard]] inline QByteArray voiceLine(const VoiceOrder& order) {
    if (order.id == 0)
        return "silence\n";
    QByteArray text = order.segment.text.toUtf8();
    for (char& c : text)
        if (c == '\t' || c == '\n' || c == '\r')
            c = ' ';
    const QByteArrayList fields{"say",
                                QByteArray::number(order.id),
                                order.segment.language == SpeechLanguage::mandarin ? "mandarin" : "english",
                                QByteArray::number(order.segment.ratePercent),
                                QByteArray::number(order.segment.volumePercent),
                                text};
    return fields.join('\t') + '\n';
}

/// Of a line without its end; nullopt for anything else.
[[nodiscard]] inline std::optional<VoiceOrder> voiceOrder(const QByteArray& line) {
    if (line == "silence")
        return VoiceOrder{};
    const QByteArrayList fields = line.split('\t');
    if (fields.size() != 6 || fields[0] != "say" || fields[1].toULongLong() == 0)
        return std::nullopt;
    return VoiceOrder{
        .id = fields[1].toULongLong(),
        .segment = {.language = fields[2] == "mandarin" ? SpeechLanguage::mandarin : SpeechLanguage::english,
                    .text = QString::fromUtf8(fields[5]),
                    .ratePercent = fields[3].toInt(),
                    .volumePercent = fields[4].toInt()}};
}

[[nodiscard]] inline QByteArray voiceLine(const VoiceReport& report) {
    static constexpr const char* kWords[] = {"warm", "began", "ended", "unavailable"};
    return kWords[static_cast<int>(report.kind)] + QByteArray(1, '\t') + QByteArray::number(report.id) + '\n';
}

[[nodiscard]] inline std::optional<VoiceReport> voiceReport(const QByteArray& line) {
    using Kind = VoiceReport::Kind;
    const auto tab = line.indexOf('\t');
    const QByteArray word = line.left(tab);
    for (const Kind kind : {Kind::warm, Kind::began, Kind::ended, Kind::unavailable}) {
        const VoiceReport report{.kind = kind, .id = line.mid(tab + 1).toULongLong()};
        if (tab > 0 && voiceLine(report) == line + '\n')
            return report;
    }
    return std::nullopt;
}

} // namespace atrium::devices
