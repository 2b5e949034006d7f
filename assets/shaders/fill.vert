#version 330 core
// Plain triangles.
layout(location = 0) in vec2 a_position;

uniform vec2 u_centre;
uniform float u_scale;
uniform vec2 u_half_view;

void main() {
    gl_Position = vec4((a_position - u_centre) * u_scale / u_half_view, 0.0, 1.0);
}
