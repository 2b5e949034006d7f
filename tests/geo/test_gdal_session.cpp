// Messages of GDAL end up in the session, and sessions nest.
#include <cpl_error.h>
#include <doctest/doctest.h>
#include <gdal.h>

#include "geo/gdal_session.hpp"

TEST_CASE("only the named drivers are there") {
    const geo::GdalSession session;
    for (const char* name : {"GeoJSON", "CSV", "LIBKML", "FlatGeobuf", "GPKG", "ESRI Shapefile", "GTiff"}) {
        CAPTURE(name);
        CHECK(GDALGetDriverByName(name) != nullptr);
    }
    for (const char* name : {"HTTP", "WMS", "PDF", "PostgreSQL", "VRT", "KML"}) {
        CAPTURE(name);
        CHECK(GDALGetDriverByName(name) == nullptr);
    }
    CHECK(GDALGetDriverCount() == 7);
}

TEST_CASE("what GDAL complains of is kept by the innermost session") {
    geo::GdalSession outer;
    {
        const geo::GdalSession inner;
        CPLError(CE_Warning, CPLE_AppDefined, "half a page");
        CPLError(CE_Failure, CPLE_FileIO, "no page %d", 3);
        CHECK(inner.has_failed());
        CHECK(inner.first_error("nothing") == "no page 3");
        REQUIRE(inner.problems("a.gpkg").size() == 2);
        CHECK(geo::to_string(inner.problems("a.gpkg")[0]) == "a.gpkg: half a page");
    }
    CHECK(outer.messages().empty());
    CHECK(outer.first_error("nothing") == "nothing");
    CPLError(CE_Failure, CPLE_FileIO, "again");
    CHECK(outer.first_error("nothing") == "again");
}
