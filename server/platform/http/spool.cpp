#include "platform/http/spool.hpp"

#include "platform/core/refused.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace http {
namespace {

constexpr std::string_view kPrefix = "upload-";

[[noreturn]] void fail(char const* what)
{
    int const error = errno;
    if (error == ENOSPC || error == EDQUOT) throw Refused{Code::disk_full};
    throw std::system_error(error, std::generic_category(), what);
}

}  // namespace

Spool::~Spool()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Spool::append(std::string const& folder, std::string const& name, std::string_view bytes)
{
    if (descriptor_ < 0) {
        std::string path = folder + "/";
        path.append(kPrefix).append(name);
        descriptor_ = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (descriptor_ < 0) fail("cannot create a file for an upload");
        file_ = SpooledFile{std::move(path)};
    }
    while (!bytes.empty()) {
        auto const written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write an upload");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

SpooledFile Spool::finished()
{
    ::close(std::exchange(descriptor_, -1));
    return std::move(file_);
}

void Spool::prepare(std::string const& folder)
{
    namespace fs = std::filesystem;
    fs::create_directories(folder);
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with(kPrefix)) fs::remove(entry.path());
    if (::access(folder.c_str(), W_OK) != 0) fail("cannot write to the folder for uploads");
}

}  // namespace http
