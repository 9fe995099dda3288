#include "app/partial_json.h"

#include <algorithm>
#include <vector>

namespace myomap {
namespace {

// Builds what it is told of, from the outside inwards; what is still open at an error is known.
class Builder : public nlohmann::json_sax<Json> {
public:
    explicit Builder(const std::string& text) : text_(text) {}

    bool null() override { return add(Json()); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(value); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool key(string_t& value) override {
        open_.back().key = value;
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(position, text_.size()));
        const auto line = std::count(text_.begin(), end, '\n') + 1;
        result_.whole = false;
        if (text_.empty())
            result_.error = "it is empty";
        else
            result_.error = "line " + std::to_string(line) +
                            (position >= text_.size() ? ": the file ends here, before its end"
                                                      : ": from here on it cannot be read");
        salvage();
        return false;
    }

    PartialJson result() { return std::move(result_); }

private:
    struct Open {
        Json value;
        std::string key;  // of the member that comes next
    };

    bool add(Json value) {
        if (open_.empty()) {
            result_.document = std::move(value);
        } else if (Json& holder = open_.back().value; holder.is_array()) {
            holder.push_back(std::move(value));
        } else {
            holder[open_.back().key] = std::move(value);
        }
        return true;
    }
    bool open(Json empty) {
        open_.push_back({std::move(empty), {}});
        return true;
    }
    bool close() {
        Json closed = std::move(open_.back().value);
        open_.pop_back();
        return add(std::move(closed));
    }

    // Of what is open the outermost stays, and in it a list of records with those that were closed.
    void salvage() {
        if (open_.empty()) return;
        constexpr std::size_t kept = 2;
        const bool records = open_.size() >= kept && open_[1].value.is_array() && !open_[1].value.empty() &&
                             open_[1].value.front().is_object();
        open_.resize(records ? kept : 1);
        while (!open_.empty()) close();
    }

    const std::string& text_;
    std::vector<Open> open_;
    PartialJson result_;
};

}  // namespace

PartialJson parse_partial_json(const std::string& text) {
    Builder builder(text);
    Json::sax_parse(text, &builder);
    return builder.result();
}

}  // namespace myomap
