// c.remove-unused: takes out what gcc and clang find unused; what its initialiser does stays done.

#include "base/text.h"
#include "mend/c/code/statements.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Unused {
  std::string name;
  std::string code;  // "unused-variable"
  std::size_t line = 0;
  std::size_t column = 0;
};

// The name between the first quotes of the message.
std::string named_in(std::string_view message) {
  auto text = plain_quotes(message);
  const auto error = text.find("error: ");
  const auto open = text.find('\'', error == std::string::npos ? 0 : error);
  const auto close = text.find('\'', open == std::string::npos ? open : open + 1);
  if (close == std::string::npos) return "";
  text = text.substr(open + 1, close - open - 1);
  if (const auto bracket = text.find('('); bracket != std::string::npos)
    text.erase(bracket);  // C++ names the signature
  if (const auto blank = text.find_last_of(" *&:"); blank != std::string::npos) text.erase(0, blank + 1);
  return is_identifier(text) ? text : "";
}

// A file whose edits are being collected.
class UnusedCode {
 public:
  UnusedCode(std::string_view path, std::string text)
      : is_cpp_(is_cpp(path)), text_(std::move(text)), statements_(text_) {}

  void remove(const Unused& unused) {
    const auto at = offset_of(text_, unused.line, unused.column, unused.name);
    const auto place = at ? at : only_word_on(unused.line, unused.name);
    if (!place) return;
    if (unused.code == "unused-parameter") return drop_parameter(*place, unused.name);
    if (unused.code == "unused-function") return remove_function(*place, unused.name);
    if (unused.code == "unused-label") return remove_label(*place, unused.name);
    if (unused.code == "unused-local-typedefs" || unused.code == "unused-local-typedef")
      return remove_statement(*place);
    if (unused.code.starts_with("unused-variable") || unused.code.starts_with("unused-const-variable") ||
        unused.code.starts_with("unused-but-set-variable")) {
      remove_variable(*place, unused.name);
    }
  }

  std::vector<Edit> edits() && { return std::move(edits_); }

 private:
  std::optional<std::size_t> only_word_on(std::size_t line, std::string_view name) const {
    const Lines lines(text_);
    if (!lines.has(line)) return std::nullopt;
    const auto found =
        words_in(std::string_view(statements_.code()).substr(lines.begin(line), lines.line(line).size()), name);
    if (found.size() != 1) return std::nullopt;
    return lines.begin(line) + found[0];
  }

  // With the rest of its line, where nothing else is on it.
  void erase(CodeRange range) {
    const Lines lines(text_);
    const auto first = lines.number_at(range.begin), last = lines.number_at(range.end == 0 ? 0 : range.end - 1);
    const auto before = std::string_view(text_).substr(lines.begin(first), range.begin - lines.begin(first));
    const auto behind = std::string_view(statements_.code()).substr(range.end, lines.end(last) - range.end);
    if (trim(before).empty() && trim(behind).empty()) {
      range = {lines.begin(first), lines.begin(last + 1)};
      const bool opens =
          first == 1 || trim(lines.line(first - 1)).empty() || trim(lines.line(first - 1)).ends_with('{');
      if (opens && lines.has(last + 1) && trim(lines.line(last + 1)).empty()) range.end = lines.begin(last + 2);
    } else {
      while (range.end < text_.size() && text_[range.end] == ' ') ++range.end;
    }
    add({range.begin, range.end - range.begin, ""});
  }

  void add(Edit edit) {
    const bool taken = std::ranges::any_of(edits_, [&](const Edit& other) {
      return edit.offset < other.offset + other.length && other.offset < edit.offset + edit.length;
    });
    if (!taken) edits_.push_back(std::move(edit));
  }

  void remove_statement(std::size_t at) {
    if (const auto statement = statements_.statement_at(at)) erase(*statement);
  }

  void remove_variable(std::size_t at, const std::string& name) {
    const auto statement = statements_.statement_at(at);
    if (!statement || contains(statements_.code(*statement), "volatile")) return;
    if (statement->begin == at) return;  // no type before it: no declaration
    const auto block = statements_.block_around(at);
    std::vector<CodeRange> assignments;
    for (const auto use : words_in(statements_.code({at + name.size(), block.end}), name)) {
      const auto place = use + at + name.size();
      const auto other = statements_.statement_at(place);
      if (!other || other->begin != place || !statements_.is_assignment(*other, name)) return;
      assignments.push_back(*other);
    }
    const auto commas = statements_.commas_in(*statement);
    if (commas.empty()) {
      keep_value_of(*statement, statements_.value_in({at, statement->end - 1}));
    } else if (!remove_declarator(*statement, commas, at)) {
      return;
    }
    for (const auto& one : assignments) keep_value_of(one, statements_.value_in({one.begin, one.end - 1}));
  }

