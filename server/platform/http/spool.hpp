// An upload on its way to disk, piece by piece. Blocking: used on the file pool only.
#pragma once
#include "platform/http/message.hpp"

#include <string>
#include <string_view>

namespace http {

class Spool {
public:
    Spool() = default;
    ~Spool();
    Spool(Spool const&) = delete;
    Spool& operator=(Spool const&) = delete;

    /// The first piece makes the file. Throws Refused{disk_full} when there is no space, std::system_error otherwise.
    void append(std::string const& folder, std::string const& name, std::string_view bytes);
    /// The whole file; without this call it is deleted.
    SpooledFile finished();

    /// What an earlier run left behind when it was killed. Creates the folder if need be; throws std::system_error.
    static void prepare(std::string const& folder);

private:
    int descriptor_ = -1;
    SpooledFile file_;
};

}  // namespace http
