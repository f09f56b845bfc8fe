// java.declare-exception: a method says that it throws what it neither catches nor declares. Callers that then have to
// say so as well are mended in the next round.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_classes.h"
#include "mend/jvm/java_code_text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int blocks_max = 100;         // in one another, around a place
constexpr std::size_t calls_max = 200;  // that are looked at for one exception: more of them are no small repair

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || !is_word_byte(text[word.size()]));
}

// What stands before a block decides what it is.
enum class Block { method, inner, closed };

Block kind_of(std::string_view head) {
  constexpr auto inner = std::to_array<std::string_view>(
      {"if", "else", "for", "while", "do", "switch", "try", "catch", "finally", "synchronized"});
  head = trim(head);
  if (head.empty() || std::ranges::any_of(inner, [&](auto word) { return begins_with_word(head, word); }))
    return Block::inner;
  const bool closed = head.ends_with("->") || head.ends_with("static") || !contains(head, "(") || contains(head, "=");
  for (const std::string_view word : {"class", "interface", "enum", "record", "new"}) {
    if (!words_in(head, word).empty()) return Block::closed;
  }
  return closed ? Block::closed : Block::method;
}

// The '{' of the method around a place and where its head begins; nothing in lambdas, initialisers and class bodies.
struct Method {
  std::size_t head = 0, open = 0;
};

std::optional<Method> method_around(std::string_view code, std::size_t at) {
  at = std::min(at, code.size());
  for (int depth = 0; at > 0;) {
    --at;
    if (code[at] == '}') ++depth;
    if (code[at] != '{' || depth-- > 0) continue;
    depth = 0;
    auto begin = at;
    for (int round = 0; begin > 0; --begin) {  // `for (a; b; c) {` is one head
      const char c = code[begin - 1];
      if (c == ')') ++round;
      if (c == '(') --round;
      if (round == 0 && (c == ';' || c == '{' || c == '}')) break;
    }
    const auto kind = kind_of(code.substr(begin, at - begin));
    if (kind == Block::closed) return std::nullopt;
    if (kind == Block::method) return Method{begin, at};
    at = begin;
  }
  return std::nullopt;
}

// Is a place inside a `try` that catches the exception, or all of them?
bool is_caught(std::string_view code, const Method& method, std::size_t at, const std::string& name) {
  auto open = bracket_around(code, at);
  for (int i = 0; i < blocks_max && open != npos && open > method.open; ++i, open = bracket_around(code, open)) {
    const auto front = code.substr(0, end_of_code_before(code, open));
    const bool tries = code[open] == '{' && (front.ends_with("try") || front.ends_with(')'));
    const auto close = tries ? closing_bracket(code, open) : npos;
    if (close == npos) continue;
    const auto catches = code.substr(close + 1, code.find('{', close) - close - 1);
    if (!trim(catches).starts_with("catch")) continue;
    for (const std::string_view all :
         {std::string_view(name), std::string_view("Exception"), std::string_view("Throwable")}) {
      if (!words_in(catches, all).empty()) return true;
    }
  }
  return false;
}

std::string name_of_method(std::string_view head) {
  const auto said = words_in(head, "throws");
  const auto close = head.rfind(')', said.empty() ? npos : said.back());
  int depth = 0;
  for (auto at = close == npos ? 0 : close + 1; at > 0; --at) {
    if (head[at - 1] == ')') ++depth;
    if (head[at - 1] != '(' || --depth > 0) continue;
    return std::string(word_before(head, end_of_code_before(head, at - 1)));
  }
  return "";
}

// `int f(`, `List<String> f(`, not `return f(`.
bool is_behind_type(const std::string& code, std::size_t at) {
  const auto end = end_of_code_before(code, at);
  const auto word = word_before(code, end);
  if (word.empty()) return end > 0 && contains(">]", code.substr(end - 1, 1));
  return word != "return" && word != "assert" && word != "throw" && word != "else" && word != "do" && word != "yield";
}

// One file and what it says afterwards.
class Source {
 public:
  Source(const Patient& patient, Draft& draft, std::string file)
      : patient_(patient), draft_(draft), file_(std::move(file)) {}

