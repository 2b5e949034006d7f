// toposcope gazetteer add: countries from GeoNames, and files, to the user's gazetteers.
#include <fmt/ostream.h>

#include <cstdlib>
#include <filesystem>

#include "app/commands/gazetteer_build.hpp"
#include "app/commands/open_places.hpp"
#include "app/commands/terminal_progress.hpp"
#include "app/country_dump.hpp"
#include "app/sandbox.hpp"
#include "app/transfer.hpp"
#include "app/user_gazetteers.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

/// Two letters are a country's code, unless a file has that very name.
bool is_country_code(const std::string& text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::error_code error;
    return text.size() == 2 && letter(text[0]) && letter(text[1]) && !fs::exists(text, error);
}

std::string upper(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

struct Wanted {
    std::vector<std::string> countries;
    std::vector<std::string> files;
};

Wanted sort_out(const GazetteerAddCommand& command) {
    Wanted wanted;
    for (const std::string& source : command.sources.files) {
        if (is_country_code(source))
            wanted.countries.push_back(upper(source));
        else
            wanted.files.push_back(source);
    }
    return wanted;
}

/// What options do not go together; empty when all do.
std::string contradiction(const GazetteerAddCommand& command, const Wanted& wanted) {
    if (wanted.countries.empty() && !command.from.empty())
        return "--from is for countries that are fetched; here are only files";
    if (wanted.countries.empty() && command.fetch_alternate_names) {
        return "--alternate-names is for countries that are fetched; for files give "
               "--alternate-names-file";
    }
    if (!wanted.countries.empty() && !command.name.empty())
        return "--name is for files; a country's gazetteer has its code as name";
    if (wanted.files.empty() && !command.sources.alternate_names.empty())
        return "--alternate-names-file is for files; for countries give --alternate-names";
    return {};
}

/// "Liste des villages.csv" -> "Liste-des-villages": a name out of a file's.
std::string name_from_file(const std::string& path) {
    fs::path file = fs::path(path).filename();
    while (file.has_extension() && file.has_stem() && file.stem() != file)
        file = file.stem();
    std::string name;
    for (const char c : file.string()) {
        if (check_gazetteer_name(std::string("x") + c))
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (name.ends_with('-'))
        name.pop_back();
    return name;
}

/// What is fetched for one country, and where it lies meanwhile.
struct CountryFiles {
    std::string code;
    std::string dump;             ///< path
    std::string alternate_names;  ///< path; empty when not wanted
};

std::vector<TransferRequest> requests_for(const std::vector<CountryFiles>& countries,
                                          const std::string& address) {
    std::vector<TransferRequest> requests;
    for (const CountryFiles& country : countries) {
        requests.push_back({dump_url(address, country.code), country.dump});
        if (!country.alternate_names.empty())
            requests.push_back(
                {alternate_names_url(address, country.code), country.alternate_names});
    }
    return requests;
}

void forget(const CountryFiles& country) {
    std::error_code ignored;
    fs::remove(country.dump, ignored);
    if (!country.alternate_names.empty())
        fs::remove(country.alternate_names, ignored);
}

int build_country(const CountryFiles& country, const GazetteerAddCommand& command,
                  const std::string& folder, CommandContext& context) {
    auto checked = check_country_dump(country.dump, country.code);
    if (checked && !country.alternate_names.empty())
        checked = check_alternate_names(country.alternate_names);
    if (!checked) {
        forget(country);
        return complain(context, checked.error().message + "; nothing was changed");
    }
    GazetteerSources sources = command.sources;
    if (!country.alternate_names.empty())
        sources.alternate_names = {country.alternate_names};
    const int code =
        build_and_report({country.dump}, sources, user_gazetteer_path(folder, country.code),
                         geo::Overwrite::allow, context);
    if (code == kDone)
        forget(country);
    return code;
}

int add_countries(const std::vector<std::string>& codes, const GazetteerAddCommand& command,
                  const std::string& folder, CommandContext& context) {
    const std::string fetched = folder + "/fetched";
    if (const auto made = make_user_gazetteer_folder(fetched); !made)
        return complain(context, made.error().message);
    std::vector<CountryFiles> countries;
    for (const std::string& code : codes) {
        countries.push_back(
            {code, fetched + "/" + code + ".zip",
             command.fetch_alternate_names ? fetched + "/" + code + "-names.zip" : ""});
    }
    const auto requests = requests_for(countries, dump_address(command.from));
    const auto done = [&] {
        TerminalProgress progress(context);
        return transfer_in_child(requests, [&](const TransferRequest& request, std::uint64_t bytes,
                                               std::uint64_t total) {
            const std::string step =
                fmt::format("{}  {}{}", request.url, bytes_in_words(bytes),
                            total == 0 ? std::string{} : " of " + bytes_in_words(total));
            progress.show(
                step, total == 0 ? -1.0 : static_cast<double>(bytes) / static_cast<double>(total));
        });
    }();
    if (!done)
        return complain(context, done.error().message + "; nothing was changed");
    for (const Transferred& file : *done) {
        fmt::print(context.err, "{}: fetched{}\n", file.url,
                   file.last_modified.empty() ? "" : ", last changed " + file.last_modified);
    }
    int code = kDone;
    for (const CountryFiles& country : countries) {
        if (const int built = build_country(country, command, folder, context); built != kDone)
            code = built;
    }
    return code;
}

int add_files(const std::vector<std::string>& files, const GazetteerAddCommand& command,
              const std::string& folder, CommandContext& context) {
    if (!command.name.empty()) {
        return build_and_report(files, command.sources, user_gazetteer_path(folder, command.name),
                                command.overwrite, context);
    }
    int code = kDone;
    for (const std::string& file : files) {
        const std::string name = name_from_file(file);
        if (const auto good = check_gazetteer_name(name); !good) {
            code = complain(context, file + ": " + good.error().message + "; give --name NAME",
                            kWrongArguments);
            continue;
        }
        const int built = build_and_report(
            {file}, command.sources, user_gazetteer_path(folder, name), command.overwrite, context);
        if (built != kDone)
            code = built;
    }
    return code;
}

}  // namespace

bool opens_network(const AnyCommand& command) {
    const auto* add = std::get_if<GazetteerAddCommand>(&command);
    if (add == nullptr)
        return false;
    const Wanted wanted = sort_out(*add);
    return !wanted.countries.empty() && contradiction(*add, wanted).empty();
}

int run(const GazetteerAddCommand& command, CommandContext& context) {
    const Wanted wanted = sort_out(command);
    if (const std::string wrong = contradiction(command, wanted); !wrong.empty())
        return complain(context, wrong, kWrongArguments);
    if (!command.name.empty()) {
        if (const auto good = check_gazetteer_name(command.name); !good)
            return complain(context, "--name: " + good.error().message, kWrongArguments);
    }
    if (!wanted.countries.empty()) {
        const auto shipped = open_places(context, {{}, true});
        if (!shipped)
            return complain(context, shipped.error().message);
        for (const std::string& code : wanted.countries) {
            if (!shipped->country(code)) {
                return complain(context,
                                code + ": no country has this code, and no file has this name",
                                kWrongArguments);
            }
        }
    }
    const std::string folder = user_gazetteer_folder();
    if (const auto made = make_user_gazetteer_folder(folder); !made)
        return complain(context, made.error().message);
    // The countries first: their transfer closes the network for what comes after it.
    int code = wanted.countries.empty() ? kDone
                                        : add_countries(wanted.countries, command, folder, context);
    if (!wanted.countries.empty()) {
        // Also where no transfer came about.
        if (const auto closed = refuse_network(); !closed)
            return complain(context, closed.error().message);
    }
    if (!wanted.files.empty()) {
        const int added = add_files(wanted.files, command, folder, context);
        if (added != kDone)
            code = added;
    }
    return code;
}

}  // namespace app
