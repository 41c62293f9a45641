#include "features/surveys/pack.hpp"

#include "platform/yaml/read.hpp"
#include "platform/yaml/write.hpp"

namespace surveys {

ReadSurvey read_pack(std::string_view yaml)
{
    ReadSurvey read;
    yaml::read(yaml, read.survey, read,
               {"調査票のファイルは code, title, questions … の見出しで始まります。",
                "A survey file is a mapping with code, title, questions …"});
    return read;
}

std::string write_pack(Survey const& survey) { return yaml::write(survey); }

}  // namespace surveys
