#version 330 core
// A square around each symbol, wide enough for its outline and halo.
layout(location = 0) in vec2 a_corner;    // -1 or 1
layout(location = 1) in vec2 a_centre;    // device pixels from the middle of the view, y up
layout(location = 2) in vec4 a_measures;  // radius, width of edge, width of halo (px); shape
layout(location = 3) in vec4 a_fill;
layout(location = 4) in vec4 a_edge;
layout(location = 5) in vec4 a_halo;

uniform vec2 u_half_view;

out vec2 v_at;  // pixels from the symbol's centre, y down
flat out vec4 v_measures;
flat out vec4 v_fill;
flat out vec4 v_edge;
flat out vec4 v_halo;

void main() {
    // The triangle reaches farthest: 1.56 radii.
    float reach = a_measures.x * (a_measures.w == 3.0 ? 1.0 : 1.6) + a_measures.z + 2.0;
    v_at = vec2(a_corner.x, -a_corner.y) * reach;
    v_measures = a_measures;
    v_fill = a_fill;
    v_edge = a_edge;
    v_halo = a_halo;
    gl_Position = vec4((a_centre + a_corner * reach) / u_half_view, 0.0, 1.0);
}
