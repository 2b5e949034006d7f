#version 330 core
// The atlas holds premultiplied colours.
in vec2 v_texture;

uniform sampler2D u_texture;

out vec4 out_colour;

void main() {
    out_colour = texture(u_texture, v_texture);
}
