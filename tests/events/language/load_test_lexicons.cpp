// Loads the word tables from the share folder of the build.
#include "load_test_lexicons.hpp"

#include <doctest/doctest.h>

events::Lexicons load_test_lexicons() {
    auto lexicons = events::load_lexicons(std::string(TEST_SHARE_DIR) + "/lexicon");
    if (!lexicons)
        FAIL(lexicons.error().message);
    return std::move(*lexicons);
}
