// Programs from shader files of the share folder.
#pragma once

#include <string>

#include "app/render/gl_handle.hpp"
#include "geo/result.hpp"

namespace app {

/// Compiles shaders/<name>.vert and shaders/<name>.frag. Fails naming the file, with the driver's
/// words.
geo::Result<GlProgram> load_program(const std::string& share_folder, const std::string& name);

/// -1 when the program has no such uniform: setting it then does nothing.
inline GLint uniform(const GlProgram& program, const char* name) {
    return glGetUniformLocation(program.name(), name);
}

}  // namespace app
