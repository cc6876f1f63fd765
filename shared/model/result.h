// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/sentence.h"

#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>
#include <utility>

namespace atrium::model {

/// Why something was refused. The names are the stable codes of the API's problem details;
/// each maps once to an HTTP status (server/http) and once to a title (sentences.inc).
enum class ErrorCode {
    invalid,            ///< a value is malformed or out of range; path says which
    notFound,           ///< no such record
    conflict,           ///< the record changed meanwhile, or the state does not allow this
    unauthenticated,    ///< token or session missing, wrong, expired or revoked
    forbidden,          ///< this device kind or role may not do that
    tooMany,            ///< rate limit
    tooLarge,           ///< body or value over its stated limit
    unavailable,        ///< cannot be done now, nothing was changed; try again
    quotaReached,       ///< the queue gave out all numbers of the day
    outsideHours,       ///< the queue does not issue at this time
    queueClosed,        ///< the queue or the item is switched off
    identityRequired,   ///< real-name queue, no identity given
    tooManyOpenTickets, ///< this identity already holds the allowed number of open tickets here
    windowClosed,       ///< nobody is signed in at the window
    windowPaused,       ///< the window is paused
    windowBusy,         ///< the window has a ticket that must be finished first
    nothingWaiting,     ///< no ticket this window may call
    recallLimit,        ///< called as often as the queue allows
    undoExpired,        ///< the two minutes are over, or something else happened since
    notServable,        ///< the window does not serve that item
    alreadyRated,       ///< one rating per service
    gone                ///< it was there and is kept no longer
};
BOOST_DESCRIBE_ENUM(ErrorCode, invalid, notFound, conflict, unauthenticated, forbidden, tooMany, tooLarge,
                    unavailable, quotaReached, outsideHours, queueClosed, identityRequired,
                    tooManyOpenTickets, windowClosed, windowPaused, windowBusy, nothingWaiting, recallLimit,
                    undoExpired, notServable, alreadyRated, gone)

/// An expected failure: what (code), where (path, a JSON pointer such as "/queueId"), why and how to mend it.
struct Error {
    ErrorCode code = ErrorCode::invalid;
    std::string path;
    std::string detail; ///< English, for logs and consoles, never personal data
    Saying saying;      ///< the same for people in their language; none: only the code's title is told

    Error() = default;
    /// For what people meet on a screen: every problem the server answers.
    Error(ErrorCode what, std::string where, Saying said)
        : code(what), path(std::move(where)), detail(textOf(said, Language::en)), saying(std::move(said)) {}
    /// For logs and consoles.
    Error(ErrorCode what, std::string where, std::string why)
        : code(what), path(std::move(where)), detail(std::move(why)) {}
    bool operator==(const Error&) const = default;
};

/// Needed by boost::system::result: taking the value of a failed result is a programmer's error.
[[noreturn]] inline void throw_exception_from_error(const Error& error, const boost::source_location&) {
    throw std::logic_error("value() of a failed result: " + error.detail);
}

template <class T> using Result = boost::system::result<T, Error>;

} // namespace atrium::model
