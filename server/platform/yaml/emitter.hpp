// Puts YAML down piece by piece; the library that does it stays in emitter.cpp.
#pragma once
#include <memory>
#include <string>

namespace yaml {

class Emitter {
public:
    Emitter();
    ~Emitter();

    void begin_mapping();
    void key(char const* name);
    void end_mapping();
    void begin_list(bool in_one_line);
    void end_list();
    void text(std::string const&);   ///< reads back as the same text, also "true" and "0012"
    void plain(std::string const&);  ///< a number, a date, a name of an enumeration

    std::string written() const;

private:
    struct Out;
    std::unique_ptr<Out> out_;
};

}  // namespace yaml
