// Shelves of the atlas, and quads on whole pixels.
#include "app/render/label_layer.hpp"

#include <algorithm>
#include <cmath>

#include "app/render/shader.hpp"

namespace app {
namespace {

constexpr int kAtlasPx = 2048;
constexpr int kFloatsPerVertex = 4;

GlTexture make_texture() {
    GlTexture texture = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, texture.name());
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) {
        glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    }
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
        glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
    }
    return texture;
}

/// Two triangles; x to the right and y up from the lower left, texels from the upper left.
void add_quad(std::vector<float>& out, float left, float top, float texel_x, float texel_y,
              float width, float height) {
    const float corners[4][4] = {
        {left, top, texel_x, texel_y},
        {left, top - height, texel_x, texel_y + height},
        {left + width, top, texel_x + width, texel_y},
        {left + width, top - height, texel_x + width, texel_y + height},
    };
    for (const int i : {0, 1, 2, 2, 1, 3})
        out.insert(out.end(), corners[i], corners[i] + 4);
}

}  // namespace

geo::Result<LabelLayer> LabelLayer::create(const std::string& share_folder) {
    auto program = load_program(share_folder, "label");
    if (!program)
        return geo::fail(program.error().message);
    LabelLayer layer;
    layer.m_program = std::move(*program);
    layer.m_view = uniform(layer.m_program, "u_view");
    layer.m_atlas_size = uniform(layer.m_program, "u_atlas");
    layer.m_array = GlVertexArray::make();
    layer.m_vertices = GlBuffer::make();
    glBindVertexArray(layer.m_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, layer.m_vertices.name());
    constexpr GLsizei stride = kFloatsPerVertex * sizeof(float);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, nullptr);
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride,
                          reinterpret_cast<const void*>(2 * sizeof(float)));
    glEnableVertexAttribArray(0);
    glEnableVertexAttribArray(1);
    glBindVertexArray(0);
    layer.m_atlas = make_texture();
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, kAtlasPx, kAtlasPx, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 nullptr);
    layer.m_image = make_texture();
    return layer;
}

const LabelLayer::Slot* LabelLayer::slot_of(const PlacedLabel& label, const MapStyle& style,
                                            double scale) {
    const Key key{label.text, static_cast<int>(label.role), static_cast<int>(scale * 100 + 0.5),
                  style.name};
    if (const auto found = m_slots.find(key); found != m_slots.end())
        return &found->second;
    const TextBitmap bitmap =
        label.boxed ? rasterise_boxed(m_shaper, label.text, style.of(label.role), style, scale)
                    : rasterise(m_shaper, label.text, style.of(label.role), scale);
    if (bitmap.width_px > kAtlasPx || bitmap.height_px > kAtlasPx)
        return nullptr;
    if (m_shelf_x + bitmap.width_px > kAtlasPx) {
        m_shelf_x = 0;
        m_shelf_y += m_shelf_height;
        m_shelf_height = 0;
    }
    if (m_shelf_y + bitmap.height_px > kAtlasPx)
        return nullptr;
    glBindTexture(GL_TEXTURE_2D, m_atlas.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, m_shelf_x, m_shelf_y, bitmap.width_px, bitmap.height_px,
                    GL_RGBA, GL_UNSIGNED_BYTE, bitmap.rgba.data());
    const Slot slot{m_shelf_x, m_shelf_y, bitmap.width_px, bitmap.height_px, bitmap.margin_px};
    m_shelf_x += bitmap.width_px;
    m_shelf_height = std::max(m_shelf_height, bitmap.height_px);
    return &m_slots.emplace(key, slot).first->second;
}

void LabelLayer::draw_quads(const FrameMeasures& frame, const std::vector<float>& vertices,
                            const GlTexture& texture, int width, int height) {
    if (vertices.empty())
        return;
    glUseProgram(m_program.name());
    glUniform2f(m_view, 2 * frame.half_width, 2 * frame.half_height);
    glUniform2f(m_atlas_size, static_cast<float>(width), static_cast<float>(height));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glBindVertexArray(m_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(float)),
                 vertices.data(), GL_STREAM_DRAW);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(vertices.size()) / kFloatsPerVertex);
}

void LabelLayer::draw(const FrameMeasures& frame, std::span<const PlacedLabel> labels,
                      const MapStyle& style) {
    std::vector<float> vertices;
    bool started_again = false;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const PlacedLabel& label = labels[i];
        const FlatPoint at = frame.from_middle(label.at);
        const float left = frame.half_width + at.x + frame.device_px(label.dx_px);
        const float top = frame.half_height + at.y - frame.device_px(label.dy_px);
        if (left > 2 * frame.half_width || top < 0 || left + frame.device_px(label.width_px) < 0 ||
            top - frame.device_px(label.height_px) > 2 * frame.half_height) {
            continue;
        }
        const Slot* slot = slot_of(label, style, frame.dpi_scale);
        if (!slot && !started_again) {  // full of texts of earlier frames: start the frame again
            started_again = true;
            m_slots.clear();
            m_shelf_x = m_shelf_y = m_shelf_height = 0;
            vertices.clear();
            i = static_cast<std::size_t>(-1);
            continue;
        }
        if (!slot)
            continue;
        const auto margin = static_cast<float>(slot->margin);
        add_quad(vertices, std::round(left) - margin, std::round(top) + margin,
                 static_cast<float>(slot->x), static_cast<float>(slot->y),
                 static_cast<float>(slot->width), static_cast<float>(slot->height));
    }
    draw_quads(frame, vertices, m_atlas, kAtlasPx, kAtlasPx);
}

void LabelLayer::draw_image(const FrameMeasures& frame, const TextBitmap& image, int x_px,
                            int y_px) {
    if (image.width_px == 0 || image.height_px == 0)
        return;
    glBindTexture(GL_TEXTURE_2D, m_image.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width_px, image.height_px, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, image.rgba.data());
    std::vector<float> vertices;
    add_quad(vertices, static_cast<float>(x_px), 2 * frame.half_height - static_cast<float>(y_px),
             0, 0, static_cast<float>(image.width_px), static_cast<float>(image.height_px));
    draw_quads(frame, vertices, m_image, image.width_px, image.height_px);
}

}  // namespace app
