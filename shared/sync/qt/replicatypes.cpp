// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/replica.h"
#include "shared/sync/qt/replicadata.h"

// The typed access of the replica, instantiated once for every record type.
namespace atrium::sync {

ReplicaData::Tables ReplicaData::emptyTables() {
    Tables out;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, model::AllRecords>>(
        [&out](auto record) {
            using R = typename decltype(record)::type;
            out.emplace(model::RecordTraits<R>::kind, std::make_unique<TypedTable<R>>());
        });
    return out;
}

template <class R> const std::vector<R>& Replica::all() const {
    auto& table = m_data->typed<R>();
    table.load(m_data->store);
    return table.rows();
}

template <class R> const R* Replica::peek(const decltype(R::id)& id) const {
    auto& table = m_data->typed<R>();
    table.load(m_data->store);
    return table.peek(id.value);
}

template <class R> void Replica::preload() {
    m_data->typed<R>().preload(m_data->store);
}

#define ATRIUM_REPLICA_TYPE(R)                                                                               \
    template const std::vector<model::R>& Replica::all<model::R>() const;                                    \
    template const model::R* Replica::peek<model::R>(const decltype(model::R::id)&) const;                   \
    template void Replica::preload<model::R>();

ATRIUM_REPLICA_TYPE(Hall)
ATRIUM_REPLICA_TYPE(Floor)
ATRIUM_REPLICA_TYPE(Area)
ATRIUM_REPLICA_TYPE(Department)
ATRIUM_REPLICA_TYPE(ServiceItem)
ATRIUM_REPLICA_TYPE(Queue)
ATRIUM_REPLICA_TYPE(Window)
ATRIUM_REPLICA_TYPE(WindowStatus)
ATRIUM_REPLICA_TYPE(QueueDay)
ATRIUM_REPLICA_TYPE(Ticket)
ATRIUM_REPLICA_TYPE(Call)
ATRIUM_REPLICA_TYPE(Rating)
ATRIUM_REPLICA_TYPE(Staff)
ATRIUM_REPLICA_TYPE(Device)
ATRIUM_REPLICA_TYPE(DeviceStatus)
ATRIUM_REPLICA_TYPE(Alarm)

} // namespace atrium::sync