  // Declares the exception in the method around a place; answers the method's name, "" where nothing changed.
  std::string declare(std::size_t at, const std::string& name) {
    const auto text = draft_.read(file_).value_or("");
    const auto code = code_only(text, Speech::java);
    if (code.size() > source_bytes_max) return "";
    const auto statement = std::string_view(code).substr(at - head_before(code, at).size());
    if (contains(statement.substr(0, statement.find(';')), "->")) return "";
    const auto method = method_around(code, at);
    if (!method || is_caught(code, *method, at, name)) return "";
    const auto head = std::string_view(code).substr(method->head, method->open - method->head);
    const auto said = words_in(head, "throws");
    for (const std::string_view wide :
         {std::string_view(name), std::string_view("Exception"), std::string_view("Throwable")}) {
      if (!said.empty() && !words_in(head.substr(said.back()), wide).empty()) return "";
    }
    const Edit edit{end_of_code_before(code, method->open), 0, (said.empty() ? " throws " : ", ") + name};
    return draft_.edit(file_, {edit}) ? name_of_method(head) : "";
  }

  // Declares it as well where a method is called, and where those methods are. In the file itself the name says who is meant;
  // elsewhere it is followed by nobody.
  void declare_for_callers(const std::string& method, const std::string& name, std::size_t rounds) {
    if (method.empty() || rounds == 0) return;
    for (std::size_t i = 0; calls_left_ > 0; ++i, --calls_left_) {
      const auto calls = calls_of(method);  // the last edit moved them
      if (i >= calls.size()) return;
      declare_for_callers(declare(calls[i], name), name, rounds - 1);
    }
  }

  // The import that the name needs; none for what Java always knows, and for classes of the same package.
  void import(const std::string& name) {
    const auto text = draft_.read(file_).value_or("");
    const auto& classes = patient_.rules.table("java-classes");
    const auto own = package_of_class(patient_.tree, name);
    const auto row = classes.find(name);
    const auto package = !own.empty() ? own : row == classes.end() ? "" : row->second;
    if (package.empty() || package == "java.lang" || contains(text, "package " + package + ";")) return;
    if (const auto line = add_java_import_line(text, package + "." + name)) draft_.edit(file_, {*line});
  }

 private:
  // Where a method of the class is called: `f(`, `this.f(`, not where it is declared.
  std::vector<std::size_t> calls_of(const std::string& method) const {
    const auto text = draft_.read(file_).value_or("");
    const auto code = code_only(text, Speech::java);
    std::vector<std::size_t> calls;
    for (const auto at : words_in(code, method)) {
      const bool declared = is_behind_type(code, at);
      const bool is_own = at == 0 || code[at - 1] != '.' || std::string_view(code).substr(0, at).ends_with("this.");
      if (!declared && is_own && code.substr(at + method.size(), 1) == "(") calls.push_back(at);
    }
    return calls;
  }

  const Patient& patient_;
  Draft& draft_;
  std::string file_;
  std::size_t calls_left_ = calls_max;
};

// Where javac points: its row with '^' under the line, the column that Maven prints, or the first word of the line.
std::size_t place_in(std::string_view text, const Occurrence& occurrence, const TreePlace& place) {
  const auto caret = java_caret(text, occurrence, place);
  if (caret != npos) return caret;
  const Lines lines(text);
  return lines.begin(place.line) + indentation(lines.line(place.line)).size();
}

struct Thrown {
  std::string file;
  std::size_t at = 0;
  std::string name;

  auto operator<=>(const Thrown&) const = default;
};

// The last of a file first: what is written behind a place does not move it.
std::vector<Thrown> all_thrown(const Patient& patient) {
  std::vector<Thrown> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string full(capture(occurrence, "symbol"));
    const auto name = full.substr(full.rfind('.') + 1);
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : patient.tree.read(places[0].file);
    if (!text || !places[0].file.ends_with(".java") || !is_identifier(name) || !Lines(*text).has(places[0].line))
      continue;
    all.push_back({places[0].file, place_in(*text, occurrence, places[0]), name});
  }
  std::ranges::sort(all, std::greater{});
  return all;
}

}  // namespace

// First the methods that were named alone, then with those of the file that call them.
std::vector<Patch> declare_java_exception(const Patient& patient) {
  const auto all = all_thrown(patient);
  std::vector<Patch> patches;
  for (const std::size_t rounds : {0, 4}) {
    Draft draft(patient.tree);
    std::vector<std::string> methods;
    for (const auto& one : all) methods.push_back(Source(patient, draft, one.file).declare(one.at, one.name));
    for (std::size_t i = 0; i < all.size(); ++i) {
      Source source(patient, draft, all[i].file);
      source.declare_for_callers(methods[i], all[i].name, rounds);
      if (!methods[i].empty()) source.import(all[i].name);
    }
    if (!draft.patch().empty() && (patches.empty() || patches[0] != draft.patch())) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
