// Sheets of A4 as PDF: Japanese set by Pango, drawn by Cairo. The glyphs that are used lie in the file, so it looks the same on
// every machine, and its text can be searched and copied. Lengths are millimetres from the upper left corner of the sheet.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace paper {

inline constexpr double kWidth = 210, kHeight = 297;

enum class Align { left, centre, right };

struct Style {
    double points = 11;
    bool bold = false;
    Align align = Align::left;
    double leading = 1.5;  ///< from one line to the next, in sizes of the letters
    double tracking = 0;   ///< between two letters, in sizes of the letters
    double grey = 0;       ///< 0 black, 1 white
    std::string_view language = "ja";
};

struct Box {
    double x = 0, y = 0, width = kWidth;
};

/// The machine has none of the fonts (Debian: fonts-noto-cjk); the text says so to its administrator.
struct NoFonts : std::runtime_error {
    NoFonts();
};

/// One PDF being written, by one thread. Several threads may each write one.
class Sheets {
public:
    /// `title` is what a viewer shows above the file. Throws NoFonts.
    explicit Sheets(std::string_view title);
    ~Sheets();
    Sheets(Sheets const&) = delete;

    /// Ends the sheet before, if there is one. Nothing is drawn before the first.
    void begin_sheet();
    /// Wraps within the box, which is as high as the text becomes; answers that height.
    double text(Box, std::string_view utf8, Style const& = {});
    /// What text() would answer.
    double height_of(double width, std::string_view utf8, Style const& = {});
    void line(double x, double y, double width);
    void frame(Box, double height, double thickness);
    /// The file. The last call.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace paper
