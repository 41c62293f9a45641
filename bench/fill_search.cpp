// fill_search DATABASE SCHEMA COUNT: puts made-up posts into the search index of a database that the bench has made, the same in
// every run. Words are drawn unevenly, as people use them: a few of them stand in every tenth post, most in one of hundreds.
#include "features/fulltext/fulltext.hpp"
#include "platform/db/database.hpp"

#include <cstdlib>
#include <iostream>
#include <random>

namespace {

constexpr std::string_view kThings[] = {"研修",
                                        "申請",
                                        "窓口",
                                        "Excel",
                                        "RPA",
                                        "電子申請",
                                        "情報セキュリティ",
                                        "庶務",
                                        "税務",
                                        "福祉",
                                        "住民票",
                                        "予算",
                                        "決算",
                                        "起案",
                                        "文書管理",
                                        "人事異動",
                                        "勤怠",
                                        "会議室",
                                        "プリンター",
                                        "サーバー",
                                        "パスワード",
                                        "ネットワーク",
                                        "kintone",
                                        "チャット",
                                        "アンケート",
                                        "集計",
                                        "関数",
                                        "マクロ",
                                        "ピボットテーブル",
                                        "議事録",
                                        "音声認識",
                                        "AI-OCR",
                                        "生成AI",
                                        "プロンプト",
                                        "様式",
                                        "押印",
                                        "公印",
                                        "電子決裁",
                                        "財務会計",
                                        "契約",
                                        "入札",
                                        "保育",
                                        "介護",
                                        "国保",
                                        "戸籍",
                                        "都市計画",
                                        "下水道",
                                        "防災",
                                        "避難所",
                                        "図書館",
                                        "学校",
                                        "給食",
                                        "選挙",
                                        "広報",
                                        "ホームページ",
                                        "SNS",
                                        "オープンデータ",
                                        "統計",
                                        "地図",
                                        "GIS",
                                        "個人情報",
                                        "委託",
                                        "仕様書",
                                        "見積",
                                        "業務フロー",
                                        "標準化",
                                        "ガバメントクラウド",
                                        "テレワーク",
                                        "端末",
                                        "メール",
                                        "添付",
                                        "共有フォルダ",
                                        "バックアップ",
                                        "権限",
                                        "アカウント",
                                        "ライセンス",
                                        "手順書",
                                        "マニュアル",
                                        "引継ぎ",
                                        "残業",
                                        "改善",
                                        "事例",
                                        "効果",
                                        "時間",
                                        "削減",
                                        "課題",
                                        "原因",
                                        "督促",
                                        "還付",
                                        "口座振替",
                                        "収納",
                                        "相談",
                                        "予約",
                                        "キャッシュレス",
                                        "手数料",
                                        "マイナンバーカード",
                                        "LGWAN",
                                        "ふるさと納税",
                                        "固定資産税",
                                        "罹災証明"};
constexpr std::string_view kSayings[] = {"について教えてください", "を見直しました",         "が動きません",
                                         "を使っていますか",       "の手順を共有します",     "でつまずいています",
                                         "の担当はどなたですか",   "を自動化したいです",     "の設定を変えたいのです",
                                         "に時間がかかっています", "を来月から始めます",     "の結果をまとめました",
                                         "を参考にしました",       "の事例を探しています",   "はどこから申し込めますか",
                                         "と連携できるでしょうか", "を手作業で行っています", "で解決しました"};
constexpr std::int64_t kBatch = 20'000;
constexpr std::int64_t kBeyondTheDemo = 1'000'000'000;  // what the demo itself has written keeps its numbers

class Writer {
public:
    fulltext::Document post(std::int64_t id)
    {
        using fulltext::Kind;
        fulltext::Document made;
        auto const draw = random_() % 1'000;
        made.kind = draw < 250   ? Kind::topic
                    : draw < 980 ? Kind::reply
                    : draw < 990 ? Kind::consultation_answer
                    : draw < 996 ? Kind::improvement_case
                                 : Kind::notice;
        made.id = kBeyondTheDemo + id;
        made.title = thing() + "の" + thing() + saying();
        for (auto sentences = 2 + random_() % 5; sentences > 0; --sentences)
            made.text += thing() + (random_() % 2 ? "と" : "の") + thing() + saying() + "。";
        if (random_() % 20 == 0) made.text += std::to_string(random_() % 10'000) + "番です。";
        made.url = "/hiroba/topics/" + std::to_string(made.id);
        made.at = Instant{std::chrono::sys_days{std::chrono::year{2016} / 4 / 1}} + std::chrono::minutes{5 * id};
        made.circle = random_() % 50 == 0 ? static_cast<std::int64_t>(1 + random_() % 20) : 0;
        made.settled = random_() % 8 == 0;
        return made;
    }

private:
    std::string thing()
    {
        auto const even = static_cast<double>(random_() % 1'000'000) / 1e6;
        return std::string{kThings[static_cast<std::size_t>(even * even * static_cast<double>(std::size(kThings)))]};
    }
    std::string saying() { return std::string{kSayings[random_() % std::size(kSayings)]}; }

    std::mt19937 random_{20260401};
};

void fill(db::Database& database, std::int64_t count)
{
    Writer writer;
    bool const postgres = database.dialect() == db::Dialect::postgres;
    if (postgres) database.write([](db::Tx& tx) { tx.script("DROP INDEX fulltext_terms_terms"); });
    for (std::int64_t id = 1; id <= count;) {
        std::vector<fulltext::Document> posts;
        for (auto const end = std::min(count, id + kBatch - 1); id <= end; ++id) posts.push_back(writer.post(id));
        database.write([&](db::Tx& tx) { fulltext::put_many(tx, posts); });
    }
    database.write([](db::Tx& tx) { fulltext::tend(tx); });  // as the server does each day
    if (!postgres) return;
    database.write([](db::Tx& tx) {
        tx.script(
            "CREATE INDEX fulltext_terms_terms ON fulltext_terms USING GIN (terms) WITH (fastupdate = off); ANALYZE "
            "fulltext_terms; "
            "ANALYZE fulltext_document");
    });
}

}  // namespace

int main(int count, char** arguments)
{
    if (count != 4) {
        std::cerr << "fill_search DATABASE SCHEMA COUNT\n";
        return 2;
    }
    try {
        auto const database = db::Database::open({.location = arguments[1], .schema = arguments[2]});
        fill(*database, std::strtoll(arguments[3], nullptr, 10));
    } catch (std::exception const& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
