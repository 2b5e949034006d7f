#version 330 core
// Quads of the text atlas, on whole pixels.
layout(location = 0) in vec2 a_position;  // device pixels from the lower left
layout(location = 1) in vec2 a_texel;

uniform vec2 u_view;
uniform vec2 u_atlas;

out vec2 v_texture;

void main() {
    v_texture = a_texel / u_atlas;
    gl_Position = vec4(a_position / u_view * 2.0 - 1.0, 0.0, 1.0);
}
