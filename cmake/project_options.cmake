# What every target of the project compiles with.
option(BUILD_TESTING "Build the tests" ON)
option(TOPOSCOPE_WERROR "Warnings are errors" OFF)
option(TOPOSCOPE_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

option(TOPOSCOPE_FUZZ "Build the fuzzers of tests/fuzz (clang++ only)" OFF)

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# -O3 buys nothing measurable here and costs build time.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
target_include_directories(project_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(project_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
# Once g++ 12 inlines it takes moved-from strings for uninitialised ones and temporaries in push_back
# for too small ones. The Debug build, where warnings are errors, keeps both checks.
target_compile_options(project_options INTERFACE
    $<$<CONFIG:Release>:-Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread>)
target_compile_definitions(project_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(TOPOSCOPE_WERROR)
    target_compile_options(project_options INTERFACE -Werror)
endif()
if(TOPOSCOPE_SANITIZE)
    target_compile_options(project_options INTERFACE -fsanitize=address,undefined
                                                     -fno-omit-frame-pointer)
    target_link_options(project_options INTERFACE -fsanitize=address,undefined)
endif()

if(TOPOSCOPE_FUZZ)
    target_compile_options(project_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(project_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# The standard headers that nearly every file includes, compiled once per library.
function(precompile_standard_headers target)
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set> <span>
        <string> <string_view> <unordered_map> <utility> <vector>)
endfunction()
