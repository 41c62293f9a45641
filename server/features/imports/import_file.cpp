#include "features/imports/import_file.hpp"

#include "platform/json/json.hpp"

#include <algorithm>

namespace imports {
namespace {

db::Sql const kRemembered{"SELECT columns FROM import_mapping WHERE fingerprint = $1 AND kind = 'staff'"};
db::Sql const kRemember{R"(
    INSERT INTO import_mapping (fingerprint, kind, columns, used_at) VALUES ($1, 'staff', $2, $3)
        ON CONFLICT (fingerprint) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at)"};

void warn_of(ImportFile& file, std::vector<std::optional<Field>> const& columns, RosterFile const& roster)
{
    auto const has = [&](Field field) { return std::find(columns.begin(), columns.end(), field) != columns.end(); };
    auto const warn = [&](std::string pointer, std::string ja, std::string en) {
        file.warnings.push_back({std::move(pointer), std::move(ja), std::move(en)});
    };
    for (auto const field : {Field::staff_no, Field::name})
        if (!has(field)) {
            auto const& text = text_of(field);
            warn("", "「" + std::string(text.label) + "」の列が見つかりません。列を選んでください。",
                 "No column for \"" + std::string(text.label_en) + "\" was found; choose it.");
        }
    if (!has(Field::employment))
        warn("", "任用形態の列がありません。計画の対象者の判定に使われるため、あれば選んでください。",
             "There is no column for the employment, which decides who the plan counts; choose it if there is one.");
    for (std::size_t i = 0; i < roster.header().names.size(); ++i) {
        auto const& name = roster.header().names[i];
        if (is_left_out(name))
            warn("/columns/" + std::to_string(i), "「" + name + "」は取り込みません。", "\"" + name + "\" is not taken in.");
    }
    if (!roster.book().undecodable.empty()) {
        auto const count = std::to_string(roster.book().undecodable.size());
        warn("", "読み取れない文字が" + count + "か所あります。文字コードを確かめてください。",
             count + " places hold bytes that are no character; check the encoding.");
    }
}

}  // namespace

std::vector<std::optional<Field>> columns_for(db::Tx& tx, RosterFile const& file)
{
    auto proposed = propose(file.header().names);
    proposed.resize(file.width());
    auto const remembered = tx.maybe_one<std::string>(kRemembered, file.fingerprint());
    if (!remembered) return proposed;
    auto const names = json::read<std::vector<std::string>>(*remembered);
    for (std::size_t i = 0; i < std::min(names.size(), proposed.size()); ++i) proposed[i] = field_named(names[i]);
    return proposed;
}

void remember_columns(db::Tx& tx, std::string const& fingerprint, Columns const& columns, Instant now)
{
    std::vector<std::string> names;
    for (auto const& text : fields()) {
        for (auto const column : columns.of(text.field)) {
            if (names.size() <= column) names.resize(column + 1);
            names[column] = name_of(text.field);
        }
    }
    tx.run(kRemember, fingerprint, json::write(names), now);
}

ImportFile describe(db::Tx& tx, RosterFile const& roster, std::string upload)
{
    ImportFile file;
    file.upload = std::move(upload);
    file.encoding = roster.book().encoding;
    file.delimiter = delimiter_of(roster);
    file.sheet = roster.sheet().name;
    for (auto const& sheet : roster.book().sheets) file.sheets.push_back(sheet.name);
    file.header_row = roster.header_line();
    file.rows = static_cast<std::int64_t>(roster.rows());
    auto const columns = columns_for(tx, roster);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const& names = roster.header().names;
        FileColumn column{static_cast<std::int64_t>(i), i < names.size() ? names[i] : "", samples_of(roster, i), {}};
        if (columns[i]) column.field = std::string(name_of(*columns[i]));
        file.columns.push_back(std::move(column));
    }
    for (auto const& text : fields())
        file.fields.push_back(
            {std::string(name_of(text.field)), std::string(text.label), std::string(text.label_en), text.required, text.several});
    warn_of(file, columns, roster);
    return file;
}

}  // namespace imports
