#include "app/table.h"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <ostream>

namespace myomap {
namespace {

// Characters, not bytes: continuation bytes of UTF-8 take no place.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

void Table::add(std::vector<std::string> row) {
    assert(row.size() == columns_.size() && "a row has one cell a column");
    rows_.push_back(std::move(row));
}

void Table::print(std::ostream& out) const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = width_of(columns_[c].title);
        for (const auto& row : rows_) width = std::max(width, width_of(row[c]));
        widths.push_back(width);
    }
    const auto print_row = [&](const auto& cell) {
        std::string line;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string& text = cell(c);
            const std::string padding(widths[c] - width_of(text), ' ');
            line += columns_[c].align == Align::Right ? padding + text : text + padding;
            if (c + 1 < columns_.size()) line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    };
    print_row([&](std::size_t c) -> const std::string& { return columns_[c].title; });
    for (const auto& row : rows_) print_row([&](std::size_t c) -> const std::string& { return row[c]; });
}

std::string fixed(double number, int decimals) {
    char text[64];
    const int length = std::snprintf(text, sizeof text, "%.*f", decimals, number);
    return {text, static_cast<std::size_t>(std::clamp(length, 0, static_cast<int>(sizeof text) - 1))};
}

}  // namespace myomap
