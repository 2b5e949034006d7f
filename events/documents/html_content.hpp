// Which parts of a page are its text, and which are menus, notices, buttons and lists of links.
#pragma once

#include <cstdint>
#include <vector>

#include "events/documents/html_tree.hpp"

namespace events {

/// Measures a page once; decides by tags, roles, names of parts and the share of links, and never
/// leaves out what holds more than half of the page's words.
class HtmlContent {
  public:
    /// Uses the nodes' `_private`.
    explicit HtmlContent(xmlNode* root);
    /// The element to read: <main>, one <article> or the body.
    xmlNode* main() const { return m_main; }
    bool is_left_out(const xmlNode* element) const;
    /// Titles of the first level that the main part shows.
    std::size_t count_titles() const;
    /// "datetime" of the first <time> of the main part; empty without one.
    const std::string& first_time() const { return m_first_time; }

  private:
    struct Size {
        std::uint32_t bytes = 0;       ///< of words
        std::uint32_t link_bytes = 0;  ///< of them in links
        std::uint32_t links = 0;
        std::uint32_t titles = 0;  ///< <h1>
        std::uint32_t dates = 0;   ///< <time>, and years outside of links
        bool hidden = false;       ///< within an element without words
        bool link = false;         ///< an <a> itself
    };
    const Size& size_of(const xmlNode* node) const;
    void measure(xmlNode* root);
    void find_main(xmlNode* root);
    bool is_link_list(const xmlNode* element) const;

    std::vector<Size> m_sizes;  ///< of elements, in document order
    xmlNode* m_main = nullptr;
    std::string m_first_time;
};

}  // namespace events
