// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/services/setuprecords.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

namespace atrium::test {

boost::json::object recordOf(RunningServer& server, const std::string& admin, const std::string& kind,
                             const std::string& id) {
    const Reply list = server.get("/api/v1/records/" + kind, kTool, admin);
    if (list.at("/records").is_array())
        for (const auto& entry : list.at("/records").get_array())
            if (entry.at("id").as_string() == id)
                return entry.as_object();
    ADD_FAILURE() << "no " << kind << " " << id << " in " << list.text.substr(0, 200);
    return {};
}

Reply change(RunningServer& server, const std::string& admin, const std::string& method,
             const std::string& kind, const boost::json::object& wanted, const std::string& language) {
    return server.ask(method, "/api/v1/records/" + kind + "/" + std::string(wanted.at("id").as_string()),
                      kTool, method == "PUT" ? boost::json::serialize(wanted) : std::string(), admin,
                      {{"If-Match", "\"" + std::to_string(wanted.at("version").as_int64()) + "\""},
                       {"Accept-Language", language}});
}

} // namespace atrium::test
