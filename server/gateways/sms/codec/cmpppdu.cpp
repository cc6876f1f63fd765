// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/cmpppdu.h"

#include <chrono>

namespace atrium::gateways::cmpp {
namespace {

/// Field by field, in the order of the protocol.
class PduWriter {
public:
    PduWriter(Command command, std::uint32_t sequence) {
        number<std::uint32_t>(0);
        number(static_cast<std::uint32_t>(command));
        number(sequence);
    }
    template <class T> PduWriter& number(T value) {
        for (int shift = static_cast<int>(sizeof value - 1) * 8; shift >= 0; shift -= 8)
            m_bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xFFU);
        return *this;
    }
    PduWriter& byte(unsigned value) { return number(static_cast<std::uint8_t>(value)); }
    PduWriter& text(std::string_view value, std::size_t width) {
        m_bytes += value.substr(0, width);
        m_bytes.append(width - std::min(width, value.size()), '\0');
        return *this;
    }
    PduWriter& raw(std::string_view value) {
        m_bytes += value;
        return *this;
    }
    PduWriter& digest(const Digest& value) {
        m_bytes.append(value.begin(), value.end());
        return *this;
    }
    [[nodiscard]] std::string take() {
        const auto length = static_cast<std::uint32_t>(m_bytes.size());
        for (std::size_t i = 0; i < 4; ++i)
            m_bytes[i] = static_cast<char>(length >> (24 - 8 * i) & 0xFFU);
        return std::move(m_bytes);
    }

private:
    std::string m_bytes;
};

/// Reads what the caller knows to be there.
class FieldReader {
public:
    explicit FieldReader(std::string_view bytes) : m_bytes(bytes) {}
    [[nodiscard]] std::uint64_t number(std::size_t width) {
        std::uint64_t value = 0;
        for (const char byte : raw(width))
            value = value << 8U | static_cast<unsigned char>(byte);
        return value;
    }
    [[nodiscard]] std::string text(std::size_t width) {
        const auto field = raw(width);
        return std::string(field.substr(0, std::min(field.find('\0'), field.size())));
    }
    std::string_view raw(std::size_t width) {
        const auto field = m_bytes.substr(0, width);
        m_bytes.remove_prefix(field.size());
        return field;
    }

private:
    std::string_view m_bytes;
};

std::string digits(std::uint32_t value, int width) {
    std::string out(static_cast<std::size_t>(width), '0');
    for (auto at = out.rbegin(); at != out.rend(); ++at, value /= 10)
        *at = static_cast<char>('0' + value % 10);
    return out;
}

} // namespace

std::string sourceProofText(std::string_view source, std::string_view secret, std::uint32_t timestamp) {
    return std::string(source) + std::string(9, '\0') + std::string(secret) + digits(timestamp, 10);
}

std::string peerProofText(int statusBytes, const Digest& sourceProof, std::string_view secret) {
    return std::string(static_cast<std::size_t>(statusBytes), '\0') +
           std::string(sourceProof.begin(), sourceProof.end()) + std::string(secret);
}

std::string encode(std::uint32_t sequence, const Connect& connect) {
    return PduWriter(Command::connect, sequence)
        .text(connect.source, 6)
        .digest(connect.proof)
        .byte(static_cast<unsigned>(connect.version))
        .number(connect.timestamp)
        .take();
}

std::string encode(std::uint32_t sequence, const Submit& submit, Version version) {
    const bool is3 = version == Version::v30;
    const std::size_t phoneWidth = is3 ? 32 : 21;
    const auto content = std::string_view(submit.content).substr(0, 255);
    PduWriter out(Command::submit, sequence);
    out.number<std::uint64_t>(0).byte(submit.parts).byte(submit.part);
    out.byte(1).byte(1);                    // a report is wanted; level
    out.text(submit.serviceId, 10).byte(2); // the provider pays
    out.text({}, phoneWidth);
    if (is3)
        out.byte(0);
    out.byte(0).byte(submit.hasHeader ? 1 : 0).byte(static_cast<unsigned>(submit.format));
    out.text(submit.source, 6).text("01", 2).text("000000", 6); // free of charge for who gets it
    out.text(submit.validTime, 17).text({}, 17).text(submit.sourceNumber, 21);
    out.byte(1).text(submit.phone, phoneWidth);
    if (is3)
        out.byte(0);
    out.byte(static_cast<unsigned>(content.size())).raw(content);
    out.text({}, is3 ? 20 : 8);
    return out.take();
}

