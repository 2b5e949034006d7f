#version 330 core
// Lines with a width in pixels. One pixel more on each side carries the soft edge.
layout(location = 0) in vec2 a_position;
layout(location = 1) in vec2 a_normal;
layout(location = 2) in vec3 a_side_along_half;
layout(location = 3) in vec4 a_colour;

uniform vec2 u_centre;       // of the view, in the units of a_position
uniform float u_scale;       // device pixels per unit
uniform vec2 u_half_view;    // half the viewport, device pixels
uniform float u_width;       // device pixels per unit of half width

out float v_across;
out float v_along;
out float v_half;
out vec4 v_colour;

void main() {
    float half_px = a_side_along_half.z * u_width;
    v_half = max(half_px, 0.5);
    v_across = a_side_along_half.x * (v_half + 1.0);
    v_along = a_side_along_half.y * u_scale;
    // A line thinner than a pixel is drawn one pixel wide and fainter.
    v_colour = vec4(a_colour.rgb, a_colour.a * min(1.0, half_px * 2.0 + 0.02));
    vec2 pixel = (a_position - u_centre) * u_scale + a_normal * (v_half + 1.0);
    gl_Position = vec4(pixel / u_half_view, 0.0, 1.0);
}
