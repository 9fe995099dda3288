#include "app/session_file.h"

#include <algorithm>
#include <utility>

#include "atlas/painted_area.h"

#include "app/partial_json.h"
#include "base/file.h"
#include "scene/reduce.h"
#include "scene/saved_view.h"

namespace myomap {
namespace {

constexpr const char* format = "myomap session";
constexpr int version = 2;

// Reads members that may be missing or of the wrong kind, and tells each that is.
class Reader {
public:
    explicit Reader(std::string file) : file_(std::move(file)) {}

    void tell(const std::string& where, std::string what, std::string expected = {}) {
        problems_.push_back({file_, where, std::move(what), std::move(expected), {}});
    }
    std::vector<Problem> problems() && { return std::move(problems_); }

    std::string text(const Json& object, const std::string& key, const std::string& where) {
        const auto member = object.find(key);
        if (member == object.end()) return {};
        if (member->is_string()) return member->get<std::string>();
        tell(where + "/" + key, "this is no text", "a text in quotes");
        return {};
    }

    // Each entry of a list by `read`, which gives none for one that is not sound.
    template <class Entry, class Read>
    std::vector<Entry> list(const Json& object, const std::string& key, const Read& read) {
        std::vector<Entry> entries;
        const auto member = object.find(key);
        if (member == object.end()) return entries;
        if (!member->is_array()) {
            tell("/" + key, "this is no list", "a list in square brackets");
            return entries;
        }
        for (std::size_t i = 0; i < member->size(); ++i)
            if (auto entry = read((*member)[i], "/" + key + "/" + std::to_string(i)))
                entries.push_back(std::move(*entry));
        return entries;
    }

    std::optional<KeptPoint> kept_point(const Json& entry, const std::string& where) {
        const auto side = entry.is_object() ? side_from_text(text(entry, "side", where)) : std::nullopt;
        const std::string point = side ? text(entry, "point", where) : std::string();
        if (point.empty()) {
            tell(where, "this is no kept point", "an object with point and side");
            return std::nullopt;
        }
        return KeptPoint{point, *side, text(entry, "date", where), text(entry, "note", where)};
    }

    std::optional<SessionNote> note(const Json& entry, const std::string& where) {
        std::string words = entry.is_object() ? text(entry, "text", where) : std::string();
        if (words.empty()) {
            tell(where, "this is no note", "an object with date and text");
            return std::nullopt;
        }
        return SessionNote{text(entry, "date", where), std::move(words)};
    }

    std::optional<std::string> action(const Json& entry, const std::string& where) {
        if (entry.is_string() && action_from_text(entry.get<std::string>())) return entry.get<std::string>();
        tell(where, "this is no action", "an action as in a recording");
        return std::nullopt;
    }

    std::optional<PaintedArea> area(const Json& entry, const std::string& where) {
        Loaded<std::vector<PaintedArea>> read =
            painted_areas_from_json(Json{{"areas", Json::array({entry})}}.dump(), file_);
        for (const Problem& problem : read.problems)
            tell(where + problem.where.substr(std::min(problem.where.size(), std::string("/areas/0").size())),
                 problem.what, problem.expected);
        if (!read || read.value->empty()) return std::nullopt;
        return std::move(read.value->front());
    }

