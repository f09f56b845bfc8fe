#include "train/sample.h"

#include "base/text.h"
#include "model/category.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t category_bytes_max = 24;  // what a model file holds
constexpr std::size_t samples_max = 1'000'000;

enum class Column { category, text, base, other };

struct ColumnName {
  std::string_view name;
  Column column;
};

constexpr auto columns = std::to_array<ColumnName>({{"category", Column::category},
                                                    {"label", Column::category},
                                                    {"text", Column::text},
                                                    {"log", Column::text},
                                                    {"message", Column::text},
                                                    {"base", Column::base},
                                                    {"id", Column::other},
                                                    {"family", Column::other},
                                                    {"origin", Column::other}});

tl::unexpected<Error> wrong(const std::string& file, std::size_t line, const std::string& what) {
  return fail(ErrorKind::invalid, fmt::format("{}:{}: {}", file, line, what));
}

std::optional<Column> column_of(std::string_view name) {
  const auto found = std::ranges::find(columns, name, &ColumnName::name);
  return found == columns.end() ? std::nullopt : std::optional(found->column);
}

tl::unexpected<Error> unknown_column(const std::string& file, std::size_t line, std::string_view name) {
  return wrong(file, line,
               fmt::format("unknown column '{}'; there are category, text, base, id, family, origin", printable(name)));
}

bool is_plain_word(std::string_view word) {
  return !word.empty() && word.size() <= category_bytes_max && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

void put(Sample& sample, Column column, std::string value) {
  if (column == Column::category) sample.category = canonical_category(trim(value));
  if (column == Column::text) sample.text = std::move(value);
  if (column == Column::base) sample.base = std::move(value);
}

Result<void> check(Sample& sample, const std::string& file, std::size_t line) {
  if (!is_plain_word(sample.category)) {
    return wrong(file, line,
                 fmt::format("'{}' is no category: small letters, digits and _, at most {}",
                             printable(shortened(sample.category, 60)), category_bytes_max));
  }
  if (trim(sample.text).empty()) return wrong(file, line, "the sample has no text");
  if (sample.base.empty()) sample.base = fmt::format("{}:{}", file, line);
  return {};
}

Result<Sample> read_json(std::string_view text, const std::string& file, std::size_t line) {
  const auto object = nlohmann::json::parse(text, nullptr, false);
  if (!object.is_object()) return wrong(file, line, "not a JSON object");
  Sample sample;
  for (const auto& [name, value] : object.items()) {
    const auto column = column_of(name);
    if (!column) return unknown_column(file, line, name);
    if (!value.is_string()) return wrong(file, line, fmt::format("'{}' is no text", name));
    put(sample, *column, value.get<std::string>());
  }
  TRY(check(sample, file, line));
  return sample;
}

Result<std::vector<Sample>> read_json_lines(std::string_view text, const std::string& file) {
  std::vector<Sample> samples;
  std::size_t number = 0;
  for (const auto line : split_lines(text)) {
    ++number;
    if (trim(line).empty()) continue;
    samples.push_back(TRY(read_json(line, file, number)));
    if (samples.size() > samples_max) return wrong(file, number, "too many samples");
  }
  return samples;
}

// RFC 4180: fields in quotes may hold commas, line ends and doubled quotes.
class Csv {
 public:
  explicit Csv(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  std::size_t line() const { return line_; }  // of the row read last

  std::vector<std::string> row() {
    line_ = next_line_;
    std::vector<std::string> fields;
    bool more = true;
    while (more) {
      std::string field = rest_.starts_with('"') ? quoted() : plain();
      fields.push_back(std::move(field));
      more = rest_.starts_with(',');
      if (more) rest_.remove_prefix(1);
    }
    if (rest_.starts_with('\r')) rest_.remove_prefix(1);
    if (rest_.starts_with('\n')) rest_.remove_prefix(1);
    ++next_line_;
    return fields;
  }

 private:
  std::string plain() {
    const auto end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
    std::string field(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return field;
  }

  std::string quoted() {
    std::string field;
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const auto quote = std::min(rest_.find('"'), rest_.size());
      field += rest_.substr(0, quote);
      rest_.remove_prefix(std::min(quote + 1, rest_.size()));
      if (!rest_.starts_with('"')) break;
      field += '"';
      rest_.remove_prefix(1);
    }
    next_line_ += static_cast<std::size_t>(std::ranges::count(field, '\n'));
    return field + plain();
  }

  std::string_view rest_;
  std::size_t line_ = 1, next_line_ = 1;
};

Result<std::vector<Sample>> read_csv(std::string_view text, const std::string& file) {
  Csv csv(text);
  std::vector<Column> header;
  for (const auto& name : csv.row()) {
    const auto column = column_of(lower(trim(name)));
    if (!column) return unknown_column(file, 1, name);
    header.push_back(*column);
  }
  std::vector<Sample> samples;
  while (!csv.at_end()) {
    auto row = csv.row();
    if (row.size() == 1 && trim(row.front()).empty()) continue;
    if (row.size() != header.size()) {
      return wrong(file, csv.line(), fmt::format("{} fields where the header has {}", row.size(), header.size()));
    }
    Sample sample;
    for (std::size_t i = 0; i < row.size(); ++i) put(sample, header[i], std::move(row[i]));
    TRY(check(sample, file, csv.line()));
    samples.push_back(std::move(sample));
    if (samples.size() > samples_max) return wrong(file, csv.line(), "too many samples");
  }
  return samples;
}

}  // namespace

Result<std::vector<Sample>> read_samples(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  auto samples = TRY(trim(text).starts_with('{') ? read_json_lines(text, file) : read_csv(text, file));
  if (samples.empty()) return wrong(file, 1, "no samples");
  return samples;
}

}  // namespace regreen
