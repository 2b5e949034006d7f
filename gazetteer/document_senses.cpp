// Groups mentions into senses and weighs the countries of a document.
#include "gazetteer/document_senses.hpp"

#include "gazetteer/name_key.hpp"

namespace gazetteer {
namespace {

constexpr std::size_t kMostFocusCountries = 3;
constexpr double kFocusShare = 0.4;  // of the weight of the country named most
constexpr double kSurePlace = 0.7;   // score from which a place speaks for its country

std::string key_of(const MentionInput& mention, const Sense& sense) {
    std::string key = fold_name(mention.words);
    key += '/' + std::to_string(sense.kind ? static_cast<int>(*sense.kind) : -1);
    key += '/' + std::to_string(sense.part ? static_cast<int>(*sense.part) : -1);
    for (const auto& area : mention.within)
        key += '/' + fold_name(area);
    return key;
}

void share_containers(std::vector<Sense>& senses) {
    std::map<std::string, std::set<std::vector<std::string>>> by_name;
    for (const Sense& sense : senses) {
        if (!sense.within.empty())
            by_name[fold_name(sense.phrase.name)].insert(sense.within);
    }
    for (Sense& sense : senses) {
        if (!sense.within.empty() || (sense.kind && is_area_kind(*sense.kind)))
            continue;
        const auto found = by_name.find(fold_name(sense.phrase.name));
        if (found != by_name.end() && found->second.size() == 1)
            sense.within = *found->second.begin();
    }
}

struct Meaning {
    std::string country;
    bool is_country = false;
    bool is_sure = false;
};

/// What the name of a sense means by itself.
Meaning plain_meaning(const Gazetteer& gazetteer, const Sense& sense) {
    LookupContext exact;
    exact.tolerant = false;
    exact.kind = sense.kind;
    exact.limit = 1;
    const auto best = gazetteer.find(sense.phrase.name, exact);
    if (best.empty())
        return {};
    return {best[0].place.country, best[0].place.kind == PlaceKind::country,
            best[0].score > kSurePlace};
}

std::vector<std::string> heaviest(const std::map<std::string, double>& weight) {
    double most = 0;
    for (const auto& [code, value] : weight)
        most = std::max(most, value);
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [code, value] : weight) {
        if (value >= most * kFocusShare)
            ranked.emplace_back(-value, code);
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kMostFocusCountries)
        ranked.resize(kMostFocusCountries);
    std::vector<std::string> countries;
    for (auto& [value, code] : ranked)
        countries.push_back(std::move(code));
    return countries;
}

/// The mentions of each paragraph in the order of the text.
std::map<std::uint32_t, std::vector<std::size_t>> by_paragraph(
    const std::vector<MentionInput>& mentions) {
    std::map<std::uint32_t, std::vector<std::size_t>> paragraphs;
    for (std::size_t m = 0; m < mentions.size(); ++m)
        paragraphs[mentions[m].paragraph].push_back(m);
    for (auto& [paragraph, members] : paragraphs) {
        std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return mentions[a].begin < mentions[b].begin;
        });
    }
    return paragraphs;
}

}  // namespace

bool is_area_kind(PlaceKind kind) {
    return kind == PlaceKind::country || kind == PlaceKind::admin1 || kind == PlaceKind::admin2 ||
           kind == PlaceKind::admin3 || kind == PlaceKind::continent_part;
}

DocumentSenses collect_senses(const std::vector<MentionInput>& mentions) {
    DocumentSenses result;
    std::map<std::string, std::size_t> known;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const MentionInput& mention = mentions[m];
        Sense sense;
        sense.words = mention.words;
        sense.phrase = parse_place_phrase(mention.words);
        sense.kind = mention.kind ? mention.kind : sense.phrase.kind;
        sense.part = mention.part ? mention.part : sense.phrase.part;
        sense.within = mention.within;
        sense.first_mention = m;
        const auto [found, is_new] =
            known.try_emplace(key_of(mention, sense), result.senses.size());
        if (is_new)
            result.senses.push_back(std::move(sense));
        Sense& shared = result.senses[found->second];
        shared.paragraphs.push_back(mention.paragraph);
        ++shared.mention_count;
        if (mention.stated && mention.stated->anchor < mentions.size())
            shared.stated.push_back(*mention.stated);
        result.sense_of.push_back(found->second);
    }
    for (Sense& sense : result.senses) {
        std::sort(sense.paragraphs.begin(), sense.paragraphs.end());
        const auto last = std::unique(sense.paragraphs.begin(), sense.paragraphs.end());
        sense.paragraphs.erase(last, sense.paragraphs.end());
    }
    share_containers(result.senses);
    return result;
}

bool DocumentFocus::holds(const std::string& country) const {
    return std::find(countries.begin(), countries.end(), country) != countries.end();
}

DocumentFocus find_focus(const Gazetteer& gazetteer, const std::vector<MentionInput>& mentions,
                         const DocumentContext& context, DocumentSenses& senses) {
    DocumentFocus focus;
    std::vector<Meaning> meanings;
    meanings.reserve(senses.senses.size());
    std::map<std::string, double> weight;
    for (const Sense& sense : senses.senses) {
        Meaning meaning = plain_meaning(gazetteer, sense);
        constexpr std::size_t kOpeningMentions = 3;
        const double early = sense.first_mention < kOpeningMentions ? 1.0 : 0.0;
        const double count = static_cast<double>(sense.mention_count) + early;
        if (meaning.is_country)
            focus.named.insert(meaning.country);
        if (!meaning.country.empty() && (meaning.is_country || meaning.is_sure))
            weight[meaning.country] += meaning.is_country ? count : 0.5 * count;
        meanings.push_back(std::move(meaning));
    }
    focus.countries = context.countries.empty() ? heaviest(weight) : context.countries;
    for (const auto& code : focus.countries) {
        for (const auto& next : gazetteer.neighbours(code))
            focus.neighbours.insert(next);
    }
    for (const auto& [paragraph, members] : by_paragraph(mentions)) {
        std::set<std::string> named;
        for (const std::size_t m : members) {
            if (const Meaning& meaning = meanings[senses.sense_of[m]]; meaning.is_country)
                named.insert(meaning.country);
        }
        std::string before;
        for (const std::size_t m : members) {
            const Meaning& meaning = meanings[senses.sense_of[m]];
            if (meaning.is_country) {
                before = meaning.country;
                continue;
            }
            auto& countries = senses.senses[senses.sense_of[m]].passage_countries;
            for (const auto& code : named)
                countries[code] = std::max(countries[code], code == before ? 2.0 : 1.0);
        }
    }
    return focus;
}

}  // namespace gazetteer
