// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/services/running.h"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace atrium::test {

namespace fs = std::filesystem;

const boost::json::value& Reply::at(std::string_view pointer) const {
    static const boost::json::value kNothing;
    boost::json::error_code error;
    const auto* found = json->find_pointer({pointer.data(), pointer.size()}, error);
    return found == nullptr ? kNothing : *found;
}

std::string Reply::string(std::string_view pointer) const {
    const auto& value = at(pointer);
    return value.is_string() ? std::string(value.get_string()) : std::string();
}

namespace {

/// The demonstration hall without its two weeks of 12,000 tickets, whose making takes longer than most tests
/// (the import of a history has a test of its own).
std::string hallWithoutHistory(const std::string& folder) {
    const fs::path whole(ATRIUM_HALL_DIR);
    const fs::path out = fs::path(folder) / "package";
    fs::create_directory(out);
    for (const auto& entry : fs::directory_iterator(whole))
        if (entry.path().filename() != "manifest.json" && entry.path().filename() != "history.json")
            fs::create_symlink(entry.path(), out / entry.path().filename());
    std::ifstream in(whole / "manifest.json");
    auto manifest = boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
    auto& files = manifest.at("files").as_array();
    files.erase(std::remove_if(files.begin(), files.end(),
                               [](const auto& file) { return file.at("kind").as_string() == "history"; }),
                files.end());
    std::ofstream(out / "manifest.json") << boost::json::serialize(manifest);
    return out.string();
}

} // namespace

RunningServer::RunningServer(std::vector<std::string> more, Complaints complaints)
    : m_more(std::move(more)), m_keepsComplaints(complaints == Complaints::kept) {
    m_folder = (fs::temp_directory_path() / "atrium-server-XXXXXX").string();
    if (::mkdtemp(m_folder.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_package = hallWithoutHistory(m_folder);
    start();
}

RunningServer::~RunningServer() {
    if (m_pid > 0)
        stop(SIGKILL);
    ::close(m_output);
    std::error_code error;
    fs::remove_all(m_folder, error);
}

void RunningServer::start(const std::vector<std::string>& once) {
    std::array<int, 2> output{};
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    const std::string port = std::to_string(m_port);
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(output[1], STDOUT_FILENO);
        if (m_keepsComplaints)
            ::dup2(::open((m_folder + "/complaints").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600),
                   STDERR_FILENO);
        std::vector<std::string> words{
            "atrium-server", "--demonstration",     "--hall-package", m_package,
            "--data",        m_folder + "/data",    "--keys",         m_folder + "/keys",
            "--device-dir",  m_folder + "/devices", "--port",         port};
        words.insert(words.end(), m_more.begin(), m_more.end());
        words.insert(words.end(), once.begin(), once.end());
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execv(ATRIUM_SERVER_PROGRAM, arguments.data());
        ::_exit(127);
    }
    ::close(output[1]);
    // The program says where it listens; until then, or until it ends, this waits.
    static const std::string kListening = "listening on ";
    std::string said;
    std::array<char, 512> chunk{};
    std::size_t found = std::string::npos;
    while (found == std::string::npos || said.find('\n', found) == std::string::npos) {
        const ssize_t count = ::read(output[0], chunk.data(), chunk.size());
        if (count <= 0)
            throw std::runtime_error("the server did not start: " + said);
        said.append(chunk.data(), static_cast<std::size_t>(count));
        found = said.find(kListening);
    }
    m_port = static_cast<std::uint16_t>(std::stoi(said.substr(said.rfind(':', said.find('\n', found)) + 1)));
    if (m_output >= 0)
        ::close(m_output);
    m_output = output[0]; // kept open: its last words must not end it
}

std::string RunningServer::complaints() const {
    std::ifstream file(m_folder + "/complaints");
    return {std::istreambuf_iterator<char>(file), {}};
}

int RunningServer::stop(int signal) {
    ::kill(m_pid, signal);
    return waitForEnd();
}

int RunningServer::waitForEnd() {
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string RunningServer::token(const std::string& device) const {
    std::ifstream file(m_folder + "/devices/" + device + ".token");
    std::string out;
    file >> out;
    return out;
}

Reply RunningServer::ask(const std::string& method, const std::string& path, const std::string& device,
                         const std::string& body, const std::string& session,
                         const std::map<std::string, std::string>& headers) {
    Poco::Net::HTTPClientSession http("127.0.0.1", m_port);
    http.setTimeout(Poco::Timespan(20, 0));
    Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
    if (!device.empty())
        request.set("Authorization", "Bearer " + token(device));
    if (!session.empty())
        request.set("Atrium-Session", session);
    if (method == "POST")
        request.set("Idempotency-Key", "test-" + std::to_string(++m_keys));
    request.setContentType("application/json");
    for (const auto& [name, value] : headers)
        request.set(name, value);
    request.setContentLength(static_cast<std::streamsize>(body.size()));
    http.sendRequest(request) << body;
    Poco::Net::HTTPResponse response;
    Reply out;
    auto& stream = http.receiveResponse(response);
    out.status = response.getStatus();
    for (const auto& [name, value] : response)
        out.headers[name] = value;
    Poco::StreamCopier::copyToString(stream, out.text);
    boost::json::error_code error;
    auto parsed = boost::json::parse(out.text, error);
    out.json = std::make_shared<const boost::json::value>(error ? boost::json::value() : std::move(parsed));
    return out;
}

std::string RunningServer::signIn(const std::string& device, const std::string& account) {
    return post("/api/v1/session", device, R"({"account":")" + account + R"(","password":"zhongting-2026"})")
        .string("/token");
}

Ended runProgram(const std::string& words) {
    Ended out;
    std::FILE* const pipe = ::popen((std::string(ATRIUM_SERVER_PROGRAM) + " 2>&1 " + words).c_str(), "r");
    std::array<char, 512> chunk{};
    while (pipe != nullptr && std::fgets(chunk.data(), chunk.size(), pipe) != nullptr)
        out.said += chunk.data();
    const int status = pipe != nullptr ? ::pclose(pipe) : -1;
    out.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

RunningServer& sharedServer() {
    static RunningServer server;
    return server;
}

} // namespace atrium::test