  // What a value does goes on being done; a value alone goes.
  void keep_value_of(CodeRange statement, CodeRange value) {
    if (does_something(statements_.code(value))) {
      add({statement.begin, value.begin - statement.begin, ""});
    } else {
      erase(statement);
    }
  }

  bool remove_declarator(CodeRange statement, const std::vector<std::size_t>& commas, std::size_t at) {
    const auto next = std::ranges::upper_bound(commas, at);
    const bool first = next == commas.begin();
    const std::size_t end = next == commas.end() ? statement.end - 1 : *next;
    if (does_something(statements_.code(statements_.value_in({at, end})))) return false;
    if (!first) {
      add({*(next - 1), end - *(next - 1), ""});
      return true;
    }
    std::size_t begin = at;
    while (begin > statement.begin && contains("*& ", statements_.code().substr(begin - 1, 1))) --begin;
    begin = begin < at && statements_.code()[begin] == ' ' ? begin + 1 : begin;
    const auto behind = statements_.code().find_first_not_of(" \t\r\n", end + 1);
    if (behind == npos) return false;
    add({begin, behind - begin, ""});
    return true;
  }

  void drop_parameter(std::size_t at, const std::string& name) {
    const auto open_round = statements_.opening_round(at);
    const auto close = open_round == npos ? npos : closing_bracket(statements_.code(), open_round);
    const auto body = close == npos ? npos : statements_.code().find('{', close);
    const auto semicolon = close == npos ? npos : statements_.code().find(';', close);
    if (body == npos || semicolon < body) return;
    if (!words_in(
             statements_.code({body, std::min(closing_bracket(statements_.code(), body), statements_.code().size())}),
             name)
             .empty())
      return;
    if (is_cpp_) {
      const bool blank =
          at > 0 && statements_.code()[at - 1] == ' ' && contains(",)", statements_.code().substr(at + name.size(), 1));
      const std::size_t begin = blank ? at - 1 : at;
      return add({begin, at + name.size() - begin, ""});
    }
    const Lines lines(text_);
    const auto line = lines.number_at(body);
    const std::string use = "(void)" + name + ";";
    if (trim(std::string_view(statements_.code()).substr(body + 1, lines.end(line) - body - 1)).empty() &&
        lines.has(line + 1)) {
      std::string indent(indentation(lines.line(line + 1)));
      if (indent.empty() || trim(lines.line(line + 1)).starts_with('}'))
        indent = std::string(indentation(lines.line(line))) + "  ";
      edits_.push_back(line_below(text_, body, indent + use));
    } else {
      edits_.push_back({body + 1, 0, " " + use});
    }
  }

  // A static function that nothing calls, with its declarations and the comment right above it.
  void remove_function(std::size_t at, const std::string& name) {
    std::vector<CodeRange> ranges;
    std::size_t whole_end = 0;
    for (const auto use : words_in(statements_.code(), name)) {
      if (use < whole_end) continue;  // it calls itself
      const auto range = statements_.static_function_at(use, name);
      if (!range) return;
      ranges.push_back(*range);
      whole_end = range->end;
    }
    if (std::ranges::none_of(ranges, [&](const CodeRange& one) { return one.begin <= at && at < one.end; })) return;
    for (auto range : ranges) {
      range.begin = with_comment(range.begin);
      erase(range);
    }
  }

  std::size_t with_comment(std::size_t begin) const {
    const Lines lines(text_);
    auto line = lines.number_at(begin);
    while (line > 1) {
      const auto above = lines.line(line - 1);
      const auto code = std::string_view(statements_.code()).substr(lines.begin(line - 1), above.size());
      if (trim(above).empty() || !trim(code).empty() || trim(above).starts_with('#')) break;
      --line;
    }
    return line == lines.number_at(begin) ? begin : lines.begin(line) + indentation(lines.line(line)).size();
  }

  void remove_label(std::size_t at, const std::string& name) {
    const auto colon = statements_.code().find_first_not_of(' ', at + name.size());
    if (colon != npos && statements_.code()[colon] == ':' && statements_.code().substr(colon, 2) != "::")
      erase({at, colon + 1});
  }

  bool is_cpp_;
  std::string text_;
  CStatements statements_;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Patch> remove_unused_c(const Patient& patient) {
  std::map<std::string, std::vector<Unused>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    auto name = named_in(occurrence.at.text);
    if (places.empty() || name.empty() || !is_c_family(places[0].file)) continue;
    by_file[places[0].file].push_back(
        {std::move(name), std::string(capture(occurrence, "code")), places[0].line, places[0].column});
  }
  Draft draft(patient.tree);
  for (const auto& [file, all] : by_file) {
    auto text = draft.read(file);
    if (!text || text->size() > source_bytes_max) continue;
    UnusedCode source(file, std::move(*text));
    for (const auto& one : all) source.remove(one);
    draft.edit(file, std::move(source).edits());
  }
  return draft.patches();
}

}  // namespace regreen
