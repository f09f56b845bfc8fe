#include "mend/c/code/prototype.h"

#include "base/text.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto messages = std::to_array<std::string_view>(
    {"function declaration isn't a prototype", "function declaration is not a prototype",
     "function declaration without a prototype", "old-style function definition"});

bool is_meant(std::string_view said) {
  const auto plain = plain_quotes(said);
  return std::ranges::any_of(messages, [&](std::string_view message) { return contains(plain, message); });
}

/// Parentheses with nothing between them, what they belong to, and where they stand.
struct Empty {
  std::size_t open = 0, close = 0;
  std::string_view name;
  bool is_pointer = false;  ///< `(*name)()`
  bool is_definition = false;
  char around = 0;      ///< the bracket that is open there
  bool is_top = false;  ///< it stands in no block but `extern "C" {`
};

// Does a type stand before the name of a function, and nothing that makes something else of it? `static const char *name`.
bool is_declared(std::string_view code, const Empty& one) {
  const auto before = end_of_code_before(code, one.open) - one.name.size();
  auto head = trim(head_before(code, before));
  while (head.starts_with('#')) {  // a directive ends with its line
    const auto end = head.find('\n');
    head = end == npos ? "" : trim(head.substr(end));
  }
  return !one.name.empty() && !one.is_pointer && !head.empty() && (one.around == 0 || one.around == '{') &&
         (is_word_byte(head.back()) || contains("*,", head.substr(head.size() - 1))) && !contains(head, "=") &&
         !contains(head, "#") && words_in(head, "return").empty() && words_in(head, "else").empty();
}

// Does the body of a function begin behind its parentheses? `{`, and of an old function what its parameters are: `int a; {`.
bool has_body(std::string_view code, std::size_t close) {
  const auto next = code.find_first_not_of(" \t\r\n", close + 1);
  if (next == npos || code[next] == '{') return next != npos;
  const auto rest = code.substr(next, 1000);  // of what people write there
  const auto body = is_word_byte(code[next]) ? rest.find_first_of("{}=") : npos;
  return body != npos && rest[body] == '{' && trim(rest.substr(0, body)).ends_with(';');
}

/// What the parentheses of a source say, in one pass. Borrows the code.
class Reading {
 public:
  explicit Reading(std::string_view code) : code_(code) {
    for (std::size_t at = 0; at < code.size(); ++at) {
      if (contains("([{", code.substr(at, 1))) enter(at);
      if (contains(")]}", code.substr(at, 1))) leave(at);
    }
    std::ranges::sort(empty, {}, &Empty::open);
  }

  std::vector<Empty> empty;
  std::set<std::string_view> with, without;  ///< what functions with and without parameters are called that are defined
  std::set<std::string_view> given;          ///< the names that arguments stand behind

 private:
  struct Open {
    std::size_t at = 0;
    bool is_linkage = false;
  };

  void enter(std::size_t at) {
    const auto end = code_[at] == '{' ? end_of_code_before(code_, at) : 0;
    const bool is_linkage = end > 0 && code_[end - 1] == '"';
    open_.push_back({at, is_linkage});
    if (!is_linkage) ++depth_;
  }

  void leave(std::size_t at) {
    if (open_.empty()) return;
    const auto one = open_.back();
    open_.pop_back();
    if (!one.is_linkage) --depth_;
    if (code_[one.at] == '(' && code_[at] == ')') note(one.at, at);
  }

  void note(std::size_t open, std::size_t close) {
    Empty one;
    one.open = open, one.close = close;
    const auto end = end_of_code_before(code_, one.open);
    one.is_pointer = end > 0 && code_[end - 1] == ')';
    one.name = word_before(code_, one.is_pointer ? end - 1 : end);
    one.is_definition = has_body(code_, one.close);
    one.around = open_.empty() || open_.back().is_linkage ? '\0' : code_[open_.back().at];
    one.is_top = depth_ == 0;
    const auto inside = trim(code_.substr(one.open + 1, one.close - one.open - 1));
    if (inside.empty()) empty.push_back(one);
    if (!inside.empty() && inside != "void") given.insert(one.name);
    if (one.is_definition) (inside.empty() || inside == "void" ? without : with).insert(one.name);
  }

  std::string_view code_;
  std::vector<Open> open_;
  std::size_t depth_ = 0;
};

