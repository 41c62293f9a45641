#include "platform/yaml/emitter.hpp"

#include <yaml-cpp/yaml.h>

namespace yaml {

struct Emitter::Out {
    YAML::Emitter yaml;
};

Emitter::Emitter() : out_(std::make_unique<Out>()) { out_->yaml.SetIndent(2); }
Emitter::~Emitter() = default;

void Emitter::begin_mapping() { out_->yaml << YAML::BeginMap; }
void Emitter::key(char const* name) { out_->yaml << YAML::Key << name << YAML::Value; }
void Emitter::end_mapping() { out_->yaml << YAML::EndMap; }

void Emitter::begin_list(bool in_one_line)
{
    if (in_one_line) out_->yaml << YAML::Flow;
    out_->yaml << YAML::BeginSeq;
}

void Emitter::end_list() { out_->yaml << YAML::EndSeq; }

void Emitter::text(std::string const& text)
{
    // A literal block keeps line breaks readable; it cannot hold leading spaces or trailing breaks exactly, a quoted text can.
    auto const readable = text.find('\n') != std::string::npos && text.front() != ' ' && text.front() != '\n' &&
                          text.back() != '\n' && text.find(" \n") == std::string::npos && text.find('\t') == std::string::npos &&
                          text.find('\r') == std::string::npos;
    if (readable) {
        out_->yaml << YAML::Literal << text;
    } else {
        out_->yaml << YAML::DoubleQuoted << text;
    }
}

void Emitter::plain(std::string const& text) { out_->yaml << text; }

std::string Emitter::written() const { return std::string{out_->yaml.c_str()} + "\n"; }

}  // namespace yaml
