// HTML pages to text and blocks.
#include <doctest/doctest.h>

#include "events/documents/html.hpp"
#include "input_of.hpp"

using events::BlockKind;

namespace {

std::string text_of(const std::string& html) {
    const auto page = events::read_html(input_of("a.html", html));
    return page ? page->text : page.error().message;
}

}  // namespace

TEST_CASE("a page is read without its menus, scripts and share buttons") {
    const std::string filler(500, 'x');
    const auto page = events::read_html(input_of(
        "a.html",
        "<!DOCTYPE html><html lang='fr'><head><title>Site | Gao</title>"
        "<meta property='og:site_name' content='Veille Sahel'>"
        "<meta property='article:published_time' content='2019-05-03T10:00:00Z'>"
        "<link rel='canonical' href='https://example.org/gao'><script>var a = 1;</script></head>"
        "<body><nav><a href='#'>Accueil</a></nav><div class='cookie-bar'>Cookies</div>"
        "<main><h1>Attaque &agrave; Gao</h1><p>Le 2 mai,\n <b>dix</b> civils ont fui.</p>"
        "<ul><li>Premier</li><li>Second</li></ul><h2>Suite</h2><p>Un.<br><br>Deux.</p>"
        "<table><tr><td>Gao</td><td>10</td></tr></table><div class='share'>Partager</div><p>" +
            filler + "</p></main><footer>Contact</footer></body></html>"));
    REQUIRE(page);
    CHECK(page->text ==
          "Attaque à Gao\n\nLe 2 mai, dix civils ont fui.\n\nPremier\n\nSecond\n\n"
          "Suite\n\nUn.\n\nDeux.\n\nGao | 10\n\n" +
              filler);
    CHECK(page->title == "Site | Gao");
    CHECK(page->publisher == "Veille Sahel");
    CHECK(page->published == "2019-05-03T10:00:00Z");
    CHECK(page->address == "https://example.org/gao");
    CHECK(page->language == "fr");
    const BlockKind kinds[] = {BlockKind::title,     BlockKind::paragraph,  BlockKind::list_item,
                               BlockKind::list_item, BlockKind::heading,    BlockKind::paragraph,
                               BlockKind::paragraph, BlockKind::table_cell, BlockKind::paragraph};
    REQUIRE(page->blocks.size() == std::size(kinds));
    for (std::size_t i = 0; i < std::size(kinds); ++i) {
        CAPTURE(i);
        CHECK(page->blocks[i].kind == kinds[i]);
    }
}

TEST_CASE("hostile and broken pages end well") {
    CHECK(text_of("<html><body><p>One<p>Two <b>bold") == "One\n\nTwo bold");
    CHECK(text_of("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><body><p>a &x; b")
              .find("root:") == std::string::npos);
    CHECK(text_of("<html><body><script>alert(1)</script></body></html>") ==
          "in/a.html: the page holds no text outside menus and scripts");
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "<div>";
    const auto page = events::read_html(input_of("a.html", "<html><body>" + deep + "Gao"));
    CHECK((page || page.error().message.starts_with("in/a.html: ")));
}

TEST_CASE("a page in Latin 1 is decoded by what it declares") {
    CHECK(text_of("<html><head><meta charset='iso-8859-1'></head><body><p>S\xE9var\xE9</p>") ==
          "Sévaré");
    CHECK(text_of("<html><head><meta charset='iso-8859-1'></head><body><p>Sévaré</p>") == "Sévaré");
}

TEST_CASE("HTML is known by its start") {
    CHECK(events::looks_like_html("\n<!DOCTYPE HTML><p>"));
    CHECK(events::looks_like_html("\xEF\xBB\xBF<html>"));
    CHECK_FALSE(events::looks_like_html("The tag <html> opens a page."));
    CHECK_FALSE(events::looks_like_html(""));
}
