// The peer Xapian: terms for exact names and prefixes, its spelling correction for misspelt ones.
#include <xapian.h>

#include <unordered_map>

#include "questions.hpp"

namespace {

constexpr std::size_t kMostTermBytes = 200;  // Xapian refuses terms over 245 bytes

void write_database(const std::vector<peers::Town>& towns, const std::string& path) {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
    // The best known first: documents come back in that order without any sorting.
    for (const auto& town : towns) {
        Xapian::Document document;
        if (!town.folded.empty() && town.folded.size() < kMostTermBytes) {
            document.add_boolean_term(town.folded);
            database.add_spelling(town.folded);
        }
        database.add_document(document);
    }
    database.commit();
    database.compact(path + "-compact");
}

}  // namespace

int main(int, char** argv) {
    const auto towns = peers::read_towns(argv[1]);
    const auto questions = peers::read_questions(argv[2]);
    const std::string path = argv[3];
    write_database(towns, path);
    const Xapian::Database database(path + "-compact");
    std::unordered_map<std::string, std::uint32_t> best_of_name;
    for (std::uint32_t t = 0; t < towns.size(); ++t)
        best_of_name.try_emplace(towns[t].folded, t);

    peers::Report report(std::string("Xapian ") + Xapian::version_string());
    report.rate("exact", questions.at("exact"), [&](const std::string& text, auto& out) {
        out.clear();
        for (auto at = database.postlist_begin(text); at != database.postlist_end(text); ++at)
            out.push_back(*at - 1);
    });
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    report.rate("prefix", questions.at("prefix"), [&](const std::string& text, auto& out) {
        out.clear();
        enquire.set_query(Xapian::Query(Xapian::Query::OP_WILDCARD, text, 0,
                                        Xapian::Query::WILDCARD_LIMIT_FIRST,
                                        Xapian::Query::OP_OR));
        const auto set = enquire.get_mset(0, 10);
        for (auto at = set.begin(); at != set.end(); ++at)
            out.push_back(*at - 1);
    });
    for (const auto& kind : peers::misspelt_kinds()) {
        const auto ask = [&](const std::string& text, auto& out) {
            out.clear();
            const auto suggestion = database.get_spelling_suggestion(text, 2);
            const auto found = best_of_name.find(suggestion);
            if (found != best_of_name.end())
                out.push_back(found->second);
        };
        report.rate(kind, questions.at(kind), ask);
        report.right(kind, questions.at(kind), towns, ask);
    }
}
