// What is said in the community: questions of the last weeks with their answers, and a closed group. Besides the eight who can
// sign in, some colleagues have accounts, so that answers come from more than a handful.
#include "features/community/community.hpp"

#include "features/demo/city.hpp"
#include "features/fulltext/fulltext.hpp"
#include "platform/markdown/markdown.hpp"

#include <algorithm>
#include <array>

namespace demo {
namespace {

constexpr int kColleagues = 30;

db::Sql const kAccount{R"(
    INSERT INTO account (login, display_name, staff_id, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING)"};
db::Sql const kRole{R"(
    INSERT INTO account_role (account_id, role, granted_at) SELECT a.id, $2, $3 FROM account a
     WHERE a.staff_id = $1 AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id))"};
db::Sql const kAccounts{"SELECT id FROM account WHERE staff_id IS NOT NULL ORDER BY id"};
db::Sql const kPlayer{"SELECT id FROM account WHERE login = $1"};
db::Sql const kChannel{"SELECT id FROM hiroba_channel WHERE kind = $1 ORDER BY position"};
db::Sql const kNewChannel{R"(
    INSERT INTO hiroba_channel (kind, name, name_en, about, group_id, position) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kTopic{R"(
    INSERT INTO hiroba_topic (channel_id, title, text, author_id, created_at, last_at) VALUES ($1, $2, $3, $4, $5, $5) RETURNING id)"};
db::Sql const kReply{R"(
    INSERT INTO hiroba_reply (topic_id, text, author_id, created_at) VALUES ($1, $2, $3, $4) RETURNING id)"};
db::Sql const kAnswered{R"(
    UPDATE hiroba_topic SET replies = replies + 1, last_reply_id = $2, last_at = $3,
           first_answer_at = CASE WHEN first_answer_at IS NULL AND author_id <> $4 THEN $3 ELSE first_answer_at END WHERE id = $1)"};
db::Sql const kAccepted{"UPDATE hiroba_topic SET accepted_id = $2, accepted_at = $3 WHERE id = $1"};
db::Sql const kTag{"INSERT INTO hiroba_tag (topic_id, tag_key, tag) VALUES ($1, $2, $3)"};
db::Sql const kReaction{R"(
    INSERT INTO hiroba_reaction (topic_id, reply_id, account_id, kind) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING)"};
db::Sql const kFollow{"INSERT INTO hiroba_follow (account_id, topic_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
db::Sql const kRead{R"(
    INSERT INTO hiroba_read (account_id, topic_id, reply_id) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, topic_id) DO UPDATE SET reply_id = excluded.reply_id)"};
db::Sql const kGroup{"INSERT INTO hiroba_group (name, purpose, created_at) VALUES ($1, $2, $3) RETURNING id"};
db::Sql const kMember{"INSERT INTO hiroba_group_member (group_id, account_id, is_keeper) VALUES ($1, $2, $3)"};

struct Answer {
    std::string_view text;
    int after_minutes = 0;  ///< after the question
    bool accepted = false;
};
struct Question {
    std::string_view channel, title, text;
    std::array<std::string_view, 2> tags;
    int days_ago = 0;
    std::vector<Answer> answers;
    std::string_view author{};  ///< a login of the demo; empty: any colleague
};

std::vector<Question> const& questions()
{
    static std::vector<Question> const all{
        {"question",
         "Excelで住所の全角と半角をそろえるには",
         "申請一覧の住所が、全角の数字と半角の数字でばらばらです。\n\n"
         "- `１丁目２－３`\n- `1丁目2-3`\n\nどちらかにそろえる簡単な方法はありますか。",
         {"Excel", "データ整備"},
         2,
         {{"`ASC` 関数で半角に、`JIS` 関数で全角にできます。隣の列に `=ASC(A2)` "
           "と入れて下へ写し、**値として貼り付け**ると終わりです。",
           14, true},
          {"件数が多いなら Power Query の「変換」も便利です。次の月からは更新を押すだけになります。", 75},
          {"できました。毎月半日かかっていた作業が10分で終わりました。ありがとうございます。", 130}},
         "staff"},
        {"question",
         "電子申請の入力フォームで、添付ファイルの容量が足りない",
         "建築関係の図面を添付してもらう手続きを電子申請にしたいのですが、1ファイルの上限を超える図面が多くあります。みなさんはど"
         "うしていますか。",
         {"電子申請", "窓口"},
         5,
         {{"うちは「図面は窓口でも提出できます」と案内し、申請だけ先に受けています。来庁が1回で済むようになりました。", 42},
          {"PDFを保存するときに「最小サイズ」を選んでもらう説明を入れたら、8割は収まりました。説明の画像は共有フォルダにあります"
           "。",
           180, true}}},
        {"question",
         "研修の動画は自席の端末で見られますか",
         "動画で受ける研修の案内が来ましたが、自席の端末では再生できませんでした。見られる場所はありますか。",
         {"研修", "動画"},
         1,
         {{"インターネット側の端末で見られます。各階の共用端末のほか、研修室の端末も空いている日は使えます。", 8, true}}},
        {"question",
         "RPAの実行中に画面が固まったら",
         "税の入力をRPAに任せていますが、ときどき途中で止まります。止まったところから再開できますか。",
         {"RPA", "税務"},
         9,
         {{"処理した行に印を付ける欄を作り、印のない行から始めるようにすると安全です。二重登録もなくなりました。", 55, true},
          {"止まる時間帯が決まっていませんか。うちは基幹システムのバックアップと重なっていました。", 400}}},
        {"question",
         "共有フォルダの「最新版」が三つある",
         "同じ様式の最新版が三つあり、どれが正しいか誰もわかりません。整理のこつを教えてください。",
         {"文書管理", "ファイル名"},
         12,
         {{"ファイル名の先頭に日付(20260401)を付け、古いものは「旧」フォルダへ移す。これだけで半年もちました。", 30, true}}},
        {"question",
         "異動で引き継いだマクロの中身がわからない",
         "前任の方が作った表計算のマクロが動かなくなりました。作り直すしかないでしょうか。",
         {"Excel", "引継ぎ"},
         3,
         {}},
        {"question",
         "統計の二次利用で気をつけること",
         "窓口の受付件数を曜日別にまとめ、庁内で共有したいと思います。個人情報でなければ自由に使ってよいですか。",
         {"データ利活用", "個人情報"},
         4,
         {}},
        {"question",
         "生成AIに議事録の要約をさせてよいか",
         "会議の録音を文字にしたものを、生成AIで要約したいです。庁内の決まりはありますか。",
         {"生成AI", "情報セキュリティ"},
         6,
         {{"利用の手引きでは、**個人情報と未公表の情報は入力しない**ことになっています。公開の会議なら使えます。", 95, true},
          {"要約の後、発言の取り違えがないか必ず元と見比べてください。数字を間違えることがあります。", 140}}},
        {"issue",
         "紙の回覧に一週間かかる",
         "係が四つに分かれているため、回覧が戻ってくるまでに一週間かかります。急ぎのものは結局、電話で伝えています。\n\n"
         "> 先月は締切の翌日に戻ってきました。\n\nよい方法があれば教えてください。",
         {"ペーパーレス", "文書管理"},
         7,
         {{"電子掲示板に載せ、「読みました」を集める形に変えました。読んでいない人が一覧でわかります。", 65, true},
          {"係の朝礼で1分だけ紹介する、も効きます。紙も電子も読まない人はいるので。", 300}},
         "leader"},
        {"issue",
         "同じ内容を三つの台帳に書いている",
         "申請を受けるたびに、受付簿・進行管理表・月報の三つに同じことを書いています。どこから手を付ければよいでしょうか。",
         {"業務改善", "二重入力"},
         15,
         {{"まず三つの項目を横に並べた表を作ってみてください。うちは7割が同じ項目で、受付簿から残り二つを作れました。", 120,
           true}}},
        {"issue",
         "窓口の番号札が足りなくなる日がある",
         "月初めと連休明けに番号札が足りなくなります。待ち人数をホームページで知らせることはできますか。",
         {"窓口", "混雑"},
         20,
         {{"他市では、待ち人数を5分ごとに表示していました。機器の更新時期に合わせて相談してみてはどうでしょう。", 500}}},
        {"issue",
         "会議室の予約が紙で、空きがわからない",
         "出先の会議室の予約は紙の台帳で、空きを電話で聞くしかありません。",
         {"ペーパーレス", "予約"},
         1,
         {}},
        {"idea",
         "新採用職員に「庁内用語集」を渡す",
         "略語が多くて、4月は毎日が暗号でした。用語集を作って渡すのはどうでしょう。計画の用語集に足していく形でもよいと思います"
         "。",
         {"引継ぎ", "新採用"},
         10,
         {{"賛成です。うちの課の略語を10個書いてきます。", 25}, {"検索で引けると、異動してきた人にも役立ちますね。", 200}}},
        {"idea",
         "月に一度「やめる仕事」を出し合う日",
         "新しいことを始める前に、やめる仕事を決める日を作りませんか。一つやめたら一つ始める、くらいの軽さで。",
         {"業務改善", "働きかた"},
         18,
         {{"うちの課では「集計しているが誰も見ていない表」を二つやめました。月3時間です。", 90, false}}},
        {"idea",
         "道路の損傷を写真で知らせてもらう",
         "電話で場所を聞き取るのに時間がかかります。地図と写真で知らせてもらえれば、現場へ行く順番も決めやすくなります。",
         {"市民サービス", "地図"},
         25,
         {{"LINEで受けている市の担当者に話を聞いたことがあります。受付後の返事の文面を決めておくのが大事だそうです。", 600}}},
        {"practice",
         "出張の精算を一枚の表にまとめた",
         "旅費の計算を一枚の表にしました。日付と行き先を選ぶと金額が入ります。\n\n"
         "1. 行き先の一覧を作る\n2. 金額を引く\n3. 印刷の範囲を決める\n\n月40件で、一件10分が3分になりました。",
         {"Excel", "庶務"},
         11,
         {{"使わせてもらいました。行き先の一覧に出先を足したので、よければ差し上げます。", 800}}},
        {"practice",
         "証明書の郵送請求を電子申請に",
         "郵送で受けていた請求を電子申請にしました。手数料の計算違いによる返送がなくなりました。はじめは紙と両方で受け、三か月で"
         "七割が電子になりました。",
         {"電子申請", "市民サービス"},
         22,
         {{"案内文を見せてもらえますか。高齢の方にどう伝えたか知りたいです。", 60},
          {"窓口に二次元コードの札を置き、その場で一緒に入力しました。二回目からはご自分でされています。", 240}}},
        {"practice",
         "健診の予約を電話からフォームへ",
         "電話が集中していた健診の予約を、フォームと電話の併用にしました。朝の電話は半分に減りました。",
         {"電子申請", "福祉"},
         28,
         {}},
        {"talk",
         "おすすめの昼休みの勉強法",
         "15分だけ動画を見るようにしています。みなさんは何をしていますか。",
         {"学び", "雑談"},
         8,
         {{"用語を一日一つだけ覚えています。三か月で60個になりました。", 20},
          {"食べながら見ると眠くなるので、先に見ます。", 45}}},
        {"talk",
         "IT用語、家族に説明できますか",
         "「クラウドって何?」と聞かれて、雲の話をしてしまいました。",
         {"雑談", "用語"},
         14,
         {{"「よその家の物置を借りる」と説明したら伝わりました。", 33}}},
        {"question",
         "CSVを開くと先頭の0が消える",
         "職員番号や郵便番号の先頭の0が消えてしまいます。毎回書き直しています。",
         {"Excel", "CSV"},
         16,
         {{"「データ」→「テキストまたはCSVから」で開き、列の型を「文字列」にすると消えません。ダブルクリックで開かないのがこつで"
           "す。",
           6, true}}},
        {"question",
         "マイナンバーカードの予約枠を増やしたい",
         "休日の予約枠がすぐに埋まります。平日の夜に回すときの人の手当ては、どうしていますか。",
         {"窓口", "予約"},
         30,
         {{"係を越えて応援を頼みました。手順書があれば初めての人でもできます。手順書をお送りします。", 1500, true}}},
        {"question",
         "Webの表が読み上げで伝わらない",
         "ホームページの表を読み上げソフトで確かめたら、順番がおかしくなっていました。直し方を教えてください。",
         {"広報", "アクセシビリティ"},
         19,
         {{"セルの結合をやめ、見出しの行に「見出し」を指定してください。結合しない表なら、ほぼそのまま伝わります。", 210, true}}},
        {"issue",
         "災害時の避難者名簿が紙のまま",
         "訓練のたびに手で書き写しています。停電しても使える形で、集計だけでも楽にできないでしょうか。",
         {"防災", "名簿"},
         13,
         {{"用紙に二次元コードの番号を印刷しておき、後から読み取る方法を試しています。次の訓練で一緒に試しませんか。", 260}}},
    };
    return all;
}

class Talking {
public:
    Talking(db::Tx& tx, Dice& dice, Instant now) : tx_(tx), dice_(dice), now_(now), accounts_(tx.all<AccountId>(kAccounts)) {}

    void talk()
    {
        if (accounts_.size() < 3) return;
        for (auto const& question : questions()) post(tx_.one<community::ChannelId>(kChannel, question.channel), question, 0);
        closed_group();
    }

private:
    AccountId anybody() { return dice_.one_of(std::span<AccountId const>{accounts_}); }
    AccountId anybody_but(AccountId one)
    {
        for (auto other = anybody();; other = anybody())
            if (other != one) return other;
    }
    std::optional<AccountId> player(std::string_view login) { return tx_.maybe_one<AccountId>(kPlayer, login); }
    AccountId author_of(Question const& question)
    {
        auto const named = question.author.empty() ? std::nullopt : player(question.author);
        return named ? *named : anybody();
    }

    void post(community::ChannelId channel, Question const& question, std::int64_t circle)
    {
        auto const author = author_of(question);
        // In office hours, some time ago: 9:00 to 16:00 in Japan is 0:00 to 7:00 of the clock that is kept.
        auto const day = std::chrono::floor<std::chrono::days>(now_) - std::chrono::days{question.days_ago};
        auto const at = Instant{day} + std::chrono::minutes{dice_.below(7 * 60)};
        community::TopicId const topic{tx_.insert(kTopic, channel, question.title, question.text, author, at)};
        for (auto const tag : question.tags)
            if (!tag.empty()) tx_.run(kTag, topic, community::tag_key(tag), tag);
        tx_.run(kFollow, author, topic);
        tx_.run(kRead, author, topic, 0);
        auto const solved = reply_to(topic, author, question, at, circle);
        fulltext::put(tx_, {fulltext::Kind::topic, topic.value, std::string{question.title}, markdown::plain(question.text),
                            "/hiroba/topics/" + std::to_string(topic.value), at, circle, solved});
    }

    /// True when one of the answers solved it.
    bool reply_to(community::TopicId topic, AccountId author, Question const& question, Instant asked, std::int64_t circle)
    {
        bool solved = false;
        for (auto const& answer : question.answers) {
            auto const at = asked + std::chrono::minutes{answer.after_minutes};
            if (at > now_) break;
            auto const by = answer.text.find("ありがとうございます") == std::string_view::npos ? anybody_but(author) : author;
            community::ReplyId const reply{tx_.insert(kReply, topic, answer.text, by, at)};
            tx_.run(kAnswered, topic, reply, at, by);
            tx_.run(kFollow, by, topic);
            tx_.run(kRead, by, topic, reply);
            if (answer.accepted) tx_.run(kAccepted, topic, reply, at + std::chrono::minutes{dice_.between(5, 90)});
            solved = solved || answer.accepted;
            react(topic, reply);
            fulltext::put(tx_, {fulltext::Kind::reply, reply.value, std::string{question.title}, markdown::plain(answer.text),
                                "/hiroba/topics/" + std::to_string(topic.value) + "#reply-" + std::to_string(reply.value), at,
                                circle, answer.accepted});
        }
        return solved;
    }

    void react(community::TopicId topic, community::ReplyId reply)
    {
        for (int left = dice_.below(6); left > 0; --left)
            tx_.run(kReaction, topic, reply, anybody(), dice_.percent(70) ? "helpful" : "will_try");
    }

    /// The leader's group: what is still being thought about.
    void closed_group()
    {
        auto const leader = player("leader"), office = player("office");
        auto const keeper = leader ? leader : office;
        if (!keeper) return;
        auto const group = tx_.insert(kGroup, "窓口改革チーム", "窓口の見直し案を、まとまる前に話し合う場です。", now_);
        tx_.run(kMember, group, *keeper, 1);
        if (leader && office) tx_.run(kMember, group, *office, 1);
        community::ChannelId const room{
            tx_.insert(kNewChannel, "talk", "窓口改革チーム", "Counter reform team", "チームだけの部屋です。", group, 200)};
        post(room,
             {"talk",
              "書かない窓口の試行案（検討中）",
              "来月の試行は一つの課から始める案です。気になる点を書いてください。",
              {"窓口", ""},
              2,
              {},
              "leader"},
             group);
    }

    db::Tx& tx_;
    Dice& dice_;
    Instant now_;
    std::vector<AccountId> accounts_;
};

/// Colleagues who take part. Nobody has been handed a password for these accounts.
void give_accounts(db::Tx& tx, std::vector<Someone> const& everybody, Instant now)
{
    int given = 0;
    for (auto const& someone : everybody) {
        if (given == kColleagues) return;
        if (someone.person.left_on || someone.external || !someone.regular || someone.desk % 3 != given % 3) continue;
        tx.run(kAccount, someone.person.staff_no, someone.person.name, someone.id, now);
        tx.run(kRole, someone.id, someone.leads ? "dx_leader" : "staff", now);
        ++given;
    }
}

}  // namespace

void talk_in_hiroba(db::Tx& tx, std::vector<Someone> const& everybody, Dice& dice, Instant now)
{
    give_accounts(tx, everybody, now);
    Talking{tx, dice, now}.talk();
}

}  // namespace demo
