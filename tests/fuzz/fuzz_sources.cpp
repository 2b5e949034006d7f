// Damaged sources of every text format: an index or a refusal, and what is built opens whole.
#include <cstdlib>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_builder.hpp"
#include "tests/fuzz/bytes_as_file.hpp"

namespace {

/// Zips, databases and the like go to readers of other libraries, which have fuzzers of their own.
bool looks_like_text(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b") ||
           (!bytes.starts_with("PK") && !bytes.starts_with("{") && !bytes.starts_with("<") &&
            bytes.substr(0, 1024).find('\0') == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!looks_like_text(bytes))
        return 0;
    const BytesAsFile source(bytes);
    const std::string index = "/dev/shm/toposcope-fuzz-" + std::to_string(::getpid()) + ".idx";
    gazetteer::BuildOptions options;
    options.overwrite = geo::Overwrite::allow;
    const auto built = gazetteer::build_index({source.path()}, index, options);
    if (!built)
        return 0;
    const auto opened = gazetteer::Gazetteer::open({index});
    if (!opened || !opened->verify())
        std::abort();
    for (std::size_t i = 0; i < std::min<std::size_t>(opened->size(), 5); ++i) {
        const auto id = gazetteer::PlaceId{static_cast<std::uint32_t>(i)};
        if (!geo::is_on_earth(opened->place(id).point))
            std::abort();
        for (const auto& name : opened->names(id))
            (void)opened->find(name);
    }
    return 0;
}
