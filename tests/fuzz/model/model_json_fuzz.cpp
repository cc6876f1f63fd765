// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the body of each request that is read as JSON. What is read survives being written and read
// again; a record of the set-up goes on to the checks of an edit, and one that was saved can be saved again.
#include "server/services/core/setup.h"
#include "server/services/records/checktexts.h"
#include "server/services/records/routes.h"
#include "shared/model/adminapi.h"
#include "shared/model/api.h"
#include "shared/model/json.h"

#include <boost/mp11/algorithm.hpp>

#include <cstdlib>

namespace {

namespace mp11 = boost::mp11;
namespace model = atrium::model;
namespace services = atrium::services;
namespace store = atrium::store;

/// The bodies that server/services reads, but for the records.
using Requests =
    mp11::mp_list<model::SignInRequest, model::PasswordRequest, model::EnrolRequest, model::DeviceReport,
                  model::LookupRequest, model::CancelRequest, model::ReportRequest, model::WindowRequest,
                  model::IssueRequest, model::PrintReport, model::RatingRequest, model::ErasureRequest>;

/// A hall with one record of each kind, to which the bytes may refer.
services::Setup smallHall() {
    services::Setup out;
    const model::HallId hall("hall");
    out.hall.id = hall;
    out.apply(store::put(model::Floor{.id = model::FloorId("floor"), .hallId = hall}));
    out.apply(store::put(
        model::Area{.id = model::AreaId("area"), .hallId = hall, .floorId = model::FloorId("floor")}));
    out.apply(store::put(model::Department{.id = model::DepartmentId("dept"), .hallId = hall}));
    out.apply(store::put(model::Queue{
        .id = model::QueueId("queue"), .hallId = hall, .areaId = model::AreaId("area"), .prefix = "Q"}));
    out.apply(store::put(model::ServiceItem{.id = model::ServiceItemId("item"),
                                            .hallId = hall,
                                            .departmentId = model::DepartmentId("dept"),
                                            .queueId = model::QueueId("queue")}));
    out.apply(store::put(model::Window{.id = model::WindowId("window"),
                                       .hallId = hall,
                                       .areaId = model::AreaId("area"),
                                       .departmentId = model::DepartmentId("dept"),
                                       .number = 9}));
    out.index();
    return out;
}

template <class T> void readRequest(const std::string& text) {
    const auto read = model::fromJson<T>(text);
    if (!read)
        return;
    const std::string written = model::toJson(*read);
    const auto again = model::fromJson<T>(written);
    if (!again || model::toJson(*again) != written)
        std::abort();
}

void readRecord(std::string_view kind, const std::string& text, const services::Setup& setup) {
    const auto record = store::recordFromJson(kind, text);
    if (!record)
        return;
    const auto again = store::recordFromJson(kind, store::recordJson(*record));
    if (!again || !(*again == *record))
        std::abort();
    (void)services::checkPictures(*record, [](const std::string&) { return true; });
    if (!services::validate(*record, setup))
        return;
    services::Setup saved = setup;
    saved.apply(store::put(*record));
    saved.index();
    if (!services::validate(*record, saved))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const services::Setup setup = smallHall();
    const std::string text(data, data + size);
    mp11::mp_for_each<mp11::mp_transform<mp11::mp_identity, Requests>>(
        [&](auto type) { readRequest<typename decltype(type)::type>(text); });
    mp11::mp_for_each<mp11::mp_transform<mp11::mp_identity, model::SetupRecords>>([&](auto type) {
        readRecord(model::RecordTraits<typename decltype(type)::type>::kind, text, setup);
    });
    return 0;
}
