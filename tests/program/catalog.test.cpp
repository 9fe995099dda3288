#include <doctest/doctest.h>

#include <set>

#include "program/program.h"

using namespace myomap::testing;
using Json = nlohmann::json;

namespace {

std::set<std::string> keys_of(const Json& object) {
    std::set<std::string> keys;
    for (const auto& entry : object.items()) keys.insert(entry.key());
    return keys;
}

// A copy of the project's data that a test may damage.
struct DataCopy : TemporaryFolder {
    DataCopy() { std::filesystem::copy(data_dir(), path, std::filesystem::copy_options::recursive); }
};

}  // namespace

TEST_SUITE_BEGIN("program");

TEST_CASE("Lists of the catalog are JSON arrays of records with unique ids, and need no body") {
    for (const char* what : {"muscles", "points", "conditions", "zones"}) {
        CAPTURE(what);
        const Run list = run({"list", what, "--json"});
        CHECK(list.exit_code == 0);
        CHECK(list.err.empty());
        const Json records = list.json();
        REQUIRE(records.is_array());
        CHECK(records.size() > 20);
        std::set<std::string> ids;
        for (const Json& record : records) ids.insert(record.at("id").get<std::string>());
        CHECK(ids.size() == records.size());
    }
}

TEST_CASE("A listed point has its muscle, its sides and where it refers") {
    for (const Json& point : run({"list", "points", "--json"}).json()) {
        CAPTURE(point.dump());
        CHECK(keys_of(point) == std::set<std::string>{"id", "muscle", "sides", "not_pain", "refers"});
        CHECK(!point.at("sides").empty());
        CHECK(!point.at("refers").empty());
    }
}

TEST_CASE("Without --json a list is a table with a title and a line a record") {
    const std::string table = run({"list", "muscles"}).out;
    const auto lines = std::count(table.begin(), table.end(), '\n');
    CHECK(lines == static_cast<long>(run({"list", "muscles", "--json"}).json().size()) + 1);
    CHECK(table.starts_with("id "));
}

TEST_CASE("Every muscle, point, condition and zone that is listed can be shown") {
    // One of each kind in full, since each run loads the catalog; the records themselves are tested in app.
    for (const char* what : {"muscles", "points", "conditions", "zones"}) {
        const Json records = run({"list", what, "--json"}).json();
        for (const std::size_t i : {std::size_t{0}, records.size() / 2, records.size() - 1}) {
            const std::string id = records[i].at("id");
            CAPTURE(id);
            const Run shown = run({"show", id, "--json"});
            CHECK(shown.exit_code == 0);
            CHECK(shown.json().at("id") == id);
            CHECK(run({"show", id}).out.find(id) != std::string::npos);
        }
    }
}

TEST_CASE("Finding by words, by zone and by condition gives points on sides, best first") {
    const std::vector<std::vector<std::string>> searches{
        {"find", "infraspin", "--json"},
        {"find", "--zone", "shoulder.anterior", "--side", "left", "--json"},
        {"find", "--condition", "tension_type_headache", "--json"},
    };
    for (const auto& words : searches) {
        CAPTURE(words[1]);
        const Run found = run(words);
        CHECK(found.exit_code == 0);
        const Json document = found.json();
        const bool by_pain = words[1] == "--zone";
        CHECK(keys_of(document) == (by_pain ? std::set<std::string>{"painted_cm2", "zones", "fits", "results"}
                                            : std::set<std::string>{"results"}));
        REQUIRE_FALSE(document.at("results").empty());
        double last = 1e9;
        for (const Json& result : document.at("results")) {
            std::set<std::string> keys{"point", "muscle", "side", "score", "why"};
            if (by_pain) keys.insert({"essential", "spillover", "unfelt", "likely"});
            CHECK(keys_of(result) == keys);
            CHECK(result.at("score").get<double>() <= last);
            last = result.at("score");
        }
    }
    CHECK(run(searches[0]).json().at("results")[0].at("muscle") == "infraspinatus");
    const Json left = run(searches[1]).json();
    CHECK(left.at("fits") == true);
    for (std::size_t i = 0; i < 10; ++i) CHECK(left.at("results")[i].at("side") == "left");
}

TEST_CASE("A search that finds nothing says so and is no error") {
    const Run found = run({"find", "xyzzy", "--json"});
    CHECK(found.exit_code == 0);
    CHECK(found.json().at("results").empty());
    CHECK_FALSE(found.err.empty());
}

TEST_CASE("The project's own catalog has no problem") {
    const Run result = run({"validate"});
    CHECK_MESSAGE(result.exit_code == 0, result.err);
    CHECK(result.out.find("no problem") != std::string::npos);
    CHECK(run({"validate", data_dir().string(), "--json"}).json().at("valid") == true);
}

TEST_CASE("A broken catalog is told by file and stops the commands that need one") {
    const DataCopy data;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(data.path / "catalog" / "muscles")) {
        write_text(entry.path(), read_text(entry.path()).substr(0, 1000));
        const std::string name = entry.path().filename();
        const Run result = run({"validate", data.path.string()});
        CHECK(result.exit_code == 1);
        CHECK(result.err.find(name) != std::string::npos);
        const Run listing = run({"list", "muscles", "--json", "--data", data.path.string()});
        CHECK(listing.exit_code == 1);
        CHECK(listing.out.empty());
        CHECK(listing.err.find(name) != std::string::npos);
        break;
    }
    const Json document = run({"validate", "--json", data.path.string()}).json();
    CHECK(document.at("valid") == false);
    CHECK_FALSE(document.at("problems").empty());
}

TEST_CASE("What a language lacks of the catalog is told by file and place, counted first") {
    const DataCopy data;
    const auto file = data.path / "catalog" / "treatment.json";
    Json treatment = Json::parse(read_text(file));
    const std::string title = treatment.at("storyboard").at(2).at("title").get<std::string>();
    const auto lacks_title = [&](const std::string& text) {
        const Json told = run({"validate", "--language", "de", "--json", data.path.string()}).json();
        for (const Json& each : told.at("catalog"))
            if (each.at("file") == "treatment.json" && each.at("where") == "/storyboard/2/title")
                return each.at("text") == text;
        return false;
    };
    CHECK_FALSE(lacks_title(title));
    treatment["storyboard"][2]["title"] = "A title nobody has put into German";
    write_text(file, treatment.dump(2));
    CHECK(lacks_title("A title nobody has put into German"));

    const std::string lines = run({"validate", "--language", "de", data.path.string()}).out;
    const std::size_t count = lines.find("treatment title: ");
    const std::size_t place = lines.find("treatment.json: /storyboard/2/title: A title nobody");
    REQUIRE(count != std::string::npos);
    REQUIRE(place != std::string::npos);
    CHECK(count < place);
    CHECK(run({"validate", "--language", "en", "--json"}).json().at("catalog").empty());
}

TEST_CASE("A folder that is empty, missing or a file is no catalog, and says so") {
    const TemporaryFolder folder;
    write_text(folder.path / "file", "text");
    for (const std::string& dir : {folder.path.string(), (folder.path / "missing").string(),
                                   (folder.path / "file").string(), std::string("/dev/null")}) {
        CAPTURE(dir);
        const Run result = run({"validate", dir});
        CHECK(result.exit_code == 1);
        CHECK(result.err.find(dir) != std::string::npos);
    }
}

TEST_SUITE_END();
