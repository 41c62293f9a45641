#include "features/calendar/ical.hpp"

#include <algorithm>
#include <iterator>

namespace calendar {
namespace {

constexpr std::size_t kLongestLine = 75;  // octets, without the line end

/// "2026-07-01T10:00" as 20260701T100000.
std::string local_time(std::string_view minute)
{
    std::string time;
    std::copy_if(minute.begin(), minute.end(), std::back_inserter(time), [](char c) { return c != '-' && c != ':'; });
    return time + "00";
}

/// "2026-06-01T01:00:00Z" as 20260601T010000Z.
std::string utc_time(Instant at)
{
    std::string time;
    for (char const c : to_iso(at))
        if (c != '-' && c != ':') time += c;
    return time;
}

constexpr std::string_view kJapan =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Asia/Tokyo\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0900\r\n"
    "TZOFFSETTO:+0900\r\n"
    "TZNAME:JST\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

std::string lines_of(Event const& event)
{
    std::string lines = "BEGIN:VEVENT\r\n";
    auto const text = [&](std::string const& name, std::string const& value) {
        if (!value.empty()) lines += folded(name + ":" + escaped(value));
    };
    text("UID", event.uid);
    lines += folded("DTSTAMP:" + utc_time(event.changed_at));
    lines += folded("DTSTART;TZID=Asia/Tokyo:" + local_time(event.starts_at));
    lines += folded("DTEND;TZID=Asia/Tokyo:" + local_time(event.ends_at));
    text("SUMMARY", event.summary);
    text("LOCATION", event.place);
    text("DESCRIPTION", event.description);
    // A URI is no text: nothing in it is escaped, and what would end the line may not stand in it.
    auto const plain = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; };
    if (!event.url.empty() && std::all_of(event.url.begin(), event.url.end(), plain)) lines += folded("URL:" + event.url);
    lines += event.tentative ? "STATUS:TENTATIVE\r\n" : "STATUS:CONFIRMED\r\n";
    return lines + "END:VEVENT\r\n";
}

}  // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ',' || c == ';') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') {
            if (c != 0x7F) out += c;
        }
    }
    return out;
}

std::string folded(std::string_view line)
{
    std::string out;
    auto room = kLongestLine;
    while (line.size() > room) {
        auto cut = room;
        while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = kLongestLine - 1;  // the blank counts
    }
    return out.append(line).append("\r\n");
}

std::string ical(std::string_view name, std::span<Event const> events)
{
    std::string text =
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Hagukumi//Training//JA\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"
        "X-PUBLISHED-TTL:PT6H\r\n";
    text += folded("NAME:" + escaped(name)) + folded("X-WR-CALNAME:" + escaped(name)) + "X-WR-TIMEZONE:Asia/Tokyo\r\n";
    text += kJapan;
    for (auto const& event : events) text += lines_of(event);
    return text + "END:VCALENDAR\r\n";
}

}  // namespace calendar
