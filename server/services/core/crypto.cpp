// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <semaphore>
#include <stdexcept>

namespace atrium::services {
namespace {

const unsigned char* asBytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* asBytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string encode64(std::string_view bytes, int variant) {
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), asBytes(bytes), bytes.size(), variant);
    out.resize(out.find('\0'));
    return out;
}

/// Each check takes 64 MiB: a crowd of sign-ins must not take the machine down.
std::counting_semaphore<2>& passwordSlots() {
    static std::counting_semaphore<2> slots(2);
    return slots;
}

struct PasswordSlot {
    PasswordSlot() { passwordSlots().acquire(); }
    ~PasswordSlot() { passwordSlots().release(); }
    PasswordSlot(const PasswordSlot&) = delete;
    PasswordSlot& operator=(const PasswordSlot&) = delete;
};

struct KeyPair {
    std::string open;
    std::string secret;
};

KeyPair keyPair(std::string_view seed) {
    if (seed.size() != crypto_sign_SEEDBYTES)
        throw std::logic_error("a signing seed has 32 bytes");
    KeyPair out{std::string(crypto_sign_PUBLICKEYBYTES, '\0'), std::string(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_seed_keypair(asBytes(out.open), asBytes(out.secret), asBytes(seed));
    return out;
}

} // namespace

void initCrypto() {
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot start");
}

std::string randomBytes(std::size_t count) {
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string randomHex(std::size_t count) {
    return hex(randomBytes(count));
}

std::string orderedHex(model::Instant now) {
    const auto millis = static_cast<std::uint64_t>(model::toMillis(now));
    std::string time(6, '\0');
    for (std::size_t i = 0; i < time.size(); ++i)
        time[i] = static_cast<char>(millis >> (8 * (time.size() - 1 - i)));
    return hex(time + randomBytes(10));
}

std::string hex(std::string_view bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

std::string base64(std::string_view bytes) {
    return encode64(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string base64Url(std::string_view bytes) {
    return encode64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> fromBase64(std::string_view text) {
    std::string out(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(asBytes(out), out.size(), text.data(), text.size(), nullptr, &length, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    out.resize(length);
    return out;
}

std::string sha256Hex(std::string_view bytes) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(asBytes(out), asBytes(bytes), bytes.size());
    return hex(out);
}

std::string hmacSha256(std::string_view key, std::string_view message) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, asBytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, asBytes(message), message.size());
    std::string out(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, asBytes(out));
    return out;
}

std::string keyedHashHex(std::string_view key, std::string_view message) {
    std::string out(32, '\0');
    crypto_generichash(asBytes(out), out.size(), asBytes(message), message.size(), asBytes(key), key.size());
    return hex(out);
}

std::string tokenHash(std::string_view token) {
    return keyedHashHex({}, token);
}

bool sameBytes(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string signingPublicKey(std::string_view seed) {
    return keyPair(seed).open;
}

std::string signText(std::string_view seed, std::string_view text) {
    const KeyPair pair = keyPair(seed);
    std::string out(crypto_sign_BYTES, '\0');
    crypto_sign_detached(asBytes(out), nullptr, asBytes(text), text.size(), asBytes(pair.secret));
    return out;
}

bool signatureHolds(std::string_view publicKey, std::string_view text, std::string_view signature) {
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(asBytes(signature), asBytes(text), text.size(), asBytes(publicKey)) ==
               0;
}

std::string seal(std::string_view key, std::string_view plain, std::string_view context) {
    constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    std::string out = randomBytes(kNonce);
    out.resize(kNonce + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(asBytes(out) + kNonce, &length, asBytes(plain), plain.size(),
                                               asBytes(context), context.size(), nullptr, asBytes(out),
                                               asBytes(key));
    return out;
}

std::optional<std::string> unseal(std::string_view key, std::string_view sealed, std::string_view context) {
    constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < kNonce + kTag)
        return std::nullopt;
    std::string out(sealed.size() - kNonce - kTag, '\0');
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(asBytes(out), &length, nullptr, asBytes(sealed) + kNonce,
                                                   sealed.size() - kNonce, asBytes(context), context.size(),
                                                   asBytes(sealed), asBytes(key)) != 0)
        return std::nullopt;
    return out;
}

std::string hashPassword(std::string_view password) {
    const PasswordSlot slot;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(),
                              crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("not enough memory to hash a password");
    return out.data();
}

bool checkPassword(const std::string& hash, std::string_view password) {
    const PasswordSlot slot;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace atrium::services
