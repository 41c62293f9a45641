#include "platform/paper/paper.hpp"

#include <cairo/cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <cmath>

namespace paper {
namespace {

constexpr double kPointsPerMillimetre = 72.0 / 25.4;
constexpr auto kFamily = "Noto Serif CJK JP, Noto Sans CJK JP";
constexpr auto kFontFolder = "/usr/share/fonts/opentype/noto";
/// The system's cache is read, so that a start need not look into every file of fonts.
constexpr auto kFontSettings = R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <dir>/usr/share/fonts/opentype/noto</dir><cachedir>/var/cache/fontconfig</cachedir></fontconfig>)";

template <auto Free>
struct Freer {
    void operator()(auto* thing) const { Free(thing); }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freer<Free>>;

using Surface = Owned<cairo_surface_t, cairo_surface_destroy>;
using Pen = Owned<cairo_t, cairo_destroy>;
using FontMap = Owned<PangoFontMap, g_object_unref>;
using Context = Owned<PangoContext, g_object_unref>;
using Layout = Owned<PangoLayout, g_object_unref>;
using Font = Owned<PangoFontDescription, pango_font_description_free>;
using Attributes = Owned<PangoAttrList, pango_attr_list_unref>;

/// Only our fonts: what else a machine has installed must not change a certificate. Made once, read by every thread.
FcConfig* our_fonts()
{
    static FcConfig* const fonts = [] {
        auto* config = FcConfigCreate();
        FcConfigParseAndLoadFromMemory(config, reinterpret_cast<FcChar8 const*>(kFontSettings), FcTrue);
        FcConfigBuildFonts(config);
        return config;
    }();
    auto const* known = FcConfigGetFonts(fonts, FcSetSystem);
    if (!known || known->nfont == 0) throw NoFonts{};
    return fonts;
}

FontMap font_map()
{
    FontMap map{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), our_fonts());
    return map;
}

cairo_status_t append(void* file, unsigned char const* bytes, unsigned count)
{
    static_cast<std::string*>(file)->append(reinterpret_cast<char const*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

PangoAlignment alignment_of(Align align)
{
    if (align == Align::centre) return PANGO_ALIGN_CENTER;
    return align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

void expect(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
}

}  // namespace

NoFonts::NoFonts()
    : std::runtime_error("no Japanese fonts for PDF in " + std::string(kFontFolder) + "; install the package fonts-noto-cjk")
{
}

struct Sheets::State {
    std::string file;
    FontMap fonts = font_map();
    Surface surface{
        cairo_pdf_surface_create_for_stream(append, &file, kWidth* kPointsPerMillimetre, kHeight* kPointsPerMillimetre)};
    Pen pen{cairo_create(surface.get())};
    Context context{pango_font_map_create_context(fonts.get())};
    bool begun = false;

    Layout layout(double width, std::string_view text, Style const& style) const;
};

Layout Sheets::State::layout(double width, std::string_view text, Style const& style) const
{
    pango_context_set_language(context.get(), pango_language_from_string(std::string(style.language).c_str()));
    Layout layout{pango_layout_new(context.get())};
    Font const font{pango_font_description_from_string(kFamily)};
    // Layouts are set in the surface's own unit, the point, at 72 to the inch.
    pango_font_description_set_absolute_size(font.get(), style.points * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(std::lround(width * kPointsPerMillimetre * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), alignment_of(style.align));
    Attributes const attributes{pango_attr_list_new()};
    pango_attr_list_insert(attributes.get(), pango_attr_line_height_new_absolute(
                                                 static_cast<int>(std::lround(style.points * style.leading * PANGO_SCALE))));
    if (style.tracking != 0) {
        pango_attr_list_insert(attributes.get(), pango_attr_letter_spacing_new(
                                                     static_cast<int>(std::lround(style.points * style.tracking * PANGO_SCALE))));
    }
    pango_layout_set_attributes(layout.get(), attributes.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

Sheets::Sheets(std::string_view title) : state_(std::make_unique<State>())
{
    expect(cairo_surface_status(state_->surface.get()));
    cairo_pdf_surface_set_metadata(state_->surface.get(), CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
}

Sheets::~Sheets() = default;

void Sheets::begin_sheet()
{
    if (state_->begun) cairo_show_page(state_->pen.get());
    state_->begun = true;
}

double Sheets::text(Box box, std::string_view utf8, Style const& style)
{
    auto const layout = state_->layout(box.width, utf8, style);
    auto* pen = state_->pen.get();
    cairo_set_source_rgb(pen, style.grey, style.grey, style.grey);
    cairo_move_to(pen, box.x * kPointsPerMillimetre, box.y * kPointsPerMillimetre);
    pango_cairo_show_layout(pen, layout.get());
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return height / (PANGO_SCALE * kPointsPerMillimetre);
}

double Sheets::height_of(double width, std::string_view utf8, Style const& style)
{
    int height = 0;
    pango_layout_get_size(state_->layout(width, utf8, style).get(), nullptr, &height);
    return height / (PANGO_SCALE * kPointsPerMillimetre);
}

void Sheets::line(double x, double y, double width)
{
    auto* pen = state_->pen.get();
    cairo_set_source_rgb(pen, 0.6, 0.6, 0.6);
    cairo_set_line_width(pen, 0.5);
    cairo_move_to(pen, x * kPointsPerMillimetre, y * kPointsPerMillimetre);
    cairo_rel_line_to(pen, width * kPointsPerMillimetre, 0);
    cairo_stroke(pen);
}

void Sheets::frame(Box box, double height, double thickness)
{
    auto* pen = state_->pen.get();
    cairo_set_source_rgb(pen, 0, 0, 0);
    cairo_set_line_width(pen, thickness * kPointsPerMillimetre);
    cairo_rectangle(pen, box.x * kPointsPerMillimetre, box.y * kPointsPerMillimetre, box.width * kPointsPerMillimetre,
                    height * kPointsPerMillimetre);
    cairo_stroke(pen);
}

std::string Sheets::finish()
{
    if (state_->begun) cairo_show_page(state_->pen.get());
    cairo_surface_finish(state_->surface.get());
    expect(cairo_surface_status(state_->surface.get()));
    return std::move(state_->file);
}

}  // namespace paper
