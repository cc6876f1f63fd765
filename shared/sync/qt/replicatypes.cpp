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
    return m_data->typed<R>().peek(id.value, m_data->store);
}

template <class R> void Replica::readSingly() {
    m_data->typed<R>().readSingly();
}

template <class R> void Replica::preload() {
    // The thread ends before this object does: the table waits for it.
    const auto done = [this] {
        QMetaObject::invokeMethod(this, &Replica::takePreloads, Qt::QueuedConnection);
    };
    if (!m_data->typed<R>().preload(m_data->store, done))
        done();
}

template <class R> bool Replica::isLoaded() const {
    return m_data->typed<R>().loaded();
}

#define ATRIUM_REPLICA_TYPE(R)                                                                               \
    template const std::vector<model::R>& Replica::all<model::R>() const;                                    \
    template const model::R* Replica::peek<model::R>(const decltype(model::R::id)&) const;                   \
    template void Replica::readSingly<model::R>();                                                           \
    template void Replica::preload<model::R>();                                                              \
    template bool Replica::isLoaded<model::R>() const;

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
ATRIUM_REPLICA_TYPE(Appointment)
ATRIUM_REPLICA_TYPE(CalendarDay)
ATRIUM_REPLICA_TYPE(MessageTemplate)
ATRIUM_REPLICA_TYPE(Message)

} // namespace atrium::sync
