// Reads XML piece by piece from a stream, so that a sheet of a million cells never stands in memory as text.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sheets {

/// What spreadsheets write: elements, attributes, text, CDATA, in UTF-8. A document type is refused (entities could explode), and
/// so is everything that is not well-formed, with Code::unreadable_file.
class XmlPull {
public:
    using Source = std::function<std::size_t(char* buffer, std::size_t size)>;  ///< 0 at the end
    enum class Event { open, close, text, end };

    explicit XmlPull(Source source) : source_(std::move(source)) {}

    /// An element without content gives open, then close.
    Event next();

    // What next() found; valid until the following next().
    std::string_view name() const { return name_; }  ///< without namespace prefix
    std::string attribute(std::string_view name) const;
    /// The attribute as it stands, entities not resolved; empty if there is none.
    std::string_view raw_attribute(std::string_view name) const;
    std::string_view text() const { return text_; }

    /// After open: everything up to and including the matching close.
    void skip();
    std::string element_text();

private:
    Event open_tag();
    Event close_tag();
    Event plain_text();
    Event character_data();
    std::size_t find(std::string_view what, std::size_t from);
    std::size_t find_tag_end();
    bool fill();

    Source source_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool source_ended_ = false;
    bool close_follows_ = false;
    std::string open_names_;  // the full names of the open elements, one after another
    std::vector<std::size_t> open_at_;
    std::string_view name_;
    std::string_view attributes_;
    std::string_view text_;
    std::string decoded_;
};

}  // namespace sheets
