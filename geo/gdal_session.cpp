// Registers the few drivers that are wanted and catches what GDAL says.
#include "geo/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <iterator>

namespace geo {
namespace {

/// Before GDAL's driver manager comes to life, which reads configuration files.
void close_doors() {
    CPLSetConfigOption("GDAL_CONFIG_FILE", "");
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetConfigOption("CPL_DEBUG", "OFF");
    CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr);
    CPLSetConfigOption("OGR_SQLITE_PRAGMA", nullptr);
    OSRSetPROJEnableNetwork(0);
}

void register_drivers() {
    RegisterOGRGeoJSON();
    RegisterOGRCSV();
    RegisterOGRLIBKML();
    RegisterOGRFlatGeobuf();
    RegisterOGRGeoPackage();
    RegisterOGRShape();
    GDALRegister_GTiff();
}

void collect_message(CPLErr severity, CPLErrorNum, const char* text) {
    if (severity < CE_Warning)
        return;
    static_cast<GdalSession*>(CPLGetErrorHandlerUserData())
        ->add_message(severity >= CE_Failure, text);
}

}  // namespace

GdalSession::GdalSession() {
    close_doors();
    CPLPushErrorHandlerEx(collect_message, this);
    register_drivers();
}

GdalSession::~GdalSession() {
    CPLPopErrorHandler();
}

void GdalSession::add_message(bool is_error, const char* text) {
    m_messages.emplace_back(text);
    if (is_error && !m_has_failed) {
        m_has_failed = true;
        m_first_error = text;
    }
}

std::string GdalSession::first_error(const std::string& otherwise) const {
    return m_has_failed ? m_first_error : otherwise;
}

std::vector<Problem> GdalSession::problems(const std::string& where) const {
    std::vector<Problem> problems;
    for (const std::string& message : m_messages)
        problems.push_back({where, message});
    return problems;
}

}  // namespace geo
