#include "platform/sheets/xlsx_parts.hpp"

#include "platform/core/refused.hpp"

#include <pugixml.hpp>

#include <map>

namespace sheets {
namespace {

constexpr std::size_t kLargestPart = 32u << 20;

std::string_view local(char const* name)
{
    std::string_view const full = name;
    auto const colon = full.find(':');
    return colon == full.npos ? full : full.substr(colon + 1);
}

// Some writers prefix every element (x:workbook), so children are found by their local name.
pugi::xml_node child(pugi::xml_node parent, std::string_view name)
{
    for (auto const node : parent.children()) {
        if (local(node.name()) == name) return node;
    }
    return {};
}

pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name, bool prefixed = false)
{
    for (auto const found : node.attributes()) {
        if (local(found.name()) == name && (!prefixed || local(found.name()) != found.name())) return found;
    }
    return {};
}

// `content` must outlive the document.
pugi::xml_document parse(std::string& content)
{
    pugi::xml_document document;
    if (!document.load_buffer_inplace(content.data(), content.size())) refuse_broken_xlsx();
    return document;
}

// "../xl/worksheets/sheet1.xml" as seen from the folder "xl/".
std::string resolved(std::string_view folder, std::string_view target)
{
    if (target.starts_with('/')) return std::string{target.substr(1)};
    std::string base{folder};
    while (target.starts_with("../") || target.starts_with("./")) {
        if (target.starts_with("../") && !base.empty()) {
            auto const slash = base.rfind('/', base.size() - 2);
            base.resize(slash == base.npos ? 0 : slash + 1);
        }
        target.remove_prefix(target.find('/') + 1);
    }
    return base + std::string{target};
}

struct Relation {
    std::string type;  // the last part of its address: worksheet, styles …
    std::string path;
};

std::map<std::string, Relation> relations(ZipFile& zip, std::string const& part)
{
    auto const slash = part.rfind('/');
    auto const folder = slash == part.npos ? std::string{} : part.substr(0, slash + 1);
    auto const path = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (!zip.has(path)) return {};
    auto content = zip.read_all(path, kLargestPart);
    auto const document = parse(content);
    std::map<std::string, Relation> found;
    for (auto const node : child(document.root(), "Relationships").children()) {
        std::string_view const type = attribute(node, "Type").as_string();
        found[attribute(node, "Id").as_string()] = {std::string{type.substr(type.rfind('/') + 1)},
                                                    resolved(folder, attribute(node, "Target").as_string())};
    }
    return found;
}

std::string workbook_path(ZipFile& zip)
{
    for (auto const& [id, relation] : relations(zip, "")) {
        if (relation.type == "officeDocument") return relation.path;
    }
    return "xl/workbook.xml";
}

std::vector<NumberFormat> read_formats(ZipFile& zip, std::string const& path)
{
    auto content = zip.read_all(path, kLargestPart);
    auto const document = parse(content);
    auto const sheet = child(document.root(), "styleSheet");
    std::map<int, NumberFormat> custom;
    for (auto const node : child(sheet, "numFmts").children()) {
        custom[attribute(node, "numFmtId").as_int()] = custom_format(attribute(node, "formatCode").as_string());
    }
    std::vector<NumberFormat> formats;
    for (auto const node : child(sheet, "cellXfs").children()) {
        auto const id = attribute(node, "numFmtId").as_int();
        auto const found = custom.find(id);
        formats.push_back(found == custom.end() ? built_in_format(id) : found->second);
    }
    return formats;
}

}  // namespace

XlsxParts read_parts(ZipFile& zip)
{
    auto const path = workbook_path(zip);
    if (!zip.has(path) || !path.ends_with(".xml")) {
        throw Refused{Code::unsupported_file,
                      "Excel のブック (xlsx) ではありません。Excel で開き、「Excel ブック (.xlsx)」で保存し直してください。"};
    }
    XlsxParts parts;
    auto const related = relations(zip, path);
    for (auto const& [id, relation] : related) {
        if (relation.type == "sharedStrings" && zip.has(relation.path)) parts.shared_strings = relation.path;
        if (relation.type == "styles" && zip.has(relation.path)) parts.formats = read_formats(zip, relation.path);
    }
    auto content = zip.read_all(path, kLargestPart);
    auto const document = parse(content);
    auto const workbook = child(document.root(), "workbook");
    if (attribute(child(workbook, "workbookPr"), "date1904").as_bool()) parts.serial_base = text::SerialBase::since_1904;
    for (auto const node : child(workbook, "sheets").children()) {
        auto const found = related.find(attribute(node, "id", true).as_string());
        if (found == related.end() || found->second.type != "worksheet") continue;  // a chart on a tab of its own
        std::string_view const state = attribute(node, "state").as_string();
        parts.sheets.push_back(
            {attribute(node, "name").as_string(), found->second.path, state == "hidden" || state == "veryHidden"});
    }
    if (parts.sheets.empty()) refuse_broken_xlsx();
    return parts;
}

}  // namespace sheets
