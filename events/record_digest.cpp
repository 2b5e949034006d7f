// Record digests, their sum, the chain of decisions.
#include "events/record_digest.hpp"

#include <fmt/format.h>

#include <charconv>

#include "events/json_text.hpp"
#include "geo/input_file.hpp"

namespace events {
namespace {

constexpr std::size_t kHexDigits = 64;
constexpr std::size_t kWordDigits = 8;

std::optional<std::array<std::uint32_t, 8>> words_of(std::string_view hex) {
    if (hex.size() != kHexDigits)
        return std::nullopt;
    std::array<std::uint32_t, 8> words{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char* begin = hex.data() + (words.size() - 1 - i) * kWordDigits;
        const auto [end, error] = std::from_chars(begin, begin + kWordDigits, words[i], 16);
        if (error != std::errc{} || end != begin + kWordDigits)
            return std::nullopt;
    }
    return words;
}

}  // namespace

std::string record_digest(std::string_view table, std::string_view record, std::string_view text) {
    std::string all;
    all.reserve(table.size() + record.size() + text.size() + 2);
    all.append(table).append("\n").append(record).append("\n").append(text);
    return geo::sha256_hex(all);
}

std::int64_t& RecordsDigest::count(std::string_view table) {
    if (table == "reports")
        return reports;
    return table == "events" ? events : flows;
}

void RecordsDigest::add(std::string_view table, std::string_view digest_hex) {
    const auto words = words_of(digest_hex);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; words && i < words->size(); ++i) {
        carry += std::uint64_t{m_sum[i]} + (*words)[i];
        m_sum[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    ++count(table);
}

void RecordsDigest::remove(std::string_view table, std::string_view digest_hex) {
    const auto words = words_of(digest_hex);
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; words && i < words->size(); ++i) {
        const std::uint64_t less = std::uint64_t{(*words)[i]} + borrow;
        borrow = m_sum[i] < less ? 1 : 0;
        m_sum[i] = static_cast<std::uint32_t>(m_sum[i] - less);
    }
    --count(table);
}

std::string RecordsDigest::to_text() const {
    std::string text = fmt::format("{} reports, {} events, {} flows, ", reports, events, flows);
    for (std::size_t i = m_sum.size(); i-- > 0;)
        fmt::format_to(std::back_inserter(text), "{:08x}", m_sum[i]);
    return text;
}

std::optional<RecordsDigest> RecordsDigest::parse(std::string_view text) {
    if (text.size() < kHexDigits)
        return std::nullopt;
    RecordsDigest digest;
    const auto words = words_of(text.substr(text.size() - kHexDigits));
    if (!words)
        return std::nullopt;
    digest.m_sum = *words;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (std::int64_t* number : {&digest.reports, &digest.events, &digest.flows}) {
        const auto [after, error] = std::from_chars(at, end, *number);
        if (error != std::errc{})
            return std::nullopt;
        const std::string_view rest(after, static_cast<std::size_t>(end - after));
        const std::size_t comma = rest.find(", ");
        if (comma == std::string_view::npos)
            return std::nullopt;
        at = after + comma + 2;
    }
    // Written as it was read, or it is not ours.
    return digest.to_text() == text ? std::optional(digest) : std::nullopt;
}

std::string decision_digest(std::string_view previous, const Decision& decision,
                            std::string_view records) {
    std::string link;
    JsonText json(link);
    json.begin_array().text(previous).whole(static_cast<std::int64_t>(decision.sequence));
    for (const std::string* field :
         {&decision.utc, &decision.person, &decision.action, &decision.subject, &decision.before,
          &decision.after, &decision.reason}) {
        json.text(*field);
    }
    json.text(records).end_array();
    return geo::sha256_hex(link);
}

}  // namespace events
