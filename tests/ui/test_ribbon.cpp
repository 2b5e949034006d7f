// Lines as triangles: both sides of each point, mitres in bends.
#include <doctest/doctest.h>

#include <cmath>

#include "app/render/ribbon.hpp"

using app::FlatPoint;
using app::RibbonMesh;

TEST_CASE("a straight line has two vertices a point, one to each side") {
    RibbonMesh mesh;
    const FlatPoint line[] = {{0, 0}, {10, 0}, {10, 0}, {30, 0}};  // one point repeats
    app::add_ribbon(mesh, line, false, 2);
    REQUIRE(mesh.vertices.size() == 6);
    CHECK(mesh.indices.size() == 12);
    for (const auto& vertex : mesh.vertices) {
        CHECK(std::abs(vertex.normal_y) == doctest::Approx(1));
        CHECK(vertex.normal_x == doctest::Approx(0));
    }
    CHECK(mesh.vertices.back().along == doctest::Approx(30));
}

TEST_CASE("the mitre of a right angle reaches the corner, and one of a hairpin is cut") {
    RibbonMesh mesh;
    const FlatPoint corner[] = {{0, 0}, {10, 0}, {10, 10}};
    app::add_ribbon(mesh, corner, false, 1);
    CHECK(std::hypot(mesh.vertices[2].normal_x, mesh.vertices[2].normal_y) ==
          doctest::Approx(std::sqrt(2.0)));
    mesh.clear();
    const FlatPoint hairpin[] = {{0, 0}, {10, 0}, {0, 0.1F}};
    app::add_ribbon(mesh, hairpin, false, 1);
    CHECK(std::hypot(mesh.vertices[2].normal_x, mesh.vertices[2].normal_y) <= 2.001);
}

TEST_CASE("a closed line comes back to its start") {
    RibbonMesh mesh;
    const FlatPoint square[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    app::add_ribbon(mesh, square, true, 1);
    REQUIRE(mesh.vertices.size() == 10);
    CHECK(mesh.vertices.front().x == mesh.vertices[8].x);
    CHECK(mesh.vertices.front().normal_x == doctest::Approx(mesh.vertices[8].normal_x));
}

TEST_CASE("a line without length is no line") {
    RibbonMesh mesh;
    const FlatPoint point[] = {{5, 5}, {5, 5}};
    app::add_ribbon(mesh, point, true, 1);
    app::add_ribbon(mesh, {}, false, 1);
    CHECK(mesh.vertices.empty());
}
