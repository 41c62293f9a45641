#include "testing/pdf_text.hpp"

#include "platform/files/disk.hpp"

#include <cstdlib>
#include <stdexcept>

namespace testing_town {
namespace {

std::string said_by(std::string const& command, std::string_view pdf)
{
    auto const file = std::filesystem::temp_directory_path() / ("hagukumi-" + files::random_name());
    auto const said = file.string() + ".txt";
    files::write_whole(file, pdf);
    auto const status = std::system((command + " " + file.string() + (command == "pdftotext" ? " " : " > ") + said).c_str());
    auto const text = files::read_whole(said);
    std::filesystem::remove(file);
    std::filesystem::remove(said);
    if (status != 0 || !text) throw std::runtime_error(command + " cannot read the file");
    return *text;
}

}  // namespace

std::string pdf_text(std::string_view pdf) { return said_by("pdftotext", pdf); }
std::string pdf_fonts(std::string_view pdf) { return said_by("pdffonts", pdf); }

}  // namespace testing_town
