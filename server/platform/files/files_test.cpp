#include "platform/core/refused.hpp"
#include "platform/files/disk.hpp"
#include "platform/files/uploads.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

class Files : public testing::Test {
protected:
    Files() { files::make_folder(folder); }
    ~Files() override { std::filesystem::remove_all(folder); }
    std::filesystem::path file(std::string_view bytes) const
    {
        auto path = folder / files::random_name();
        files::write_whole(path, bytes);
        return path;
    }
    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() / ("hagukumi-files-" + std::to_string(::getpid()));
    FixedClock clock{Date{2025y / 4 / 1}};
};

Code code_of(auto&& f)
{
    try {
        f();
    } catch (Refused const& refused) {
        return refused.code;
    }
    ADD_FAILURE() << "not refused";
    return Code::conflict;
}

}  // namespace

TEST_F(Files, AnUploadIsKeptForADayUnderANameNobodyCanGuess)
{
    files::Uploads uploads(folder / "uploads", clock);
    auto const spooled = file("職員番号,氏名\n");
    auto const kept = uploads.keep(spooled, "名簿 R7.csv");
    EXPECT_FALSE(std::filesystem::exists(spooled));
    EXPECT_EQ(kept.name, "名簿 R7.csv");
    EXPECT_EQ(files::read_whole(uploads.find(kept.token).path), "職員番号,氏名\n");

    uploads.note(kept.token, "{}");
    EXPECT_EQ(uploads.noted(kept.token), "{}");

    clock.advance(25h);
    EXPECT_EQ(code_of([&] { uploads.find(kept.token); }), Code::not_found);
    EXPECT_EQ(uploads.sweep(), 1u);
    EXPECT_TRUE(std::filesystem::is_empty(folder / "uploads"));
}

TEST_F(Files, ATokenIsNeverAPath)
{
    files::Uploads const uploads(folder / "uploads", clock);
    files::write_whole(folder / "secret.name", to_iso(clock.now()) + "\nx");
    files::write_whole(folder / "secret.file", "x");
    EXPECT_EQ(code_of([&] { uploads.find("../secret"); }), Code::not_found);
    EXPECT_EQ(code_of([&] { uploads.find(""); }), Code::not_found);
}
