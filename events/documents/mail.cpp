// Takes mails apart (RFC 5322, RFC 2045 to 2047).
#include "events/documents/mail.hpp"

#include "events/documents/mail_coding.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr std::size_t kMostParts = 1000;
constexpr int kDeepestPart = 20;

/// The header lines of a mail or of one of its parts, by lower-case name; the first of a name.
using Headers = std::map<std::string, std::string, std::less<>>;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

/// Takes the line at the start of `rest`, without its end.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

bool is_header_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
}

/// Takes the headers and the empty line after them off `rest`.
Headers take_headers(std::string_view& rest) {
    constexpr std::size_t kLongestHeader = std::size_t{64} << 10;
    Headers headers;
    std::string* open = nullptr;
    while (!rest.empty()) {
        const std::string_view before = rest;
        const std::string_view line = take_line(rest);
        if (line.empty())
            break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (open != nullptr && open->size() < kLongestHeader)
                *open += " " + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !is_header_name(line.substr(0, colon))) {
            if (headers.empty() && line.starts_with("From "))
                continue;  // the mark of a mailbox file
            rest = before;
            break;
        }
        const auto [at, fresh] =
            headers.try_emplace(fold_word(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
        open = fresh ? &at->second : nullptr;
    }
    return headers;
}

std::string_view value_of(const Headers& headers, std::string_view name) {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

/// "boundary" of `multipart/mixed; boundary="x"`.
std::string parameter(std::string_view value, std::string_view name) {
    const std::string folded = fold_word(value);
    if (folded.size() != value.size())
        return {};
    for (std::size_t at = 0; (at = folded.find(name, at)) != std::string::npos; ++at) {
        const bool starts =
            at > 0 && (folded[at - 1] == ' ' || folded[at - 1] == ';' || folded[at - 1] == '\t');
        std::size_t begin = at + name.size();
        while (begin < folded.size() && folded[begin] == ' ')
            ++begin;
        if (!starts || begin >= folded.size() || folded[begin] != '=')
            continue;
        ++begin;
        if (begin < value.size() && value[begin] == '"') {
            const std::size_t end = std::min(value.find('"', begin + 1), value.size());
            return std::string(value.substr(begin + 1, end - begin - 1));
        }
        const std::size_t end = std::min(value.find_first_of("; \t", begin), value.size());
        return std::string(value.substr(begin, end - begin));
    }
    return {};
}

std::string decode_body(const Headers& headers, std::string_view body) {
    const std::string coding = fold_word(trimmed(value_of(headers, "content-transfer-encoding")));
    if (coding == "base64")
        return decode_base64(body);
    if (coding == "quoted-printable")
        return decode_quoted_printable(body);
    return std::string(body);
}

struct Part {
    std::string_view bytes;
    int depth = 0;
};

/// The parts between the lines "--boundary".
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
    std::vector<std::string_view> parts;
    const std::string mark = "--" + boundary;
    std::string_view rest = body;
    const char* begin = nullptr;
    while (!rest.empty() && parts.size() < kMostParts) {
        const char* at = rest.data();
        const std::string_view line = take_line(rest);
        const std::string_view tail = line.starts_with(mark) ? line.substr(mark.size()) : "no";
        if (!trimmed(tail).empty() && trimmed(tail) != "--")
            continue;
        if (begin != nullptr)
            parts.emplace_back(begin, static_cast<std::size_t>(at - begin));
        begin = rest.data();
        if (trimmed(tail) == "--")
            return parts;
    }
    if (begin != nullptr && !rest.empty())
        parts.push_back(rest);
    else if (begin != nullptr && body.data() + body.size() > begin)
        parts.emplace_back(begin, static_cast<std::size_t>(body.data() + body.size() - begin));
    return parts;
}

class MailReader {
  public:
    explicit MailReader(const geo::InputFile& file) : m_file(file) {}

    Mail read() {
        m_parts.push_back({m_file.bytes, 0});
        bool first = true;
        for (std::size_t count = 0; !m_parts.empty(); ++count) {
            const Part part = m_parts.back();
            m_parts.pop_back();
            if (count >= kMostParts) {
                complain("has more than " + std::to_string(kMostParts) +
                         " parts; the rest was not read");
                break;
            }
            read_part(part, std::exchange(first, false));
        }
        return std::move(m_mail);
    }

  private:
    void complain(std::string what) { m_mail.problems.push_back({m_file.path, std::move(what)}); }

    void read_part(const Part& part, bool is_whole) {
        std::string_view body = part.bytes;
        const Headers headers = take_headers(body);
        if (is_whole)
            read_head(headers);
        const std::string_view type_line = value_of(headers, "content-type");
        const std::string type = fold_word(trimmed(type_line.substr(0, type_line.find(';'))));
        if (type.starts_with("multipart/")) {
            if (part.depth >= kDeepestPart)
                return complain("nests its parts too deeply; what is inside was not read");
            auto parts = split_parts(body, parameter(type_line, "boundary"));
            if (parts.empty())
                complain("has a part without its boundary; it was not read");
            if (type == "multipart/alternative")
                keep_plain_form(parts);
            for (auto at = parts.rbegin(); at != parts.rend(); ++at)
                m_parts.push_back({*at, part.depth + 1});
            return;
        }
        const std::string_view disposition = value_of(headers, "content-disposition");
        std::string name = parameter(disposition, "filename");
        if (name.empty())
            name = parameter(type_line, "name");
        const bool attached = fold_word(disposition).starts_with("attachment") || !name.empty();
        const bool is_text = type.empty() || type == "text/plain" || type == "text/html";
        if (attached || !is_text)
            return attach(headers, body, decode_header_words(name), type);
        const std::string words =
            decode_charset(decode_body(headers, body), parameter(type_line, "charset"));
        std::string& into = type == "text/html" ? m_mail.html : m_mail.text;
        if (!into.empty())
            into += "\n\n";
        into += words;
    }

    /// Of several forms of the same words the plain one, when it has any.
    static void keep_plain_form(std::vector<std::string_view>& parts) {
        for (const std::string_view part : parts) {
            std::string_view body = part;
            const Headers headers = take_headers(body);
            const std::string type = fold_word(trimmed(value_of(headers, "content-type")));
            if (type.starts_with("text/plain") && !trimmed(body).empty()) {
                parts = {part};
                return;
            }
        }
    }

    void attach(const Headers& headers, std::string_view body, std::string name,
                const std::string& type) {
        if (name.empty())
            name = type == "message/rfc822" ? "forwarded.eml" : "attachment";
        geo::InputFile file;
        file.path = m_file.path + "/" + name;
        file.name = m_file.name + "/" + name;
        file.bytes = decode_body(headers, body);
        m_mail.attachments.push_back(std::move(file));
    }

    void read_head(const Headers& headers) {
        m_mail.subject = decode_header_words(value_of(headers, "subject"));
        m_mail.date = trimmed(value_of(headers, "date"));
        std::string from = decode_header_words(value_of(headers, "from"));
        const std::size_t address = from.find('<');
        std::string_view shown = trimmed(std::string_view(from).substr(0, address));
        if (shown.size() >= 2 && shown.front() == '"' && shown.back() == '"')
            shown = shown.substr(1, shown.size() - 2);
        m_mail.from = shown.empty() ? from : std::string(shown);
    }

    const geo::InputFile& m_file;
    Mail m_mail;
    std::vector<Part> m_parts;
};

}  // namespace

bool looks_like_mail(std::string_view bytes) {
    constexpr std::size_t kHeadWithin = std::size_t{64} << 10;
    std::string_view start = bytes.substr(0, kHeadWithin);
    const Headers headers = take_headers(start);
    const auto has = [&](std::string_view name) { return headers.count(name) > 0; };
    const bool by_program = has("mime-version") || has("message-id") || has("received") ||
                            has("return-path") || has("x-mailer") || has("delivered-to");
    return by_program && has("from") && (has("date") || has("subject"));
}

Mail read_mail(const geo::InputFile& file) {
    return MailReader(file).read();
}

}  // namespace events
