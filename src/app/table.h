#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace myomap {

// A table for a terminal: a line a row, columns two spaces apart, numbers to the right where asked for.
class Table {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };

    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
    void add(std::vector<std::string> row);  // as many cells as columns
    void print(std::ostream& out) const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

std::string fixed(double number, int decimals);

}  // namespace myomap