    std::optional<SavedView> view(const Json& entry, const std::string& where) {
        SavedView view;
        if (entry.is_object()) view.name = text(entry, "name", where);
        if (view.name.empty()) {
            tell(where, "this is no saved view", "an object with name and actions");
            return std::nullopt;
        }
        view.actions = list<std::string>(entry, "actions", [&](const Json& line, const std::string& at) {
            return action(line, where + at);
        });
        return view;
    }

private:
    std::string file_;
    std::vector<Problem> problems_;
};

// Out of what was looked at into a field of their own.
void take_areas(std::vector<std::string>& view, std::vector<PaintedArea>& areas) {
    std::erase_if(view, [&](const std::string& text) {
        const Loaded<Action> action = action_from_text(text);
        const auto* painted = action ? std::get_if<SetAreas>(&*action.value) : nullptr;
        if (painted != nullptr && areas.empty()) areas = painted->areas;
        return painted != nullptr;
    });
}

SessionContents contents_of(const Json& document, Reader& reader) {
    SessionContents contents;
    const auto kept = [&](const Json& e, const std::string& at) { return reader.kept_point(e, at); };
    const auto note = [&](const Json& e, const std::string& at) { return reader.note(e, at); };
    const auto view = [&](const Json& e, const std::string& at) { return reader.view(e, at); };
    const auto line = [&](const Json& e, const std::string& at) { return reader.action(e, at); };
    contents.practice = reader.text(document, "practice", {});
    contents.handout_note = reader.text(document, "handout_note", {});
    contents.session.points = reader.list<KeptPoint>(document, "points", kept);
    contents.session.notes = reader.list<SessionNote>(document, "notes", note);
    contents.areas = reader.list<PaintedArea>(
        document, "areas", [&](const Json& e, const std::string& at) { return reader.area(e, at); });
    contents.views = reader.list<SavedView>(document, "views", view);
    contents.view = reader.list<std::string>(document, "view", line);
    take_areas(contents.view, contents.areas);
    return contents;
}

// Why a document cannot be read as a session; empty where it can.
std::string no_session(const Json& document) {
    if (document.is_array()) return {};  // version 0
    if (!document.is_object() || document.value("format", Json()) != format) return "this is no session file";
    const Json written = document.value("version", Json());
    if (!written.is_number_integer()) return "it does not say of which version it is";
    if (written.get<int>() > version)
        return "it was written by a newer Myomap, as version " + std::to_string(written.get<int>());
    return {};
}

}  // namespace

SessionContents session_of(const State& state) {
    SessionContents contents{state.session, state.leaflet.practice, state.leaflet.note, state.pain.areas,
                             state.saved,   view_actions(state)};
    std::vector<PaintedArea> told;
    take_areas(contents.view, told);
    return contents;
}

State with_session(State state, const SessionContents& contents, const Atlas& atlas) {
    state.session = contents.session;
    state.leaflet.practice = contents.practice;
    state.leaflet.note = contents.handout_note;
    state.saved = contents.views;
    for (const std::string& text : contents.view)
        if (const Loaded<Action> action = action_from_text(text)) state = reduce(state, *action.value, atlas);
    return reduce(state, SetAreas{contents.areas}, atlas);
}

std::string session_text(const SessionContents& contents, const std::string& date) {
    Json points = Json::array(), notes = Json::array(), views = Json::array();
    for (const KeptPoint& kept : contents.session.points)
        points.push_back(
            {{"point", kept.point}, {"side", to_text(kept.side)}, {"date", kept.date}, {"note", kept.note}});
    for (const SessionNote& note : contents.session.notes)
        notes.push_back({{"date", note.date}, {"text", note.text}});
    for (const SavedView& view : contents.views)
        views.push_back({{"name", view.name}, {"actions", view.actions}});
    const Json document{{"format", format},
                        {"version", version},
                        {"written", date},
                        {"practice", contents.practice},
                        {"handout_note", contents.handout_note},
                        {"points", std::move(points)},
                        {"notes", std::move(notes)},
                        {"areas", Json::parse(to_json_text(contents.areas)).at("areas")},
                        {"views", std::move(views)},
                        {"view", contents.view}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Loaded<SessionContents> session_from_text(const std::string& text, const std::string& file) {
    PartialJson json = parse_partial_json(text);
    Reader reader(file);
    if (!json.whole) reader.tell({}, "the file is damaged: " + json.error);
    if (const std::string why = no_session(json.document); !why.empty()) {
        const bool newer = why.starts_with("it was written by a newer");
        reader.tell({}, why,
                    newer ? "version " + std::to_string(version) + " or older"
                          : std::string("a file that begins with \"format\": \"") + format + "\"");
        return {std::nullopt, std::move(reader).problems()};
    }
    if (json.document.is_array()) json.document = Json{{"views", std::move(json.document)}};
    SessionContents contents = contents_of(json.document, reader);
    return {std::move(contents), std::move(reader).problems()};
}

bool is_session_file(const std::filesystem::path& file) {
    constexpr std::size_t beginning = 200;
    const auto text = read_file(file);
    return text && text.value->substr(0, beginning).find(format) != std::string::npos;
}

Loaded<SessionContents> read_session(const std::filesystem::path& file) {
    const Loaded<std::string> text = read_file(file);
    if (!text) return {std::nullopt, text.problems};
    return session_from_text(*text.value, file.string());
}

std::vector<Problem> write_session(const std::filesystem::path& file, const SessionContents& contents,
                                   const std::string& date) {
    return write_file(file, session_text(contents, date));
}

}  // namespace myomap
