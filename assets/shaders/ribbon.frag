#version 330 core
// Soft edges by distance from the middle; dashes by distance along the line.
in float v_across;
in float v_along;
in float v_half;
in vec4 v_colour;

uniform vec2 u_dash;  // dash and gap in device pixels; 0 for a whole line

out vec4 out_colour;

void main() {
    float cover = clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0);
    if (u_dash.x > 0.0) {
        float at = mod(v_along, u_dash.x + u_dash.y) - u_dash.x * 0.5;
        at = min(abs(at), u_dash.x + u_dash.y - abs(at));
        cover *= clamp(u_dash.x * 0.5 + 0.5 - at, 0.0, 1.0);
    }
    float alpha = v_colour.a * cover;
    out_colour = vec4(v_colour.rgb * alpha, alpha);
}
