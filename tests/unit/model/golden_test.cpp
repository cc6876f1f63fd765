// SPDX-License-Identifier: GPL-3.0-or-later
// Golden wire files: a renamed or dropped member is a broken wire, and shows here as a difference.
// Run with --rebaseline to write the files anew after a field was added on purpose.
#include "shared/model/api.h"
#include "shared/model/codec/walker.h"
#include "shared/model/json.h"
#include "shared/model/livehall.h"
#include "shared/model/records.h"
#include "shared/model/statistics.h"
#include "shared/model/waiterrors.h"

#include <gtest/gtest.h>

#include <boost/mp11/algorithm.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace atrium::model;

namespace {

bool rebaseline() {
    const auto arguments = testing::internal::GetArgvs();
    return std::find(arguments.begin(), arguments.end(), "--rebaseline") != arguments.end();
}

/// Gives every member a value that differs from its default, so that none can hide.
struct Filler {
    int next = 1;

    template <class T> void fill(T& out) {
        using namespace codec;
        if constexpr (std::is_same_v<T, bool>) {
            out = !out;
        } else if constexpr (std::is_arithmetic_v<T>) {
            out = static_cast<T>(next++);
        } else if constexpr (std::is_same_v<T, std::string>) {
            out = "文本 text " + std::to_string(next++);
        } else if constexpr (kIsId<T>) {
            out.value = "id-" + std::to_string(next++);
        } else if constexpr (std::is_same_v<T, Instant>) {
            out = fromMillis(1763777040000 + next++);
        } else if constexpr (std::is_same_v<T, Day>) {
            out.value = 20261122;
        } else if constexpr (std::is_same_v<T, MinuteOfDay>) {
            out.value = 540 + next++;
        } else if constexpr (std::is_enum_v<T>) {
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
                [&](auto enumerator) { out = enumerator.value; });
        } else if constexpr (kIsOptional<T>) {
            fill(out.emplace());
        } else if constexpr (kIsVector<T>) {
            out.clear();
            fill(out.emplace_back());
        } else {
            forEachMember<T>([&](std::string_view, auto pointer) { fill(out.*pointer); });
        }
    }
};

template <class T> void compare(const std::string& name) {
    T value{};
    Filler{}.fill(value);
    const std::string text = toJson(value);
    const auto path = std::filesystem::path(ATRIUM_GOLDEN_DIR) / (name + ".json");
    if (rebaseline()) {
        std::ofstream(path) << text << "\n";
        return;
    }
    std::ifstream file(path);
    ASSERT_TRUE(file) << path << " is missing; run with --rebaseline";
    std::string golden;
    std::getline(file, golden);
    EXPECT_EQ(golden, text) << name << ": the wire changed";

    const auto back = fromJson<T>(golden);
    ASSERT_TRUE(back.has_value()) << back.error().path << " " << back.error().detail;
    EXPECT_EQ(toJson(*back), golden);
}

} // namespace

TEST(GoldenWire, EveryRecordKeepsItsWireForm) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::add_pointer_t, AllRecords>>([](auto pointer) {
        using Record = std::remove_pointer_t<decltype(pointer)>;
        compare<Record>(std::string(RecordTraits<Record>::kind));
    });
}

TEST(GoldenWire, EveryMessageKeepsItsWireForm) {
    compare<AuditEntry>("auditEntry");
    compare<Problem>("message.problem");
    compare<IssueRequest>("message.issueRequest");
    compare<TicketView>("message.ticketView");
    compare<PrintReport>("message.printReport");
    compare<LookupRequest>("message.lookupRequest");
    compare<LookupResponse>("message.lookupResponse");
    compare<CancelRequest>("message.cancelRequest");
    compare<ReportRequest>("message.reportRequest");
    compare<SignInRequest>("message.signInRequest");
    compare<SessionView>("message.sessionView");
    compare<EnrolRequest>("message.enrolRequest");
    compare<EnrolResponse>("message.enrolResponse");
    compare<EnrolmentCode>("message.enrolmentCode");
    compare<WindowRequest>("message.windowRequest");
    compare<WindowQueue>("message.windowQueue");
    compare<RatingRequest>("message.ratingRequest");
    compare<DeviceReport>("message.deviceReport");
    compare<Dashboard>("message.dashboard");
    compare<WaitErrors>("message.waitErrors");
    compare<LiveHall>("message.liveHall");
    compare<Statistics>("message.statistics");
    compare<ServerInfo>("message.serverInfo");
}
