# Third parties, all Debian 12 packages. Each is linked by the one folder that may know it.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

find_package(GDAL 3.6 REQUIRED)                                           # geo
pkg_check_modules(PROJ REQUIRED IMPORTED_TARGET proj)                     # geo
find_package(GEOS 3.11 REQUIRED)                                          # geo (GEOS::geos_c)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)                 # geo: SHA-256
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)          # geo, events: zip, gzip
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)           # gazetteer, events
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)            # events
pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3)               # events
find_package(nlohmann_json 3.11 REQUIRED)                                 # events, app
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)                                              # app
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)            # app
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)                   # app: gazetteer add
pkg_check_modules(GLFW REQUIRED IMPORTED_TARGET glfw3)                    # app
pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)                   # app
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo cairo-pdf cairo-svg fontconfig) # app
pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET imgui)                    # app
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)              # app: ImGui's font builder
find_package(doctest REQUIRED)                                            # tests
