// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/model/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// The few operations the server needs of libsodium, on byte strings. All may be called from any thread after
// initCrypto().
namespace atrium::services {

/// Call once in main before any thread. Throws std::runtime_error when the library cannot start.
void initCrypto();

[[nodiscard]] std::string randomBytes(std::size_t count);
/// count random bytes as lower-case hex.
[[nodiscard]] std::string randomHex(std::size_t count);
/// An id for what is written at every moment: the milliseconds since 1970 as 12 hex digits, then 80 random
/// bits as 20. What is made later sorts later, so that an index of such ids grows at its end and a commit
/// touches few of its pages.
[[nodiscard]] std::string orderedHex(model::Instant now);
[[nodiscard]] std::string hex(std::string_view bytes);
[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);
/// For addresses: no padding, - and _.
[[nodiscard]] std::string base64Url(std::string_view bytes);

/// Lower-case hex of SHA-256.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);
/// HMAC-SHA256 (RFC 2104), 32 bytes.
[[nodiscard]] std::string hmacSha256(std::string_view key, std::string_view message);
/// BLAKE2b with a key, 32 bytes as hex: look-up of secrets that must not be stored.
[[nodiscard]] std::string keyedHashHex(std::string_view key, std::string_view message);
/// What is stored of a token of 256 random bits: its BLAKE2b, as hex.
[[nodiscard]] std::string tokenHash(std::string_view token);
[[nodiscard]] bool sameBytes(std::string_view a, std::string_view b);

/// Ed25519 (RFC 8032) from a seed of 32 bytes: the public key, 32 bytes, and a signature, 64 bytes.
[[nodiscard]] std::string signingPublicKey(std::string_view seed);
[[nodiscard]] std::string signText(std::string_view seed, std::string_view text);
[[nodiscard]] bool signatureHolds(std::string_view publicKey, std::string_view text,
                                  std::string_view signature);

/// XChaCha20-Poly1305: nonce and ciphertext, with key of 32 bytes. context is authenticated, not stored.
[[nodiscard]] std::string seal(std::string_view key, std::string_view plain, std::string_view context);
/// nullopt: wrong key, wrong context or altered bytes.
[[nodiscard]] std::optional<std::string> unseal(std::string_view key, std::string_view sealed,
                                                std::string_view context);

/// Argon2id with libsodium's interactive limits (64 MiB); at most two run at once, others wait.
[[nodiscard]] std::string hashPassword(std::string_view password);
[[nodiscard]] bool checkPassword(const std::string& hash, std::string_view password);

} // namespace atrium::services
