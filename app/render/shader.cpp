// Compiling and linking.
#include "app/render/shader.hpp"

#include <array>

#include "geo/input_file.hpp"

namespace app {
namespace {

constexpr std::size_t kMostShaderBytes = std::size_t{1} << 18;

geo::Result<void> attach(GLuint program, GLenum stage, const std::string& path) {
    const auto file = geo::read_input_file(path, kMostShaderBytes);
    if (!file)
        return geo::fail(file.error().message);
    const GLuint shader = glCreateShader(stage);
    const char* const text = file->bytes.data();
    const auto length = static_cast<GLint>(file->bytes.size());
    glShaderSource(shader, 1, &text, &length);
    glCompileShader(shader);
    GLint compiled = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
    if (compiled == GL_TRUE)
        glAttachShader(program, shader);
    std::array<char, 1024> log{};
    if (compiled != GL_TRUE)
        glGetShaderInfoLog(shader, log.size(), nullptr, log.data());
    glDeleteShader(shader);
    if (compiled == GL_TRUE)
        return {};
    return geo::fail(path + ": does not compile: " + log.data());
}

}  // namespace

geo::Result<GlProgram> load_program(const std::string& share_folder, const std::string& name) {
    const std::string path = share_folder + "/shaders/" + name;
    GlProgram program = GlProgram::make();
    if (const auto done = attach(program.name(), GL_VERTEX_SHADER, path + ".vert"); !done) {
        return geo::fail(done.error().message);
    }
    if (const auto done = attach(program.name(), GL_FRAGMENT_SHADER, path + ".frag"); !done) {
        return geo::fail(done.error().message);
    }
    glLinkProgram(program.name());
    GLint linked = GL_FALSE;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &linked);
    if (linked == GL_TRUE)
        return program;
    std::array<char, 1024> log{};
    glGetProgramInfoLog(program.name(), log.size(), nullptr, log.data());
    return geo::fail(path + ": does not link: " + log.data());
}

}  // namespace app
