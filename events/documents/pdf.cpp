// Runs pdftotext and says what went wrong with it.
#include "events/documents/pdf.hpp"

#include "events/documents/page_columns.hpp"
#include "events/documents/pdf_text.hpp"

namespace events {

namespace {

constexpr std::size_t kMostPages = 5000;

/// Larger files may take longer; a small one that does is hostile.
ChildLimits limits_for(std::size_t bytes, ChildLimits limits) {
    constexpr unsigned kMostCpuSeconds = 60;
    const auto mebibytes = static_cast<unsigned>(bytes >> 20);
    const unsigned cpu = std::min(kMostCpuSeconds, limits.cpu_s + 2 * mebibytes);
    limits.wall_s *= cpu / std::max(1U, limits.cpu_s);
    limits.cpu_s = cpu;
    return limits;
}

bool says(const ChildRun& run, std::string_view words) {
    return run.messages.find(words) != std::string::npos;
}

std::string failure(const ChildRun& run, const ChildLimits& limits) {
    if (run.end == ChildEnd::over_time) {
        return "pdftotext was stopped after " + std::to_string(limits.cpu_s) +
               " s of work on it; the file is damaged or made to be slow; print it to a new PDF "
               "and read that";
    }
    if (run.end == ChildEnd::over_output) {
        return "it unfolds to more than " + std::to_string(limits.output_bytes >> 20) +
               " MiB of text; split it";
    }
    if (says(run, "Incorrect password") || says(run, "Encrypted") || says(run, "encryption")) {
        return "the PDF is encrypted with a password; save a copy without one and read that";
    }
    if (run.end == ChildEnd::crashed || says(run, "Out of memory") || says(run, "bad_alloc")) {
        return "pdftotext broke off, mostly because it needs more than the " +
               std::to_string(limits.memory_bytes >> 20) +
               " MiB of memory that it may use; the file is damaged or made to be large";
    }
    return "pdftotext cannot read it as a PDF; it is damaged or cut off";
}

/// "3, 7-9 and 12"
std::string number_list(const std::vector<std::size_t>& numbers) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1)
            ++end;
        parts.push_back(std::to_string(numbers[i]));
        if (end > i)
            parts.back() += "-" + std::to_string(numbers[end]);
        i = end + 1;
    }
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            out += i + 1 == parts.size() ? " and " : ", ";
        out += parts[i];
    }
    return out;
}

void report_pages(const PdfLayout& layout, const geo::InputFile& file, ExtractedText& out) {
    std::vector<std::size_t> empty;
    for (std::size_t page = 0; page < layout.pages.size(); ++page) {
        if (layout.pages[page].lines.empty())
            empty.push_back(page + 1);
    }
    if (!empty.empty()) {
        out.problems.push_back({file.path, (empty.size() == 1 ? "page " : "pages ") +
                                               number_list(empty) +
                                               (empty.size() == 1 ? " holds" : " hold") +
                                               " no text (a picture or a scan); not read"});
    }
    if (layout.pages.size() == kMostPages) {
        out.problems.push_back({file.path, "only the first " + std::to_string(kMostPages) +
                                               " pages are read; split the file"});
    }
}

}  // namespace

bool looks_like_pdf(std::string_view bytes) {
    // Readers take a file whose mark comes a little later, and so do mail programs that cut heads.
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

geo::Result<ExtractedText> read_pdf(const geo::InputFile& file, const Lexicons& lexicons,
                                    const PdfProgram& program) {
    if (program.path.empty()) {
        return geo::fail(file.path +
                         ": a PDF file is read through the program pdftotext, which is not here; "
                         "install poppler-utils, or give its text as .txt");
    }
    const ChildLimits limits = limits_for(file.bytes.size(), program.limits);
    const auto run = run_child(
        {program.path, "-bbox-layout", "-enc", "UTF-8", "-l", std::to_string(kMostPages), "-", "-"},
        file.bytes, limits);
    if (!run)
        return geo::fail(file.path + ": pdftotext: " + run.error().message);
    if (run->end != ChildEnd::exited || run->exit_code != 0)
        return geo::fail(file.path + ": " + failure(*run, limits));
    PdfLayout layout = read_pdf_layout(run->output);
    for (PdfPage& page : layout.pages)
        order_columns(page);
    const auto lines = [](const PdfPage& page) { return !page.lines.empty(); };
    if (std::none_of(layout.pages.begin(), layout.pages.end(), lines)) {
        return geo::fail(file.path + ": the PDF has " + std::to_string(layout.pages.size()) +
                         (layout.pages.size() == 1 ? " page" : " pages") +
                         " but no text: scanned pages; make their text readable first (OCR, for "
                         "example with ocrmypdf) and read that");
    }
    ExtractedText out;
    out.extraction = "PDF, " + std::to_string(layout.pages.size()) +
                     (layout.pages.size() == 1 ? " page" : " pages");
    if (!is_file_title(layout.title))
        out.title = layout.title;
    out.author = layout.author;
    out.created = layout.created;
    out.created_from = "creation date of the PDF";
    add_pdf_text(layout, lexicons, out);
    // What the page shows as its title is surer than what a program wrote into the file.
    for (const Block& block : out.blocks) {
        if (block.kind == BlockKind::title)
            out.title.clear();
    }
    if (says(*run, "Syntax Error")) {
        out.problems.push_back(
            {file.path, "the PDF is damaged; what pdftotext could read of it was read"});
    }
    report_pages(layout, file, out);
    return out;
}

}  // namespace events
