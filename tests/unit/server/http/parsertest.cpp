// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/parser.h"

#include <gtest/gtest.h>

using namespace atrium::http;
using Progress = RequestParser::Progress;

namespace {

constexpr std::size_t kBodyLimit = 64;

struct Outcome {
    Progress progress = Progress::needMore;
    int status = 0;
    std::string method;
    std::string path;
    std::string body;
    std::string rest;
    bool operator==(const Outcome&) const = default;
};

/// Feeds the bytes in pieces of the given size and reads one request.
Outcome read(const std::string& bytes, std::size_t piece = std::string::npos) {
    RequestParser parser(1024);
    std::string buffer;
    std::size_t at = 0;
    while (true) {
        const Progress progress = parser.advance(buffer);
        if (progress == Progress::headDone) {
            parser.setBodyLimit(kBodyLimit);
            continue;
        }
        if (progress != Progress::needMore || at == bytes.size()) {
            const bool failed = progress == Progress::failed;
            return {progress,
                    failed ? parser.failure().status : 0,
                    parser.head().method,
                    parser.head().rawPath,
                    parser.body(),
                    failed ? "" : buffer + bytes.substr(at)};
        }
        const std::size_t take = std::min(piece, bytes.size() - at);
        buffer.append(bytes, at, take);
        at += take;
    }
}

std::string chunked(const std::string& body) {
    return "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
}

} // namespace

TEST(Parser, readsTheSameHoweverTheBytesArrive) {
    for (const std::string& bytes :
         {std::string("\r\nPOST /a?b=c HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhelloGET /next"),
          chunked("5;x=\"y\"\r\nhello\r\n0\r\nT: v\r\n\r\nGET /next")}) {
        const Outcome whole = read(bytes);
        EXPECT_EQ(whole.progress, Progress::complete);
        EXPECT_EQ(whole.body, "hello");
        EXPECT_EQ(whole.rest, "GET /next");
        for (std::size_t piece = 1; piece < bytes.size(); ++piece)
            ASSERT_EQ(read(bytes, piece), whole) << piece;
    }
}

TEST(Parser, splitsTheTarget) {
    RequestHead head;
    ParseFailure failure;
    ASSERT_TRUE(parseHead("GET http://hall:1/a%2Fb?c=d?e HTTP/1.1\r\nHost: h\r\n\r\n", head, failure));
    EXPECT_EQ(head.rawPath, "/a%2Fb");
    EXPECT_EQ(head.rawQuery, "c=d?e");
    ASSERT_TRUE(parseHead("GET http://hall HTTP/1.1\r\nHost: h\r\n\r\n", head, failure));
    EXPECT_EQ(head.rawPath, "/");
}

TEST(Parser, keepsHeaderValuesAsTheyAre) {
    RequestHead head;
    ParseFailure failure;
    ASSERT_TRUE(
        parseHead("GET / HTTP/1.1\r\nHost: h\r\nAuthorization:   Bearer a=b  \r\nX: \xe5\x8f\xb7\r\n\r\n",
                  head, failure));
    EXPECT_EQ(head.headers.find("authorization"), "Bearer a=b");
    EXPECT_EQ(head.headers.find("x"), "号");
    EXPECT_TRUE(head.keepAlive);
}

TEST(Parser, refusesWhatTwoReadersCouldUnderstandDifferently) {
    const std::string begin = "POST /a HTTP/1.1\r\nHost: h\r\n";
    for (const std::string& bytes :
         {begin + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
          begin + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx",
          begin + "Content-Length: 1, 1\r\n\r\nx",
          begin + "Content-Length: -1\r\n\r\n",
          begin + "Content-Length: 0x1\r\n\r\nx",
          begin + "Content-Length: \r\n\r\n",
          begin + "Content-Length: 99999999999999999999\r\n\r\n",
          begin + "Transfer-Encoding: gzip, chunked\r\n\r\n",
          begin + "Transfer-Encoding: identity\r\n\r\n",
          begin + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
          begin + "Content-Length : 1\r\n\r\nx",
          begin + " Content-Length: 1\r\n\r\nx",
          begin + "X: a\r\n b\r\n\r\n",
          begin + "X: a\rb\r\n\r\n",
          begin + "X: a\nY: b\r\n\r\n",
          begin + std::string("X: a\0b\r\n\r\n", 10),
          begin + ": empty\r\n\r\n",
          begin + "novalue\r\n\r\n",
          std::string("POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
          std::string("POST /a\tb HTTP/1.1\r\nHost: h\r\n\r\n"),
          std::string("POST a HTTP/1.1\r\nHost: h\r\n\r\n"),
          std::string("PO ST /a HTTP/1.1\r\nHost: h\r\n\r\n"),
          std::string("POST /a HTTP/1.1 \r\nHost: h\r\n\r\n"),
          std::string("POST /a#b HTTP/1.1\r\nHost: h\r\n\r\n"),
          std::string("POST * HTTP/1.1\r\nHost: h\r\n\r\n")})
        EXPECT_EQ(read(bytes).status, 400) << bytes;
}

TEST(Parser, refusesMalformedChunks) {
    for (const std::string& body :
         {std::string("\r\n"), std::string("g\r\n"), std::string("-1\r\n"), std::string("0x1\r\nx\r\n"),
          std::string("1\nx\r\n"), std::string("1\r\nxy\r\n"), std::string("123456789\r\n"),
          "1;" + std::string(300, 'e')})
        EXPECT_EQ(read(chunked(body)).status, 400) << body;
}

TEST(Parser, keepsItsLimits) {
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(1024, 'x')).status, 431);
    EXPECT_EQ(read("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 65\r\n\r\n").status, 413);
    EXPECT_EQ(
        read("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 64\r\n\r\n" + std::string(64, 'x')).progress,
        Progress::complete);
    EXPECT_EQ(read(chunked("40\r\n" + std::string(64, 'x') + "\r\n1\r\n")).status, 413);
    EXPECT_EQ(read(chunked("FFFFFFFF\r\n")).status, 413);
    std::string trailer = "0\r\n";
    for (int i = 0; i < 100; ++i)
        trailer += "X: " + std::string(200, 'x') + "\r\n";
    EXPECT_EQ(read(chunked(trailer)).status, 431);
    std::string many = "GET / HTTP/1.1\r\nHost: h\r\n";
    for (int i = 0; i < 120; ++i)
        many += "a: b\r\n";
    EXPECT_EQ(read(many + "\r\n").status, 400);
}

TEST(Parser, knowsTheVersionsAndExpectations) {
    EXPECT_EQ(read("GET / HTTP/1.2\r\nHost: h\r\n\r\n").status, 505);
    EXPECT_EQ(read("GET / HTTP/1.1\r\n\r\n").status, 400);
    EXPECT_EQ(read("GET / HTTP/1.0\r\n\r\n").progress, Progress::complete);
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: h\r\nExpect: tea\r\n\r\n").status, 417);
}
