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
    CHECK(page->title.empty());  // the page shows one itself
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

TEST_CASE("lists of links are left out by their links and dated lists are kept") {
    const std::string text(450, 'x');
    const std::string links =
        "<a href='a'>Army leaves the town of Gao</a> <a href='b'>Market burnt in Boni</a> "
        "<a href='c'>Refugees cross the river</a>";
    const std::string page = text_of("<html><body><div><p>" + text + "</p><div>" + links +
                                     "</div><ul><li>3 May 2019 <a>Army leaves</a></li><li>4 May "
                                     "2019 <a>Market burnt</a></li><li>5 May 2019 <a>Refugees "
                                     "cross</a></li></ul><p>The end.</p></div></body></html>");
    CHECK(page == text +
                      "\n\n3 May 2019 Army leaves\n\n4 May 2019 Market burnt\n\n"
                      "5 May 2019 Refugees cross\n\nThe end.");
}

TEST_CASE("names of parts count as whole words and never hide the page itself") {
    const std::string text(450, 'x');
    CHECK(text_of("<html><body class='has-sidebar comment-page'><p>" + text +
                  "</p><div id='relatedPosts'>More</div><div class='shareholders'>Kept</div>"
                  "<div role='dialog'>We use cookies</div><p hidden>No</p>"
                  "<form><p>Sign up</p></form></body></html>") == text + "\n\nKept");
    CHECK(text_of("<html><body><form><p>" + text + "</p></form></body></html>") == text);
}

TEST_CASE("several articles of one page are all read") {
    const std::string one(300, 'x');
    const std::string two(400, 'y');
    CHECK(text_of("<html><body><article><p>" + one + "</p></article><article><p>" + two +
                  "</p></article></body></html>") == one + "\n\n" + two);
}

TEST_CASE("JSON-LD and Dublin Core say who published a page and when") {
    const auto page = events::read_html(input_of(
        "a.html",
        "<html><head><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\","
        "\"name\":\"x\"},{\"@type\":\"NewsArticle\",\"headline\":\"Gao \\u00e0 midi\","
        "\"datePublished\":\"2019-05-03T10:00:00Z\",\"publisher\":{\"name\":\"Desk\"},"
        "\"author\":[{\"name\":\"A. Writer\"}]}]}</script></head><body><p>Text</p></body></html>"));
    REQUIRE(page);
    CHECK(page->title == "Gao à midi");
    CHECK(page->publisher == "Desk");
    CHECK(page->author == "A. Writer");
    CHECK(page->published == "2019-05-03T10:00:00Z");
    CHECK(page->published_from == "datePublished of the page");
    const auto core = events::read_html(
        input_of("a.html",
                 "<html><head><meta name='DC.publisher' content='Desk'><meta name='DC.date.issued' "
                 "content='2019-05-03'></head><body><h1>Gao</h1><time datetime='2020-01-01'>x"
                 "</time></body></html>"));
    REQUIRE(core);
    CHECK(core->publisher == "Desk");
    CHECK(core->published == "2019-05-03");
    const auto broken = events::read_html(
        input_of("a.html",
                 "<html><head><script type='application/ld+json'>{[[[</script></head><body>"
                 "<p>Text</p><time datetime='2020-01-01'>x</time></body></html>"));
    REQUIRE(broken);
    CHECK(broken->published_from == "time of the page");
}
