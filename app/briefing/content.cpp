// Derives a briefing's words and numbers from the casebook.
#include "app/briefing/content.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace app {
namespace {

std::string country_name(const geo::BaseMap& base_map, const std::string& code,
                         PageLanguage language) {
    for (const geo::BaseInfo& info :
         base_map.layer(geo::BaseLayer::country, geo::BaseScale::world).infos) {
        if (info.country != code)
            continue;
        return language == PageLanguage::fr && !info.name_fr.empty() ? info.name_fr : info.name_en;
    }
    return code;
}

std::optional<events::DayRange> dated_extent_of(const events::Casebook& casebook,
                                                const std::vector<std::size_t>& shown) {
    std::optional<events::DayRange> extent;
    for (const std::size_t i : shown) {
        const auto& days = casebook.events()[i].time.days;
        if (!days)
            continue;
        if (!extent)
            extent = days;
        extent->first = std::min(extent->first, days->first);
        extent->last = std::max(extent->last, days->last);
    }
    return extent;
}

std::vector<std::string> sources_of(const events::Casebook& casebook,
                                    const BriefingContent& content, const PageTexts& texts) {
    std::set<events::ReportId> used;
    for (const std::size_t i : content.events) {
        for (const auto& claim : casebook.events()[i].claims)
            used.insert(claim.span.report);
    }
    for (const std::size_t i : content.flows) {
        for (const auto& claim : casebook.flows()[i].claims)
            used.insert(claim.span.report);
    }
    std::vector<std::string> sources;
    for (const events::Report& report : casebook.reports()) {
        if (!used.contains(report.id))
            continue;
        std::string line = report.publisher;
        const std::string title = report.title.empty() ? report.file_name : report.title;
        line += (line.empty() ? "" : ", ") + title;
        if (report.published) {
            // A day that was only inferred is not printed as if it stood on the report.
            line += report.published_known == events::Knowledge::inferred
                        ? fmt::format(" (~{})", texts.month(*report.published))
                        : fmt::format(" ({})", texts.day(*report.published));
        }
        sources.push_back(std::move(line));
    }
    return sources;
}

std::string limitations_of(const events::Knownness& known, const PageTexts& texts) {
    const auto number = [](std::size_t n) { return fmt::format("{}", n); };
    std::string parts = texts.say("limits_exact", {number(known.exact), number(known.events)});
    if (known.unplaced > 0)
        parts += "; " + texts.say("limits_unplaced", {number(known.unplaced)});
    parts += "; " + texts.say("limits_single", {number(known.single_source)});
    parts += "; " + texts.say("limits_review", {number(known.reviewed), number(known.events)});
    return texts.say("limits", {parts});
}

void sort_by_day(const events::Casebook& casebook, std::vector<std::size_t>& shown) {
    std::stable_sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
        const auto& x = casebook.events()[a].time.days;
        const auto& y = casebook.events()[b].time.days;
        if (!x || !y)
            return x.has_value() && !y.has_value();
        return std::pair{x->first, x->last} < std::pair{y->first, y->last};
    });
}

/// The recipe's day, else the latest publication: only its month when that day was inferred.
void set_as_of(const events::Casebook& casebook, const Recipe& recipe, const PageTexts& texts,
               BriefingContent& content) {
    content.as_of_day = recipe.as_of;
    bool inferred = false;
    for (const events::Report& report : casebook.reports()) {
        if (recipe.as_of || !report.published)
            continue;
        if (!content.as_of_day || *report.published > *content.as_of_day) {
            content.as_of_day = report.published;
            inferred = report.published_known == events::Knowledge::inferred;
        }
    }
    if (!content.as_of_day)
        return;
    content.as_of = inferred ? texts.say("as_of_about", {texts.month(*content.as_of_day)})
                             : texts.say("as_of", {texts.day(*content.as_of_day)});
}

}  // namespace

std::string main_country(const events::Casebook& casebook, const std::vector<std::size_t>& shown) {
    std::map<std::string, int> counts;
    for (const std::size_t i : shown) {
        const std::string& country = casebook.events()[i].place.country;
        if (!country.empty())
            ++counts[country];
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? "" : most->first;
}

BriefingContent make_content(const events::Casebook& casebook, const Recipe& recipe,
                             const geo::BaseMap& base_map, const PageTexts& texts) {
    BriefingContent content;
    content.filter = recipe.filter;
    if (recipe.period)
        content.filter.days = recipe.period;
    content.events = events::passing_events(casebook, content.filter);
    content.flows = events::passing_flows(casebook, content.filter);
    sort_by_day(casebook, content.events);
    content.period = recipe.period ? recipe.period : dated_extent_of(casebook, content.events);
    content.known = events::knownness(casebook.events(), content.events);
    std::vector<std::size_t> incidents;
    for (const std::size_t i : content.events) {
        const auto& days = casebook.events()[i].time.days;
        if (!days || (days->last - days->first).count() < kLongestIncidentDays) {
            incidents.push_back(i);
        }
    }
    content.summaries = content.events.size() - incidents.size();
    content.totals = events::total(casebook.events(), incidents);
    content.displacement = events::displacement(casebook.flows(), content.flows);

    const std::string country = main_country(casebook, content.events);
    content.title = recipe.title;
    if (content.title.empty()) {
        content.title = texts.say(
            "title_default",
            {country.empty() ? "Toposcope" : country_name(base_map, country, texts.language())});
    }
    content.subtitle = recipe.subtitle;
    if (content.subtitle.empty() && content.period)
        content.subtitle = texts.range(*content.period);
    set_as_of(casebook, recipe, texts, content);
    content.sources = sources_of(casebook, content, texts);
    content.limitations = limitations_of(content.known, texts);
    content.disclaimer = recipe.disclaimer;
    if (content.disclaimer.empty()) {
        const std::string by =
            recipe.organisation.empty() ? "" : texts.say("disclaimer_by", {recipe.organisation});
        content.disclaimer = texts.say("disclaimer", {by});
    }
    return content;
}

std::vector<std::string> missing_from(const Recipe& recipe, const BriefingContent& content,
                                      const PageTexts& texts) {
    std::vector<std::string> missing;
    if (recipe.title.empty())
        missing.push_back(texts.say("missing_title"));
    if (recipe.organisation.empty())
        missing.push_back(texts.say("missing_organisation"));
    if (recipe.contact.empty())
        missing.push_back(texts.say("missing_contact"));
    if (recipe.classification.empty())
        missing.push_back(texts.say("missing_classification"));
    if (!content.as_of_day)
        missing.push_back(texts.say("missing_as_of"));
    if (content.known.reviewed == 0 && content.known.events > 0)
        missing.push_back(texts.say("missing_review"));
    return missing;
}

std::string standard_file_name(const Recipe& recipe, const BriefingContent& content,
                               const std::string& country, const std::string& paper) {
    std::string number = recipe.map_number.empty() ? country : recipe.map_number;
    if (number.empty())
        number = "MAP";
    std::string day = content.as_of_day ? events::to_iso(*content.as_of_day) : "undated";
    std::erase(day, '-');
    return fmt::format("{}_events_{}_{}", number, paper, day);
}

}  // namespace app
