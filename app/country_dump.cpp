// Addresses of country dumps and what makes a file one.
#include "app/country_dump.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "gazetteer/place_source.hpp"
#include "gazetteer/source_lines.hpp"

namespace app {
namespace {

constexpr std::string_view kGeonamesExports = "https://download.geonames.org/export/dump";
constexpr std::string_view kPlaceholder = "{country}";
constexpr std::string_view kZipMark = "PK\x03\x04";
constexpr std::size_t kShownBytes = 40;

std::string filled(std::string_view address, std::string_view country) {
    std::string url;
    while (true) {
        const std::size_t at = address.find(kPlaceholder);
        url += address.substr(0, at);
        if (at == std::string_view::npos)
            return url;
        url += country;
        address.remove_prefix(at + kPlaceholder.size());
    }
}

std::string_view without_slash(std::string_view address) {
    while (address.ends_with('/'))
        address.remove_suffix(1);
    return address;
}

/// The start of a file for a message: printable letters of its first line.
std::string first_words(std::string_view bytes) {
    std::string words;
    for (const char c : bytes.substr(0, kShownBytes)) {
        if (c == '\n' || c == '\r')
            break;
        words += c >= ' ' && c < 0x7f ? c : '?';
    }
    return words;
}

/// The lines of the file inside that has this format; the message says what the file is instead.
geo::Result<gazetteer::SourceLines> open_zip(const std::string& path, gazetteer::LineFormat format,
                                             std::string_view what) {
    {
        std::ifstream file(path, std::ios::binary);
        std::string head(kShownBytes, '\0');
        file.read(head.data(), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<std::size_t>(file.gcount()));
        if (!std::string_view{head}.starts_with(kZipMark)) {
            return geo::fail(
                fmt::format("what came is not a zip file with {}: it starts with \"{}\"", what,
                            first_words(head)));
        }
    }
    auto lines = gazetteer::SourceLines::open(path);
    if (!lines)
        return lines;
    const auto found = lines->next_member(
        [&](std::string_view head) { return gazetteer::format_of(head) == format; });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return geo::fail(fmt::format("what came is no {}: no file in it is one", what));
    return lines;
}

/// Field `index` of a line with tabs.
std::string_view field(std::string_view line, int index) {
    for (; index > 0; --index) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos)
            return {};
        line.remove_prefix(tab + 1);
    }
    return line.substr(0, line.find('\t'));
}

}  // namespace

std::string dump_address(const std::string& from) {
    if (!from.empty())
        return from;
    const char* set = std::getenv("TOPOSCOPE_GEONAMES_URL");
    return set != nullptr && *set != '\0' ? std::string{set} : std::string{kGeonamesExports};
}

std::string dump_url(std::string_view address, std::string_view country) {
    if (address.find(kPlaceholder) != std::string_view::npos)
        return filled(address, country);
    return fmt::format("{}/{}.zip", without_slash(address), country);
}

std::string alternate_names_url(std::string_view address, std::string_view country) {
    const std::size_t slash = address.rfind('/');
    if (address.find(kPlaceholder) != std::string_view::npos && slash != std::string_view::npos)
        address = address.substr(0, slash);
    return fmt::format("{}/alternatenames/{}.zip", without_slash(filled(address, country)),
                       country);
}

geo::Result<void> check_country_dump(const std::string& path, std::string_view country) {
    constexpr int kCountryField = 8;
    auto lines = open_zip(path, gazetteer::LineFormat::geonames, "GeoNames dump");
    if (!lines)
        return tl::unexpected(lines.error());
    std::size_t rows = 0;
    std::size_t of_country = 0;
    std::string other;
    for (std::string_view line; lines->next(line); ++rows) {
        const std::string_view code = field(line, kCountryField);
        if (code == country)
            ++of_country;
        else if (other.empty())
            other = code;
    }
    if (!lines->state())
        return lines->state();
    if (of_country * 10 < rows * 9) {
        return geo::fail(
            fmt::format("what came is not the dump of {}: only {} of {} rows are in it"
                        " (others in \"{}\")",
                        country, of_country, rows, other));
    }
    return {};
}

geo::Result<void> check_alternate_names(const std::string& path) {
    auto lines =
        open_zip(path, gazetteer::LineFormat::alternate_names, "GeoNames file of alternate names");
    if (!lines)
        return tl::unexpected(lines.error());
    for (std::string_view line; lines->next(line);) {
    }
    return lines->state();
}

}  // namespace app
