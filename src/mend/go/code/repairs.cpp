// go.fix-syntax, go.fix-format, go.rename-package: commas and assignments that the compiler asks for, verbs of Printf
// that vet refuses, and the one file of a folder that belongs to another package.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/build/build_tag.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/verbs.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/missing_quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view line_of(std::string_view code, const Lines& lines, std::size_t number) {
  return code.substr(lines.begin(number), lines.line(number).size());
}

// "unexpected newline in composite literal; possibly missing comma or }", "missing ',' before newline"
std::optional<Edit> with_comma(std::string_view code, const Lines& lines, std::size_t number) {
  const auto end = end_of_code_before(code, lines.end(number));
  if (end <= lines.begin(number) || contains(",({[", code.substr(end - 1, 1))) return std::nullopt;
  return Edit{end, 0, ","};
}

// `size := …` where size is declared already
std::optional<Edit> as_assignment(std::string_view code, const Lines& lines, std::size_t number) {
  const auto at = line_of(code, lines, number).find(":=");
  if (at == npos) return std::nullopt;
  return Edit{lines.begin(number) + at, 2, "="};
}

// `limit := 10` outside of functions
std::optional<Edit> as_declaration(std::string_view code, const Lines& lines, std::size_t number) {
  const auto line = line_of(code, lines, number);
  const auto at = line.find(" := ");
  if (at == npos || !is_identifier(line.substr(0, at))) return std::nullopt;
  return Edit{lines.begin(number), at + 4, "var " + std::string(line.substr(0, at)) + " = "};
}

// A line that begins with `else`, or is `{` alone, joins the one above.
std::optional<Edit> joined_above(std::string_view text, std::string_view code, const Lines& lines, std::size_t number) {
  const auto line = trim(line_of(code, lines, number));
  const auto end = end_of_code_before(code, lines.begin(number));
  const bool is_else = line.starts_with("else") && end > 0 && code[end - 1] == '}';
  const bool is_open = line == "{" && end > 0 && !contains(";{}", code.substr(end - 1, 1));
  const auto begin = lines.begin(number) + indentation(lines.line(number)).size();
  const bool plain = trim(text.substr(end, begin - end)).empty();
  return (is_else || is_open) && plain ? std::optional(Edit{end, begin - end, " "}) : std::nullopt;
}

std::optional<Edit> syntax_edit(std::string_view text, std::string_view message, std::size_t number) {
  const auto code = code_only(text, Speech::go);
  const Lines lines(text);
  if (!lines.has(number)) return std::nullopt;
  if (contains(message, "no new variables on left side")) return as_assignment(code, lines, number);
  if (contains(message, "newline in string") || contains(message, "string literal not terminated"))
    return missing_quote(text, number);
  if (contains(message, "missing ','") || contains(message, "missing comma")) return with_comma(code, lines, number);
  if (contains(message, "non-declaration statement outside") || contains(message, "expected declaration, found"))
    return as_declaration(code, lines, number);
  if (contains(message, "expecting { after") && lines.has(number + 1))
    return joined_above(text, code, lines, number + 1);
  if (contains(message, "'else'") || contains(message, "else") || contains(message, "newline before {") ||
      contains(message, "found '{'"))
    return joined_above(text, code, lines, number);
  return std::nullopt;
}

// `fmt.Println("%d", n)` → `fmt.Printf("%d\n", n)`
std::vector<Edit> as_printf(std::string_view line) {
  for (const std::string_view name : {"Println", "Fprintln", "Sprintln", "Print", "Fprint", "Sprint", "Errorln",
                                      "Logln", "Fatalln", "Error", "Fatal", "Log", "Skip", "Panic", "Panicln"}) {
    const auto at = line.find(fmt::format(".{}(", name));
    if (at == npos) continue;
    const auto open = line.find('"', at), close = open == npos ? npos : line.find('"', open + 1);
    if (close == npos || line[close - 1] == '\\') return {};
    const bool ended = name.ends_with("ln");
    const std::string stem(ended ? name.substr(0, name.size() - 2) : name);
    std::vector<Edit> edits = {{at + 1, name.size(), stem + "f"}};
    if (ended && stem.ends_with("rint")) edits.push_back({close, 0, "\\n"});
    return edits;
  }
  return {};
}

/// The functions and methods of a tree that are called as those are that take a format; found when first asked for. Borrows the tree.
class FormatFunctions {
 public:
  explicit FormatFunctions(const Tree& tree) : tree_(tree) {}

  bool contains(const std::string& name) {
    if (!names_) names_ = declared();
    return names_->contains(name);
  }

 private:
  std::set<std::string> declared() const {
    std::set<std::string> names;
    for (const auto& path : tree_.list()) {
      const auto text = path.ends_with(".go") ? tree_.read(path).value_or("") : "";
      for (const auto line : split_lines(text)) {
        if (line.starts_with("func ")) add_names(line.substr(0, line_head_max), names);
      }
    }
    return names;
  }

