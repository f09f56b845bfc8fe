// go.follow-member: a type of the project has a field or method by another name since the newest commit, which did nothing to the
// file of the type but add.
//
//   c.Timeout undefined (type config.Config has no field or method Timeout)
//   ReadTimeout time.Duration `json:"timeout"`      word for word what Timeout was
//
// The places that the log names, and others of the same variable in a function that has no variable of that name within; none in tests,
// which say what was promised.

#include "base/text.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/kind.h"
#include "mend/text/code_text.h"
#include "mend/text/grown_file.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_own_source(std::string_view path) { return path.ends_with(".go") && !is_vendored(path) && !is_test(path); }

/// What the compiler misses.
struct Missing {
  std::string name, package, type;  ///< no package where the type is of the one at hand
  bool is_key = false;              ///< of a literal
};

// "c.Timeout undefined (type *config.Config has no field or method Timeout)",
// "unknown field 'Timeout' in struct literal of type config.Config"
std::optional<Missing> missing_in(const Occurrence& said) {
  const std::string_view text = said.at.text, key = " in struct literal of type ";
  const auto at = text.find(key);
  const bool is_key = at != npos;
  auto type =
      is_key ? trim(text.substr(at + key.size())) : between(text, " undefined (type ", " has no field or method");
  auto name = is_key ? between(text, "unknown field ", key) : between(text, " has no field or method ", ")");
  if (is_key && name.starts_with('\'')) name = between(name, "'", "'");
  name = name.substr(0, name.find(','));
  if (type.starts_with('*')) type.remove_prefix(1);
  type = type.substr(0, type.find('['));
  type = type.substr(type.rfind('/') + 1);
  const auto point = type.find('.');
  Missing missing{std::string(name), std::string(point == npos ? "" : type.substr(0, point)),
                  std::string(type.substr(point + 1)), is_key};
  if (!is_identifier(missing.name) || !is_identifier(missing.type)) return std::nullopt;
  return missing;
}

std::string head_of(std::string_view type) { return "type " + std::string(type) + " struct"; }

// Is the word at a byte a field of the type at the top of the file, or a method of it?
bool is_member(std::string_view code, std::size_t at, std::string_view type) {
  const auto line = line_before(code, at);
  const auto receiver = trim(line);
  if (receiver.starts_with("func (") && receiver.ends_with(')')) {
    const auto name = receiver.substr(0, receiver.size() - 1);
    return word_before(name.substr(0, name.find('[')), std::min(name.find('['), name.size())) == type;
  }
  const auto open = bracket_around(code, at);
  return open != npos && code[open] == '{' && trim(line).empty() && line_before(code, open) == head_of(type) + " ";
}

bool has_member(std::string_view code, std::string_view type, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) { return is_member(code, at, type); });
}

bool declares(std::string_view code, std::string_view type) {
  return contains(code, "type " + std::string(type) + " ");
}

/// Looks for the file of a type in the newest commit.
class Types {
 public:
  explicit Types(const Patient& patient) : patient_(patient) {}

  /// What the member is called today; "" where nobody can tell.
  std::string today(const Missing& missing, const GoPlace& place) {
    const auto folder =
        missing.package.empty() ? std::string(folder_of(place.file)) : go_folder_of_import(place, missing.package);
    const auto [known, is_new] =
        known_.try_emplace(std::to_array<std::string>({folder, missing.package, missing.type, missing.name}), "");
    if (is_new) known->second = looked_up(missing, place);
    return known->second;
  }

 private:
  std::string looked_up(const Missing& missing, const GoPlace& place) const {
    const auto folder = folder_of_type(missing, place);
    const auto home = folder ? home_of(missing, *folder) : "";
    if (home.empty()) return "";
    const auto& was = *patient_.last_commit.before.find(home)->second;
    const auto is = patient_.tree.read(home).value_or("");
    const auto today = name_in_grown_file({home, was, is}, missing.name, head_of(missing.type));
    return today && has_member(code_only(is, Speech::go), missing.type, *today) ? *today : "";
  }

  // The only folder whose package may be meant and declares the type.
  std::optional<std::string> folder_of_type(const Missing& missing, const GoPlace& place) const {
    const std::string here(folder_of(place.file));
    const auto imported = missing.package.empty() ? here : go_folder_of_import(place, missing.package);
    std::optional<std::string> found;
    for (const auto& path : patient_.tree.list()) {
      const std::string folder(folder_of(path));
      if (!path.ends_with(".go") || (!imported.empty() && folder != imported) || folder == found) continue;
      if (missing.package.empty() && folder != here) continue;
      const auto text = patient_.tree.read(path).value_or("");
      if (!declares(code_only(text, Speech::go), missing.type)) continue;
      if (!missing.package.empty() && go_package_of(text) != missing.package) continue;
      if (found) return std::nullopt;
      found = folder;
    }
    return found;
  }

