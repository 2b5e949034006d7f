// Buffers and programs that several layers use.
#include "app/render/drawing.hpp"

#include <cstddef>

#include "app/render/shader.hpp"

namespace app {
namespace {

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

template <typename T>
void upload_to(GLenum target, const GlBuffer& buffer, const std::vector<T>& values) {
    glBindBuffer(target, buffer.name());
    glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(T)), values.data(),
                 GL_STREAM_DRAW);
}

}  // namespace

RibbonBuffer::RibbonBuffer()
    : m_array(GlVertexArray::make()), m_vertices(GlBuffer::make()), m_indices(GlBuffer::make()) {
    glBindVertexArray(m_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices.name());
    constexpr GLsizei stride = sizeof(RibbonVertex);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(RibbonVertex, x)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(offsetof(RibbonVertex, normal_x)));
    glVertexAttribPointer(2, 3, GL_FLOAT, GL_FALSE, stride, offset(offsetof(RibbonVertex, side)));
    glVertexAttribPointer(kRibbonColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(offsetof(RibbonVertex, colour)));
    for (const GLuint i : {0U, 1U, 2U})
        glEnableVertexAttribArray(i);
    glBindVertexArray(0);
}

void RibbonBuffer::upload(const RibbonMesh& mesh) {
    glBindVertexArray(m_array.name());
    upload_to(GL_ARRAY_BUFFER, m_vertices, mesh.vertices);
    upload_to(GL_ELEMENT_ARRAY_BUFFER, m_indices, mesh.indices);
    m_index_count = static_cast<GLsizei>(mesh.indices.size());
}

void RibbonBuffer::draw(bool own_colours) const {
    if (m_index_count == 0)
        return;
    glBindVertexArray(m_array.name());
    if (own_colours) {
        glEnableVertexAttribArray(kRibbonColour);
    } else {
        glDisableVertexAttribArray(kRibbonColour);
    }
    glDrawElements(GL_TRIANGLES, m_index_count, GL_UNSIGNED_INT, nullptr);
}

FillBuffer::FillBuffer()
    : m_array(GlVertexArray::make()), m_points(GlBuffer::make()), m_indices(GlBuffer::make()) {
    glBindVertexArray(m_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, m_points.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices.name());
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(FlatPoint), nullptr);
    glEnableVertexAttribArray(0);
    glBindVertexArray(0);
}

void FillBuffer::upload(const std::vector<FlatPoint>& points,
                        const std::vector<std::uint32_t>& indices) {
    glBindVertexArray(m_array.name());
    upload_to(GL_ARRAY_BUFFER, m_points, points);
    upload_to(GL_ELEMENT_ARRAY_BUFFER, m_indices, indices);
    m_index_count = static_cast<GLsizei>(indices.size());
}

void FillBuffer::draw(GLenum mode) const {
    if (m_index_count == 0)
        return;
    glBindVertexArray(m_array.name());
    glDrawElements(mode, m_index_count, GL_UNSIGNED_INT, nullptr);
}

void FillBuffer::draw_part(GLenum mode, GLint first, GLsizei count) const {
    glBindVertexArray(m_array.name());
    glDrawArrays(mode, first, count);
}

geo::Result<RibbonProgram> load_ribbon_program(const std::string& share_folder) {
    auto program = load_program(share_folder, "ribbon");
    if (!program)
        return geo::fail(program.error().message);
    RibbonProgram out{std::move(*program), 0, 0, 0, 0, 0};
    out.centre = uniform(out.program, "u_centre");
    out.scale = uniform(out.program, "u_scale");
    out.half_view = uniform(out.program, "u_half_view");
    out.width = uniform(out.program, "u_width");
    out.dash = uniform(out.program, "u_dash");
    return out;
}

geo::Result<FillProgram> load_fill_program(const std::string& share_folder) {
    auto program = load_program(share_folder, "fill");
    if (!program)
        return geo::fail(program.error().message);
    FillProgram out{std::move(*program), 0, 0, 0, 0, 0, 0, 0};
    out.centre = uniform(out.program, "u_centre");
    out.scale = uniform(out.program, "u_scale");
    out.half_view = uniform(out.program, "u_half_view");
    out.colour = uniform(out.program, "u_colour");
    out.hatch_px = uniform(out.program, "u_hatch_px");
    out.line_px = uniform(out.program, "u_line_px");
    out.ground = uniform(out.program, "u_ground");
    return out;
}

void use_in_frame(const RibbonProgram& program, const FrameMeasures& frame) {
    glUseProgram(program.program.name());
    glUniform2f(program.centre, 0, 0);
    glUniform1f(program.scale, 1);
    glUniform2f(program.half_view, frame.half_width, frame.half_height);
    glUniform1f(program.width, static_cast<float>(frame.dpi_scale));
    glUniform2f(program.dash, 0, 0);
}

void use_in_frame(const FillProgram& program, const FrameMeasures& frame) {
    glUseProgram(program.program.name());
    glUniform2f(program.centre, 0, 0);
    glUniform1f(program.scale, 1);
    glUniform2f(program.half_view, frame.half_width, frame.half_height);
    glUniform1f(program.hatch_px, 0);
}

void set_colour(GLint location, Colour colour) {
    glUniform4f(location, static_cast<float>(colour.r) / 255, static_cast<float>(colour.g) / 255,
                static_cast<float>(colour.b) / 255, static_cast<float>(colour.a) / 255);
}

}  // namespace app
