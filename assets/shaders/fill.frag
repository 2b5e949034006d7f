#version 330 core
// One colour, or slanting lines of it over a fainter ground.
uniform vec4 u_colour;
uniform float u_hatch_px;  // device pixels from line to line; 0: filled
uniform float u_line_px;   // width of the lines
uniform float u_ground;    // opacity between them, as a share of the colour's

out vec4 out_colour;

void main() {
    float alpha = u_colour.a;
    if (u_hatch_px > 0.0) {
        float at = mod(gl_FragCoord.x + gl_FragCoord.y, u_hatch_px * 1.41421) * 0.70711;
        at = abs(at - u_hatch_px * 0.5);
        float line = clamp(u_line_px * 0.5 + 0.5 - at, 0.0, 1.0);
        alpha *= mix(u_ground, 1.0, line);
    }
    out_colour = vec4(u_colour.rgb * alpha, alpha);
}
