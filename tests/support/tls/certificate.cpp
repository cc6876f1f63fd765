// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tls/certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace atrium::test {

namespace {

template <auto Free> struct Freed {
    template <class T> void operator()(T* pointer) const { Free(pointer); }
};
template <class T, auto Free> using Owned = std::unique_ptr<T, Freed<Free>>;

void need(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(std::string("certificate: ") + what);
}

void writeFile(const std::string& path, const auto& write) {
    std::FILE* const file = std::fopen(path.c_str(), "w");
    need(file != nullptr, "cannot write");
    const bool written = write(file) == 1;
    need(std::fclose(file) == 0 && written, "cannot write");
}

void addAddress(X509* certificate) {
    const Owned<X509_EXTENSION, X509_EXTENSION_free> address(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"));
    need(address && X509_add_ext(certificate, address.get(), -1) == 1, "address");
}

} // namespace

Certificate selfSigned(const std::string& folder, const std::string& name) {
    const Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
    const Owned<X509, X509_free> certificate(X509_new());
    need(key && certificate, "no key");
    X509_set_version(certificate.get(), 2); // X.509 version 3
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* const subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    addAddress(certificate.get());
    need(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "cannot sign");
    Certificate out{folder + "/" + name + "-cert.pem", folder + "/" + name + "-key.pem"};
    writeFile(out.certificateFile, [&](std::FILE* f) { return PEM_write_X509(f, certificate.get()); });
    writeFile(out.privateKeyFile, [&](std::FILE* f) {
        return PEM_write_PrivateKey(f, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return out;
}

} // namespace atrium::test
