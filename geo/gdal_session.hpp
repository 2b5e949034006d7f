// GDAL with its doors closed: named drivers only, no configuration files, messages collected.
#pragma once

#include <string>
#include <vector>

#include "geo/result.hpp"

namespace geo {

/// Alive around calls to GDAL on one thread; sessions nest. The first one in the process registers
/// the drivers GeoJSON, CSV, LIBKML, FlatGeobuf, GPKG, Shapefile and GTiff
/// and no other, before any file is
/// opened, with ~/.gdal, plugins, side files and PROJ's network off. While it lives, what GDAL
/// would print is kept here instead.
class GdalSession {
  public:
    GdalSession();
    GdalSession(const GdalSession&) = delete;
    GdalSession& operator=(const GdalSession&) = delete;
    ~GdalSession();

    /// GDAL's errors and warnings so far, in order.
    const std::vector<std::string>& messages() const { return m_messages; }
    bool has_failed() const { return m_has_failed; }
    /// The first error, or `otherwise` when GDAL gave none.
    std::string first_error(const std::string& otherwise) const;
    std::vector<Problem> problems(const std::string& where) const;

    /// Called by GDAL's error handler.
    void add_message(bool is_error, const char* text);

  private:
    std::vector<std::string> m_messages;
    std::string m_first_error;
    bool m_has_failed = false;
};

}  // namespace geo
