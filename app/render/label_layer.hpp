// Names on the map: text bitmaps in an atlas, one draw for all.
#pragma once

#include <map>
#include <span>
#include <string>
#include <tuple>

#include "app/map/labels.hpp"
#include "app/map/style.hpp"
#include "app/map/text.hpp"
#include "app/render/drawing.hpp"

namespace app {

class LabelLayer {
  public:
    static geo::Result<LabelLayer> create(const std::string& share_folder);

    void draw(const FrameMeasures& frame, std::span<const PlacedLabel> labels,
              const MapStyle& style);

    /// An image with its upper left corner at (x_px, y_px) device pixels from the upper left of the
    /// view. Premultiplied RGBA.
    void draw_image(const FrameMeasures& frame, const TextBitmap& image, int x_px, int y_px);

  private:
    struct Slot {
        int x = 0, y = 0, width = 0, height = 0, margin = 0;
    };
    /// A text as it was drawn: words, role, scale in percent, style's name.
    using Key = std::tuple<std::string, int, int, std::string>;

    LabelLayer() = default;
    /// Null when the atlas is full.
    const Slot* slot_of(const PlacedLabel& label, const MapStyle& style, double scale);
    void draw_quads(const FrameMeasures& frame, const std::vector<float>& vertices,
                    const GlTexture& texture, int width, int height);

    GlProgram m_program;
    GLint m_view = -1, m_atlas_size = -1;
    GlVertexArray m_array;
    GlBuffer m_vertices;
    GlTexture m_atlas, m_image;
    TextShaper m_shaper;
    std::map<Key, Slot> m_slots;
    int m_shelf_x = 0, m_shelf_y = 0, m_shelf_height = 0;
};

}  // namespace app
