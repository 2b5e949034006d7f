// Where the user's gazetteers lie, what they may be called and in which order they answer.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/knowledge.hpp"
#include "app/user_gazetteers.hpp"

namespace {

namespace fs = std::filesystem;

/// A folder for the user's data while a test runs.
class DataFolder {
  public:
    DataFolder() {
        std::string path = (fs::temp_directory_path() / "toposcope-test-XXXXXX").string();
        REQUIRE(mkdtemp(path.data()) != nullptr);
        m_path = path;
        const char* before = std::getenv("XDG_DATA_HOME");
        m_before = before != nullptr ? before : "";
        setenv("XDG_DATA_HOME", path.c_str(), 1);
    }
    ~DataFolder() {
        fs::remove_all(m_path);
        if (m_before.empty())
            unsetenv("XDG_DATA_HOME");
        else
            setenv("XDG_DATA_HOME", m_before.c_str(), 1);
    }
    void put(const std::string& name, const std::string& bytes) const {
        fs::create_directories(m_path / "toposcope/gazetteers");
        std::ofstream(m_path / "toposcope/gazetteers" / name, std::ios::binary) << bytes;
    }
    std::string file(const std::string& name) const {
        return (m_path / "toposcope/gazetteers" / name).string();
    }

  private:
    fs::path m_path;
    std::string m_before;
};

}  // namespace

TEST_CASE("the user's gazetteers lie in the folder for data") {
    const DataFolder folder;
    CHECK(app::user_gazetteer_folder() + "/ML.idx" == folder.file("ML.idx"));
    setenv("XDG_DATA_HOME", "not/absolute", 1);
    setenv("HOME", "/home/someone", 1);
    CHECK(app::user_gazetteer_folder() == "/home/someone/.local/share/toposcope/gazetteers");
}

TEST_CASE("a gazetteer's name cannot lead out of the folder") {
    for (const char* name : {"ML", "villages", "Liste-2024.v2", "a", "world2"}) {
        CAPTURE(name);
        CHECK(app::check_gazetteer_name(name));
    }
    for (const char* name : {"", ".", "..", "../x", "a/b", "/etc/passwd", ".hidden", "-o", "a b",
                             "é", "world", "shipped"}) {
        CAPTURE(name);
        CHECK_FALSE(app::check_gazetteer_name(name));
    }
    CHECK_FALSE(app::check_gazetteer_name(std::string(65, 'a')));
}

TEST_CASE("country dumps come before the user's own tables, each by name") {
    const DataFolder folder;
    for (const char* name : {"villages.idx", "NE.idx", "ML.idx", "camps.idx", "ml.idx", "note.txt",
                             ".hidden.idx", "a b.idx"})
        folder.put(name, "");
    fs::create_directory(folder.file("folder.idx"));
    std::vector<std::string> names;
    for (const auto& own : app::list_user_gazetteers(app::user_gazetteer_folder()))
        names.push_back(own.name);
    CHECK(names == std::vector<std::string>{"ML", "NE", "camps", "ml", "villages"});
    CHECK(app::list_user_gazetteers("/nowhere/at/all").empty());
    CHECK(app::list_user_gazetteers("").empty());
}

TEST_CASE("a damaged gazetteer of the user is left out with what to do about it") {
    const DataFolder folder;
    folder.put("ML.idx", "no index at all");
    folder.put("villages.idx", "");
    const auto paths = app::gazetteer_paths(TEST_SHARE_DIR, {});
    CHECK(paths.value == std::vector<std::string>{app::shipped_index(TEST_SHARE_DIR)});
    REQUIRE(paths.problems.size() == 2);
    CHECK(paths.problems[0].where == folder.file("ML.idx"));
    CHECK(paths.problems[0].what.find("toposcope gazetteer add ML") != std::string::npos);
    CHECK(paths.problems[1].what.find("gazetteer remove villages") != std::string::npos);
    CHECK(app::open_gazetteer(TEST_SHARE_DIR, {}));
}

TEST_CASE("the gazetteers named on the command line are the strongest and open once") {
    const DataFolder folder;
    fs::create_directories(fs::path(folder.file("x")).parent_path());
    const std::string shipped = app::shipped_index(TEST_SHARE_DIR);
    for (const char* name : {"ML.idx", "own.idx"})
        fs::copy_file(shipped, folder.file(name));
    CHECK(app::gazetteer_paths(TEST_SHARE_DIR, {}).value ==
          std::vector<std::string>{shipped, folder.file("ML.idx"), folder.file("own.idx")});
    CHECK(app::gazetteer_paths(TEST_SHARE_DIR, {{folder.file("ML.idx")}, false}).value ==
          std::vector<std::string>{shipped, folder.file("own.idx"), folder.file("ML.idx")});
    CHECK(app::gazetteer_paths(TEST_SHARE_DIR, {{folder.file("ML.idx")}, true}).value ==
          std::vector<std::string>{shipped, folder.file("ML.idx")});
}

TEST_CASE("a gazetteer that was named and cannot be opened is an error") {
    CHECK_FALSE(app::open_gazetteer(TEST_SHARE_DIR, {{"/nowhere/x.idx"}, true}));
}
