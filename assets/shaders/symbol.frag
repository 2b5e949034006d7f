#version 330 core
// Shapes by signed distance: crisp at any size. Inside is negative.
in vec2 v_at;
flat in vec4 v_measures;
flat in vec4 v_fill;
flat in vec4 v_edge;
flat in vec4 v_halo;

uniform vec2 u_corners[60];  // ten for each of six shapes, for a radius of 1
uniform int u_counts[6];     // corners used; 0 is the circle

out vec4 out_colour;

// Distance to a polygon: to its nearest edge, negative when an odd number of edges is crossed.
float polygon_distance(vec2 p, int first, int count) {
    float nearest = 1e9;
    bool inside = false;
    for (int i = 0; i < count; ++i) {
        vec2 a = u_corners[first + i];
        vec2 b = u_corners[first + (i + 1 == count ? 0 : i + 1)];
        vec2 edge = b - a;
        vec2 from_a = p - a;
        vec2 off = from_a - edge * clamp(dot(from_a, edge) / dot(edge, edge), 0.0, 1.0);
        nearest = min(nearest, dot(off, off));
        if ((a.y > p.y) != (b.y > p.y) && p.x < edge.x * (p.y - a.y) / edge.y + a.x) {
            inside = !inside;
        }
    }
    return inside ? -sqrt(nearest) : sqrt(nearest);
}

vec4 premultiplied(vec4 colour) { return vec4(colour.rgb * colour.a, colour.a); }

void main() {
    float radius = v_measures.x;
    int shape = int(v_measures.w + 0.5);
    int count = u_counts[shape];
    float d = count == 0 ? length(v_at) - radius
                         : polygon_distance(v_at / radius, shape * 10, count) * radius;
    float outside = clamp(0.5 - d + v_measures.z, 0.0, 1.0);
    if (outside <= 0.0) discard;
    float whole = clamp(0.5 - d, 0.0, 1.0);
    float inner = clamp(0.5 - d - v_measures.y, 0.0, 1.0);
    // The three parts share each pixel, so no seam shows and a clear fill is clear.
    out_colour = premultiplied(v_halo) * (outside - whole) +
                 premultiplied(v_edge) * (whole - inner) + premultiplied(v_fill) * inner;
}
