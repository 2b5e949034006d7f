// OpenGL names that delete themselves. Live and die with their context current.
#pragma once

#include <epoxy/gl.h>

#include <utility>

namespace app {

template <void (*Make)(GLuint&), void (*Delete)(GLuint)>
class GlHandle {
  public:
    GlHandle() = default;
    static GlHandle make() {
        GlHandle handle;
        Make(handle.m_name);
        return handle;
    }
    static GlHandle adopt(GLuint name) {
        GlHandle handle;
        handle.m_name = name;
        return handle;
    }
    GlHandle(GlHandle&& other) noexcept : m_name(std::exchange(other.m_name, 0)) {}
    GlHandle& operator=(GlHandle&& other) noexcept {
        if (this != &other) {
            reset();
            m_name = std::exchange(other.m_name, 0);
        }
        return *this;
    }
    ~GlHandle() { reset(); }

    GLuint name() const { return m_name; }
    explicit operator bool() const { return m_name != 0; }

  private:
    void reset() {
        if (m_name != 0)
            Delete(std::exchange(m_name, 0));
    }
    GLuint m_name = 0;
};

namespace gl {
inline void make_buffer(GLuint& name) {
    glGenBuffers(1, &name);
}
inline void delete_buffer(GLuint name) {
    glDeleteBuffers(1, &name);
}
inline void make_vertex_array(GLuint& name) {
    glGenVertexArrays(1, &name);
}
inline void delete_vertex_array(GLuint name) {
    glDeleteVertexArrays(1, &name);
}
inline void make_texture(GLuint& name) {
    glGenTextures(1, &name);
}
inline void delete_texture(GLuint name) {
    glDeleteTextures(1, &name);
}
inline void make_framebuffer(GLuint& name) {
    glGenFramebuffers(1, &name);
}
inline void delete_framebuffer(GLuint name) {
    glDeleteFramebuffers(1, &name);
}
inline void make_renderbuffer(GLuint& name) {
    glGenRenderbuffers(1, &name);
}
inline void delete_renderbuffer(GLuint name) {
    glDeleteRenderbuffers(1, &name);
}
inline void make_program(GLuint& name) {
    name = glCreateProgram();
}
inline void delete_program(GLuint name) {
    glDeleteProgram(name);
}
}  // namespace gl

using GlBuffer = GlHandle<gl::make_buffer, gl::delete_buffer>;
using GlVertexArray = GlHandle<gl::make_vertex_array, gl::delete_vertex_array>;
using GlTexture = GlHandle<gl::make_texture, gl::delete_texture>;
using GlFramebuffer = GlHandle<gl::make_framebuffer, gl::delete_framebuffer>;
using GlRenderbuffer = GlHandle<gl::make_renderbuffer, gl::delete_renderbuffer>;
using GlProgram = GlHandle<gl::make_program, gl::delete_program>;

}  // namespace app