  // The only file of the folder that the commit changed and that had the member; no other one has it.
  std::string home_of(const Missing& missing, const std::string& folder) const {
    std::string home;
    for (const auto& [path, before] : patient_.last_commit.before) {
      if (!before || !is_own_source(path) || folder_of(path) != folder || !patient_.tree.has(path)) continue;
      if (says_generated(*before) || !has_member(code_only(*before, Speech::go), missing.type, missing.name)) continue;
      if (!home.empty()) return "";
      home = path;
    }
    return home;
  }

  const Patient& patient_;
  std::map<std::array<std::string, 4>, std::string> known_;
};

// Does the line ask at a byte for what the compiler says: "c.Timeout"? It tells calls in the middle in words of its own.
bool is_said(std::string_view line, std::size_t at, const Missing& missing, std::string_view symbol) {
  if (missing.is_key) return line.substr(at + missing.name.size()).starts_with(':');
  const auto chain = symbol.substr(0, symbol.size() - missing.name.size());
  const bool is_plain = std::ranges::all_of(chain, [](char c) { return is_word_byte(c) || c == '.'; });
  const auto front = line.substr(0, at);
  if (!is_plain) return front.ends_with('.');
  const auto behind = front.substr(0, front.size() - std::min(front.size(), chain.size()));
  return front.ends_with(chain) && (behind.empty() || (!is_word_byte(behind.back()) && behind.back() != '.'));
}

// Where the line asks for the member: at the column that the compiler tells, else at the only place that is called so.
std::optional<std::size_t> spot_of(const GoPlace& place, const Missing& missing) {
  const auto line = place.line_code();
  const auto symbol = capture(place.said, "symbol");
  if (!missing.is_key && !symbol.ends_with("." + missing.name)) return std::nullopt;
  std::vector<std::size_t> spots;
  for (const auto at : words_in(line, missing.name)) {
    if (!is_said(line, at, missing, symbol)) continue;
    if (at + 1 == place.column) return at;
    spots.push_back(at);
  }
  return spots.size() == 1 ? std::optional(spots[0]) : std::nullopt;
}

// How often a code gives a variable a meaning: `c :=`, `var c`, `c Config` among parameters.
std::ptrdiff_t declarations_of(std::string_view code, std::string_view name) {
  return std::ranges::count_if(words_in(code, name), [&](std::size_t at) {
    const auto behind = code.substr(at + name.size());
    const auto statement = behind.substr(0, behind.find_first_of("\n;{("));
    const bool is_typed = behind.starts_with(' ') && behind.size() > 1 &&
                          (is_word_byte(behind[1]) || contains("*[", behind.substr(1, 1)));
    return is_typed || contains(statement, ":=") || word_before(code, end_of_code_before(code, at)) == "var";
  });
}

// Other places of the function that ask the same variable: who checks tells the first of them alone.
std::vector<std::size_t> spots_of_variable(const GoPlace& place, std::size_t spot, const std::string& name) {
  const auto begin = place.lines.begin(place.number);
  const auto variable = word_before(place.code, begin + spot - 1);
  const auto chain = std::string(variable) + "." + name;
  const auto head = go_function_at(place);
  const auto open = head == 0 ? npos : place.code.find("{\n", place.lines.begin(head));
  const auto close = open == npos ? npos : closing_bracket(place.code, open);
  if (close == npos || !is_identifier(variable)) return {begin + spot};
  const auto from = place.lines.begin(head);
  const auto function = place.code.substr(from, close - from);
  std::vector<std::size_t> spots;
  for (const auto at : words_in(function, variable)) {
    const auto rest = function.substr(at);
    const bool is_it = rest.starts_with(chain) && (rest.size() == chain.size() || !is_word_byte(rest[chain.size()]));
    if (is_it && !function.substr(0, at).ends_with('.')) spots.push_back(from + at + variable.size() + 1);
  }
  const bool has_own = words_in(function, "func").size() > 1 || contains(function, ".(type)");
  const bool is_one =
      !has_own && declarations_of(function, variable) == 1 && std::ranges::find(spots, begin + spot) != spots.end();
  return is_one ? spots : std::vector<std::size_t>{begin + spot};
}

}  // namespace

std::vector<Patch> follow_go_member(const Patient& patient) {
  if (patient.last_commit.empty()) return {};
  Types types(patient);
  return mend_go_places(patient, [&](const GoPlace& place) -> std::vector<Edit> {
    const auto missing = missing_in(place.said);
    if (!missing || !is_own_source(place.file) || says_generated(place.text)) return {};
    const auto today = types.today(*missing, place);
    const auto spot = today.empty() ? std::nullopt : spot_of(place, *missing);
    if (!spot) return {};
    std::vector<Edit> edits;
    for (const auto at : missing->is_key ? std::vector{place.lines.begin(place.number) + *spot}
                                         : spots_of_variable(place, *spot, missing->name))
      edits.push_back({at, missing->name.size(), today});
    return edits;
  });
}

}  // namespace regreen
