#include "features/plan/yaml.hpp"

#include "platform/yaml/read.hpp"
#include "platform/yaml/write.hpp"

namespace plan {

ReadPlan read_yaml(std::string_view text)
{
    ReadPlan read;
    yaml::read(text, read.plan, read,
               {"計画ファイルは municipality, document, categories … の見出しで始まります。",
                "A plan file is a mapping with municipality, document, categories …"});
    return read;
}

std::string write_yaml(Plan const& plan) { return yaml::write(plan); }

}  // namespace plan
