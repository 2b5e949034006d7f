// A file in memory, as the reader gets it.
#pragma once

#include "geo/input_file.hpp"

inline geo::InputFile input_of(std::string name, std::string bytes) {
    geo::InputFile file;
    file.path = "in/" + name;
    file.name = std::move(name);
    file.bytes = std::move(bytes);
    file.sha256 = geo::sha256_hex(file.bytes);
    return file;
}
