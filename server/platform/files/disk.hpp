// Files written whole or not at all. A full disk is a refusal, everything else an error for the log.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace files {

void make_folder(std::filesystem::path const&);
/// Under a temporary name first, so that no reader ever sees half of it.
void write_whole(std::filesystem::path const&, std::string_view bytes);
/// Nothing when there is no such file.
std::optional<std::string> read_whole(std::filesystem::path const&);
/// Also from one file system to another.
void move_file(std::filesystem::path const& from, std::filesystem::path const& to);
/// 128 random bits as 32 hexadecimal digits.
std::string random_name();
/// Of the file's bytes, as 64 hexadecimal digits.
std::string sha256_of(std::filesystem::path const&);

}  // namespace files
