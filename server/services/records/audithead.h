// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

#include <string>
#include <string_view>
#include <vector>

// The audit trail's head, signed and written to a file each day. Whoever holds the files and the public key
// needs to trust neither the database nor this machine: no entry up to the head can be changed, removed or
// added afterwards without the trail and the file disagreeing.
namespace atrium::services {

/// One file "audit-head-<yyyymmdd>.json": an object with these members, in this order.
struct AuditHead {
    std::string hallId;
    model::Day day; ///< of the hall's calendar, on which it was written
    model::Instant at;
    std::int64_t sequence = 0; ///< the last entry's
    std::string hash;          ///< the last entry's
    std::string previous;      ///< SHA-256 of the whole file before this one; empty for the first
    std::string publicKey;     ///< Ed25519, base64; for finding the right key, not for trusting it
    std::string signature;     ///< of the text without this member, base64

    /// What is signed: "atrium-audit-head 1" and the members before signature, each on a line of its own.
    [[nodiscard]] std::string signedText() const;
    [[nodiscard]] std::string toFile() const;
    [[nodiscard]] static model::Result<AuditHead> fromFile(std::string_view text);
};

/// Keeps the private half; made from the seed in the keys folder (audit.key).
class AuditSigner {
public:
    explicit AuditSigner(std::string seed) : m_seed(std::move(seed)) {}
    [[nodiscard]] std::string publicKey() const; ///< base64
    void sign(AuditHead& head) const;            ///< sets publicKey and signature

private:
    std::string m_seed; ///< 32 bytes
};

/// Writes the file of that day, whole and synced, unless it is there. False while the trail is empty.
[[nodiscard]] model::Result<bool> exportAuditHead(store::Store& store, const AuditSigner& signer,
                                                  const std::string& folder, model::Day day,
                                                  model::Instant now);

/// The folder's files of that kind, oldest first; none when there is no such folder.
[[nodiscard]] std::vector<std::string> auditHeadFiles(const std::string& folder);

struct AuditVerdict {
    std::int64_t entries = 0;
    std::size_t heads = 0;
    std::int64_t signedUpTo = 0; ///< the last head's sequence
};

/// Goes through the whole trail and all files. An error names the first entry or file that was tampered with.
/// publicKey: base64, as the auditor has it.
[[nodiscard]] model::Result<AuditVerdict> verifyAudit(store::Store& store, const std::string& folder,
                                                      const std::string& publicKey);

} // namespace atrium::services