std::string encodeDeliverResp(std::uint32_t sequence, std::uint64_t messageId, Version version) {
    PduWriter out(Command::deliverResp, sequence);
    out.number(messageId);
    return version == Version::v30 ? out.number<std::uint32_t>(0).take() : out.byte(0).take();
}

std::string encodeActiveTestResp(std::uint32_t sequence) {
    return PduWriter(Command::activeTestResp, sequence).byte(0).take();
}

std::string encodeEmpty(Command command, std::uint32_t sequence) {
    return PduWriter(command, sequence).take();
}

std::optional<ConnectResp> decodeConnectResp(std::string_view body) {
    if (body.size() != 18 && body.size() != 21)
        return std::nullopt;
    FieldReader in(body);
    ConnectResp out;
    out.status = static_cast<std::uint32_t>(in.number(body.size() == 21 ? 4 : 1));
    std::size_t at = 0;
    for (const char byte : in.raw(16))
        out.proof.at(at++) = static_cast<std::uint8_t>(byte);
    out.version = static_cast<std::uint8_t>(in.number(1));
    return out;
}

std::optional<SubmitResp> decodeSubmitResp(std::string_view body) {
    if (body.size() != 9 && body.size() != 12)
        return std::nullopt;
    FieldReader in(body);
    const auto messageId = in.number(8);
    return SubmitResp{messageId, static_cast<std::uint32_t>(in.number(body.size() - 8))};
}

std::optional<Deliver> decodeDeliver(std::string_view body, Version version) {
    const bool is3 = version == Version::v30;
    const std::size_t before = is3 ? 77 : 65; // up to the content, its length included
    const std::size_t after = is3 ? 20 : 8;
    if (body.size() < before + after)
        return std::nullopt;
    FieldReader in(body);
    Deliver out;
    out.messageId = in.number(8);
    out.destination = in.text(21);
    in.raw(11); // service, TP_pid
    out.hasHeader = in.number(1) == 1;
    out.format = static_cast<std::uint8_t>(in.number(1));
    out.phone = in.text(is3 ? 32 : 21);
    in.raw(is3 ? 1 : 0);
    out.isReport = in.number(1) == 1;
    const auto length = in.number(1);
    if (body.size() != before + length + after)
        return std::nullopt;
    out.content = std::string(in.raw(length));
    return out;
}

std::optional<Report> decodeReport(std::string_view content) {
    if (content.size() != 60 && content.size() != 71)
        return std::nullopt;
    FieldReader in(content);
    Report out;
    out.messageId = in.number(8);
    out.state = in.text(7);
    return out;
}

std::string validTime(std::int64_t unixSeconds, int quarterHoursAhead) {
    using namespace std::chrono;
    const sys_seconds local{seconds(unixSeconds + quarterHoursAhead * 900)};
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss time(local - day);
    const auto two = [](auto value) { return digits(static_cast<std::uint32_t>(value), 2); };
    return two(static_cast<int>(date.year()) % 100) + two(static_cast<unsigned>(date.month())) +
           two(static_cast<unsigned>(date.day())) + two(time.hours().count()) + two(time.minutes().count()) +
           two(time.seconds().count()) + "0" + two(std::abs(quarterHoursAhead)) +
           (quarterHoursAhead < 0 ? "-" : "+");
}

std::string refOf(std::uint64_t messageId) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4)
        out += kHex[messageId >> shift & 0xFU];
    return out;
}

} // namespace atrium::gateways::cmpp
