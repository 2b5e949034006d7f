// What the layers share: the frame's measures in device pixels, and meshes on the GPU.
#pragma once

#include <string>
#include <vector>

#include "app/render/gl_handle.hpp"
#include "app/render/ribbon.hpp"
#include "geo/map_view.hpp"
#include "geo/result.hpp"

namespace app {

/// Device pixels. Layers that work per frame count from the middle of the view, y up.
struct FrameMeasures {
    geo::MapView view;
    double dpi_scale = 1;
    float half_width = 1;  ///< of the viewport
    float half_height = 1;

    double device_px_per_metre() const { return dpi_scale / view.metres_per_px; }
    FlatPoint from_middle(geo::MapPoint p) const {
        return {static_cast<float>((p.x_m - view.centre.x_m) * device_px_per_metre()),
                static_cast<float>((p.y_m - view.centre.y_m) * device_px_per_metre())};
    }
    float device_px(double logical_px) const { return static_cast<float>(logical_px * dpi_scale); }
};

/// Ribbons on the GPU.
class RibbonBuffer {
  public:
    RibbonBuffer();
    void upload(const RibbonMesh& mesh);
    bool empty() const { return m_index_count == 0; }
    /// Bound to the ribbon program. Without `own_colours` the vertices' colours are not read: the
    /// generic attribute kRibbonColour holds.
    void draw(bool own_colours) const;

  private:
    GlVertexArray m_array;
    GlBuffer m_vertices, m_indices;
    GLsizei m_index_count = 0;
};

/// Plain triangles on the GPU.
class FillBuffer {
  public:
    FillBuffer();
    void upload(const std::vector<FlatPoint>& points, const std::vector<std::uint32_t>& indices);
    void draw(GLenum mode) const;
    /// A part of the points, without indices.
    void draw_part(GLenum mode, GLint first, GLsizei count) const;

  private:
    GlVertexArray m_array;
    GlBuffer m_points, m_indices;
    GLsizei m_index_count = 0;
};

inline constexpr GLuint kRibbonColour = 3;

/// The programs of ribbons and fills with their uniforms.
struct RibbonProgram {
    GlProgram program;
    GLint centre, scale, half_view, width, dash;
};
struct FillProgram {
    GlProgram program;
    GLint centre, scale, half_view, colour, hatch_px, line_px, ground;
};
geo::Result<RibbonProgram> load_ribbon_program(const std::string& share_folder);
geo::Result<FillProgram> load_fill_program(const std::string& share_folder);

/// Programs made current and set for drawing in the pixels of the frame (centre 0, scale 1).
void use_in_frame(const RibbonProgram& program, const FrameMeasures& frame);
void use_in_frame(const FillProgram& program, const FrameMeasures& frame);
void set_colour(GLint location, Colour colour);

}  // namespace app
