// Addresses of country dumps, and whether a file is one.
#include <doctest/doctest.h>

#include <cstdlib>

#include "app/country_dump.hpp"

TEST_CASE("an address gets the country's code where it says so, or at its end") {
    CHECK(app::dump_url("https://example.org/dump", "ML") == "https://example.org/dump/ML.zip");
    CHECK(app::dump_url("https://example.org/dump/", "ML") == "https://example.org/dump/ML.zip");
    CHECK(app::dump_url("http://example.org/x-{country}.zip?v={country}", "NE") ==
          "http://example.org/x-NE.zip?v=NE");
    CHECK(app::alternate_names_url("https://example.org/dump", "ML") ==
          "https://example.org/dump/alternatenames/ML.zip");
    CHECK(app::alternate_names_url("https://example.org/dump/{country}.zip", "ML") ==
          "https://example.org/dump/alternatenames/ML.zip");
}

TEST_CASE("the address is the one given, then the variable's, then GeoNames' own") {
    setenv("TOPOSCOPE_GEONAMES_URL", "http://127.0.0.1:1/mirror", 1);
    CHECK(app::dump_address("https://example.org") == "https://example.org");
    CHECK(app::dump_address("") == "http://127.0.0.1:1/mirror");
    unsetenv("TOPOSCOPE_GEONAMES_URL");
    CHECK(app::dump_address("") == "https://download.geonames.org/export/dump");
}
