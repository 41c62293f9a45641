// A zip that a stranger made: nothing is unpacked to disk, and nothing is unpacked beyond the limits.
#pragma once
#include "platform/sheets/table.hpp"

#include <memory>

struct zip;
struct zip_file;

namespace sheets {

[[noreturn]] void refuse_broken_xlsx();

class ZipFile {
public:
    /// `bytes` must outlive this. Refuses what is not a zip, or has too many entries.
    ZipFile(std::string_view bytes, Limits const&);

    /// One part as a stream: read() fills the buffer and gives 0 at the end.
    class Part {
    public:
        std::size_t read(char* buffer, std::size_t size);

    private:
        friend class ZipFile;
        Part(ZipFile& zip, std::string_view name);
        struct Close {
            void operator()(zip_file*) const;
        };
        ZipFile& zip_;
        std::unique_ptr<zip_file, Close> file_;
    };

    bool has(std::string_view name) const;
    Part open(std::string_view name) { return {*this, name}; }
    /// The whole part; refuses parts over `at_most` bytes.
    std::string read_all(std::string_view name, std::size_t at_most);

private:
    void check_declared_size(std::string_view name) const;
    void spend(std::size_t bytes);

    struct Discard {
        void operator()(zip*) const;
    };
    Limits const& limits_;
    std::unique_ptr<zip, Discard> zip_;
    std::size_t spent_ = 0;
};

}  // namespace sheets