/// The sources of C of a project as they are, and what is said in each.
class Sources {
 public:
  Sources(const Patient& patient, const Draft& draft) {
    for (const auto& path : patient.tree.list()) {
      const auto text = is_c_family(path) && !is_cpp(path) && !is_foreign(path) ? draft.read(path) : std::nullopt;
      if (!text || text->size() > source_bytes_max || !contains(*text, "(")) continue;
      const auto& code = code_[path] = code_only(*text, Speech::c);
      const auto& reading = readings_.emplace(path, Reading(code)).first->second;
      with_.insert(reading.with.begin(), reading.with.end());
      without_.insert(reading.without.begin(), reading.without.end());
      given_.insert(reading.given.begin(), reading.given.end());
    }
  }

  // What the compiler speaks of: gcc counts from where the declaration or its name begins, clang names the parentheses.
  void note(const std::string& file, std::size_t line, const std::set<std::size_t>& columns) {
    const auto found = code_.find(file);
    if (found == code_.end()) return;
    const std::string_view code = found->second;
    const Lines lines(code);
    if (!lines.has(line) || lines.line(line).starts_with('#')) return;
    std::vector<Empty> on_line;
    for (const auto& one : readings_.at(file).empty) {
      const bool is_here = one.open >= lines.begin(line) && one.open < lines.end(line);
      if (is_here && (one.name.empty() || one.is_pointer || is_declared(code, one))) on_line.push_back(one);
    }
    const auto is_named = [&](const Empty& one) {
      const auto column = one.open - lines.begin(line) + 1;
      return columns.contains(column) || columns.contains(column + 1);
    };
    const bool names_them = std::ranges::any_of(on_line, is_named);
    std::size_t left = columns.size();
    for (const auto& one : on_line) {
      if (names_them ? !is_named(one) : left == 0) continue;
      --left;
      if (takes_parameters(one.name)) continue;
      edits_[file].insert({one.open, one.close});
      if (!one.name.empty() && !one.is_pointer) names_.emplace(one.name);
    }
    if (!on_line.empty()) folders_.emplace(folder_of(file));
  }

  void write(Draft& draft) {
    sweep();
    for (const auto& [file, places] : edits_) {
      std::vector<Edit> edits;
      for (const auto& [open, close] : places) edits.push_back({open + 1, close - open - 1, "void"});
      draft.edit(file, std::move(edits));
    }
  }

 private:
  // Is there a function of the name that takes something? What is defined nowhere is what it is called with.
  bool takes_parameters(std::string_view name) const {
    return !name.empty() && (with_.contains(name) || (given_.contains(name) && !without_.contains(name)));
  }

  // The functions at the top of a source: what stands deeper is one's own.
  std::vector<Empty> functions_of(const std::string& file) const {
    auto all = readings_.at(file).empty;
    std::erase_if(all, [&](const Empty& one) { return !one.is_top || !is_declared(code_.at(file), one); });
    return all;
  }

  // What is defined without parameters takes none, wherever it is declared.
  void sweep() {
    std::map<std::string, std::vector<Empty>> functions;
    for (const auto& [file, code] : code_) {
      functions[file] = functions_of(file);
      if (!folders_.contains(std::string(folder_of(file)))) continue;
      for (const auto& one : functions[file]) {
        if (one.is_definition && !takes_parameters(one.name)) names_.emplace(one.name);
      }
    }
    for (const auto& [file, all] : functions) {
      for (const auto& one : all) {
        if (names_.contains(std::string(one.name))) edits_[file].insert({one.open, one.close});
      }
    }
  }

  std::map<std::string, std::string> code_;
  std::map<std::string, Reading> readings_;
  std::set<std::string_view> with_, without_, given_;  // of all sources
  std::set<std::string> names_, folders_;
  std::map<std::string, std::set<std::pair<std::size_t, std::size_t>>> edits_;
};

}  // namespace

void state_no_parameters(const Patient& patient, Draft& draft) {
  std::map<std::pair<std::string, std::size_t>, std::set<std::size_t>> asked;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = is_meant(occurrence.at.text) ? places_of(patient.tree, occurrence) : std::vector<TreePlace>{};
    if (!places.empty()) asked[{places[0].file, places[0].line}].insert(places[0].column);
  }
  if (asked.empty()) return;
  Sources sources(patient, draft);
  for (const auto& [place, columns] : asked) sources.note(place.first, place.second, columns);
  sources.write(draft);
}

}  // namespace regreen
