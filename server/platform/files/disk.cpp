#include "platform/files/disk.hpp"

#include "platform/core/refused.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <system_error>

namespace files {
namespace {

[[noreturn]] void failed(std::filesystem::path const& path, int error)
{
    if (error == ENOSPC || error == EDQUOT) throw Refused{Code::disk_full};
    throw std::system_error(error, std::generic_category(), path.string());
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { ::close(number_); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

void write_to(std::filesystem::path const& path, std::string_view bytes)
{
    auto const number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (number < 0) failed(path, errno);
    Descriptor const file{number};
    while (!bytes.empty()) {
        auto const written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) failed(path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.number()) != 0) failed(path, errno);
}

std::string hexadecimal(std::span<unsigned char const> bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (auto const byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace

void make_folder(std::filesystem::path const& path)
{
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) failed(path, error.value());
}

void write_whole(std::filesystem::path const& path, std::string_view bytes)
{
    auto const beside = path.string() + "." + random_name() + ".part";
    try {
        write_to(beside, bytes);
        std::filesystem::rename(beside, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw;
    }
}

std::optional<std::string> read_whole(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

void move_file(std::filesystem::path const& from, std::filesystem::path const& to)
{
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (!error) return;
    if (error != std::errc::cross_device_link) failed(to, error.value());
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, error);
    if (error) failed(to, error.value());
    std::filesystem::remove(from, error);
}

std::string random_name()
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw std::runtime_error("no random bytes");
    return hexadecimal(bytes);
}

std::string sha256_of(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) failed(path, errno);
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    std::array<char, 64 * 1024> buffer{};
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
        EVP_DigestUpdate(digest.get(), buffer.data(), static_cast<std::size_t>(file.gcount()));
    std::array<unsigned char, 32> hash{};
    EVP_DigestFinal_ex(digest.get(), hash.data(), nullptr);
    return hexadecimal(hash);
}

}  // namespace files
