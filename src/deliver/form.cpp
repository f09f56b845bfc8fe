#include "deliver/form.h"

#include "base/among.h"
#include "base/text.h"
#include "deliver/surroundings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t form_bytes_max = 32 << 10;
constexpr std::size_t depth_max = 8;  // of sections in sections

// What reaches over blank lines, or takes code spans apart: no value would be safe behind it.
constexpr auto refused = std::to_array<std::string_view>({"<!", "<?", "<pre", "<script", "<style", "<textarea", "|"});

struct Mark {
  char sign;
  Form::Line::Mark mark;
};
constexpr auto marks = std::to_array<Mark>(
    {{'#', Form::Line::Mark::where}, {'^', Form::Line::Mark::where_not}, {'/', Form::Line::Mark::end}});

class Reader {
 public:
  Reader(const TextFile& file, std::span<const ValueName> known) : file_(file), known_(known) {}

  void read() {
    for (std::string_view line : split_lines(file_.text)) {
      ++number_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (printable(line) != line) mistake("is no text in UTF-8, or has characters that nobody sees");
      for (const auto one : refused) {
        if (contains(lower(line), one)) mistake(fmt::format("'{}' cannot stand in a text with values", one));
      }
      if (!read_mark(trim(line))) read_line(line);
    }
    if (!open_.empty()) mistake(fmt::format("'{}' is not closed", open_.back()));
  }

  std::vector<Form::Line> lines;
  std::vector<std::string> mistakes;
  std::size_t bytes_most = 0;  // that the text can become

 private:
  void mistake(std::string_view what) { mistakes.push_back(fmt::format("{}:{}: {}", file_.name, number_, what)); }

  const ValueName* find(std::string_view name) {
    const auto found = std::ranges::find(known_, name, &ValueName::name);
    if (found != known_.end()) return &*found;
    std::vector<std::string> names;
    for (const auto& one : known_) names.emplace_back(one.name);
    mistake(fmt::format("unknown value '{}' (known: {})", printable(name), join(names, ", ")));
    return nullptr;
  }

  // Is the line a mark of a section, or a remark?
  bool read_mark(std::string_view line) {
    if (!line.starts_with("{{") || line.find("}}") != line.size() - 2 || line.size() < 5) return false;
    if (line[2] == '!') return true;
    const auto found = std::ranges::find(marks, line[2], &Mark::sign);
    if (found == marks.end()) return false;
    const std::string name(trim(line.substr(3, line.size() - 5)));
    if (find(name) == nullptr) return true;
    if (found->mark == Form::Line::Mark::end) {
      if (open_.empty() || open_.back() != name) return mistake(fmt::format("'{}' is not open here", name)), true;
      open_.pop_back();
      around_.end_section();
    } else {
      if (open_.size() == depth_max) return mistake("too many sections in each other"), true;
      open_.push_back(name);
      around_.begin_section();
    }
    lines.push_back({found->mark, name});
    return true;
  }

  void read_line(std::string_view line) {
    Form::Line read;
    bool begins_item = false;
    std::size_t from = 0;
    for (auto at = line.find("{{"); at != std::string_view::npos; at = line.find("{{", from)) {
      const auto end = line.find("}}", at);
      if (end == std::string_view::npos) return mistake("'{{' is not closed");
      const std::string name(trim(line.substr(at + 2, end - at - 2)));
      if (!name.empty() && std::string_view("#^/!").find(name.front()) != std::string_view::npos)
        return mistake(fmt::format("'{{{{{}}}}}' has to stand alone in its line", printable(name)));
      const ValueName* value = find(name);
      if (value == nullptr) return;
      const auto objection = around_.objection(value->kind, line.substr(0, at), line.substr(end + 2));
      if (!objection.empty()) mistake(fmt::format("'{}' {}", name, objection));
      begins_item |=
          value->kind == ValueKind::list || (value->kind == ValueKind::plain && at == 0);  // "12." is an item
      read.pieces.push_back({false, std::string(line.substr(from, at - from))});
      read.pieces.push_back({true, name});
      bytes_most += value->bytes_max;
      from = end + 2;
    }
    read.pieces.push_back({false, std::string(line.substr(from))});
    bytes_most += line.size() + 1;
    around_.add(line, begins_item);
    lines.push_back(std::move(read));
  }

  const TextFile& file_;
  std::span<const ValueName> known_;
  std::size_t number_ = 0;
  std::vector<std::string> open_;
  Surroundings around_;
};

}  // namespace

Result<Form> Form::parse(const TextFile& file, std::span<const ValueName> known, std::size_t bytes_max) {
  if (file.text.size() > form_bytes_max)
    return fail(ErrorKind::invalid, fmt::format("{}: larger than {} bytes", file.name, form_bytes_max));
  Reader reader(file, known);
  reader.read();
  if (reader.mistakes.empty() && reader.bytes_most > bytes_max) {
    reader.mistakes.push_back(fmt::format("{}: with its values it can become {} bytes, and {} are the most", file.name,
                                          reader.bytes_most, bytes_max));
  }
  if (!reader.mistakes.empty()) return fail(ErrorKind::invalid, join(reader.mistakes, "\n"));
  Form form;
  form.lines_ = std::move(reader.lines);
  return form;
}

std::string Form::fill(const Values& values) const {
  const auto value_of = [&](const std::string& name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string_view() : std::string_view(found->second);
  };
  std::string text;
  std::vector<bool> hides;  // of the open sections
  for (const auto& line : lines_) {
    if (line.mark == Line::Mark::end) {
      hides.pop_back();
    } else if (line.mark != Line::Mark::none) {
      hides.push_back(value_of(line.name).empty() == (line.mark == Line::Mark::where));
    } else if (!is_among(true, hides)) {
      for (const auto& piece : line.pieces)
        text += piece.is_value ? value_of(piece.text) : std::string_view(piece.text);
      text += '\n';
    }
  }
  return text;
}

}  // namespace regreen