  // `func (l *Log) Notef(`
  static void add_names(std::string_view line, std::set<std::string>& names) {
    for (auto open = line.find('('); open != npos; open = line.find('(', open + 1)) {
      const auto name = word_before(line, open);
      if (name.ends_with('f')) names.emplace(name);
    }
  }

  const Tree& tree_;
  std::optional<std::set<std::string>> names_;
};

// `log.Note("%d", n)` → `log.Notef("%d", n)`, of functions of the project, where it has the second one as well.
std::vector<Edit> as_own_printf(FormatFunctions& functions, std::string_view line, std::string_view message) {
  const std::string name(go_function_said(message));
  const auto uses = name.empty() ? std::vector<std::size_t>() : words_in(line, name);
  if (uses.size() != 1 || line.substr(uses[0] + name.size(), 1) != "(") return {};
  if (!functions.contains(name + "f")) return {};
  return {{uses[0] + name.size(), 0, "f"}};
}

// func Testsum( → func TestSum(
std::vector<Edit> with_capital(std::string_view line) {
  for (const std::string_view kind : {"func Test", "func Benchmark", "func Fuzz", "func Example"}) {
    if (!line.starts_with(kind) || line.size() <= kind.size()) continue;
    const char first = line[kind.size()];
    if (first >= 'a' && first <= 'z') return {{kind.size(), 1, std::string(1, static_cast<char>(first - 'a' + 'A'))}};
  }
  return {};
}

// `json:"name` → `json:"name"`
std::vector<Edit> with_closed_tag(std::string_view line) {
  const auto open = line.find('`'), close = open == npos ? npos : line.find('`', open + 1);
  if (close == npos || std::ranges::count(line.substr(open, close - open), '"') != 1) return {};
  return {{close, 0, "\""}};
}

// The files of a folder by the package that they say they are of.
using Packages = std::map<std::string, std::vector<std::string>>;

std::map<std::string_view, Packages> packages_by_folder(const Tree& tree) {
  std::map<std::string_view, Packages> folders;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".go")) continue;
    const auto text = tree.read(path).value_or("");
    auto name = go_package_of(text);
    if (is_left_out_of_build(text) || name == "documentation") continue;  // neither is built
    if (name.ends_with("_test")) name.resize(name.size() - 5);
    if (!name.empty()) folders[folder_of(path)][name].push_back(path);
  }
  return folders;
}

}  // namespace

std::vector<Patch> fix_go_syntax(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::size_t>> mended;  // later messages about a line may follow from the first
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    if (mended.contains({places[0].file, places[0].line})) continue;
    const auto text = draft.read(places[0].file);
    const auto edit = text ? syntax_edit(*text, occurrence.at.text, places[0].line) : std::nullopt;
    if (edit && draft.edit(places[0].file, {*edit})) mended.insert({places[0].file, places[0].line});
  }
  return draft.patches();
}

std::vector<Patch> fix_go_format(const Patient& patient) {
  Draft draft(patient.tree);
  FormatFunctions functions(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    const auto text = draft.read(places[0].file);
    if (!text) continue;
    const Lines lines(*text);
    if (!lines.has(places[0].line)) continue;
    const auto line = lines.line(places[0].line);
    std::vector<Edit> edits;
    if (contains(occurrence.at.text, "possible") && contains(occurrence.at.text, "formatting directive")) {
      edits = as_printf(line);
      if (edits.empty()) edits = as_own_printf(functions, line, occurrence.at.text);
    } else if (contains(occurrence.at.text, "has malformed name: first letter after")) {
      edits = with_capital(line);
    } else if (contains(occurrence.at.text, "not compatible with reflect.StructTag")) {
      edits = with_closed_tag(line);
    } else {
      const auto code = code_only(*text, Speech::go);
      const auto at = lines.begin(places[0].line) + std::max<std::size_t>(places[0].column, 1) - 1;
      if (const auto edit = go_verb_edit(*text, code, at, occurrence.at.text)) draft.edit(places[0].file, {*edit});
    }
    for (auto& edit : edits) edit.offset += lines.begin(places[0].line);
    if (!edits.empty()) draft.edit(places[0].file, std::move(edits));
  }
  return draft.patches();
}

std::vector<Patch> rename_go_package(const Patient& patient) {
  Draft draft(patient.tree);
  const auto folders = packages_by_folder(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(capture(occurrence, "module")), other(capture(occurrence, "expected"));
    for (const auto& [folder, files] : folders) {
      if (files.size() != 2 || !files.contains(name) || !files.contains(other)) continue;
      const auto& few = files.at(name).size() < files.at(other).size() ? files.at(name) : files.at(other);
      const auto& kept = &few == &files.at(name) ? other : name;
      if (few.size() != 1 || files.at(kept).size() < 2) return {};
      const auto text = draft.read(few[0]).value_or("");
      if (contains(code_only(text, Speech::go), "func main()")) return {};  // a program, whatever lies beside it
      const auto at = go_head(text).clause;
      const auto word = go_package_of(text);
      const std::string test = word.ends_with("_test") ? "_test" : "";
      draft.edit(few[0], {{text.find(word, at + 8), word.size(), kept + test}});
      return draft.patches();
    }
  }
  return {};
}

}  // namespace regreen
