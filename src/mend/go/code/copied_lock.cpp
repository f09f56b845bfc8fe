// go.point-to-lock: a lock is copied, and the copy locks nothing of what it was made from.
//
//   func (m Meter) Value() int            Value passes lock by value       → (m *Meter)
//   func work(wg sync.WaitGroup)          work passes lock by value        → (wg *sync.WaitGroup)
//   go work(wg)                           call of work copies lock value   → work(&wg)
//   for _, m := range r.meters {          range var m copies lock          → for i := range r.meters { m := &r.meters[i]
//   m := r.meters[0], m := *p             assignment copies lock value     → &r.meters[0], p
//
// Only where the copy is no more than read and called: who writes to it may want the writing to be lost, what hands it on as a value
// (`return m`) may want one, and who asks what it was made from again may want to know how it was before. The receiver of a method
// becomes a pointer where that of another one of the type is, or where what a method writes is lost and the package points to the type.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/lock_receiver.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A Go file, and where vet says that a call copies a lock.
struct Source {
  explicit Source(std::string whole) : text(std::move(whole)), code(code_only(text, Speech::go)), lines(text) {}

  std::string text, code;
  Lines lines;
  std::set<std::size_t> calls;
};

struct Finding {
  std::string file, said;
  std::size_t line = 0, at = 0;  // an offset
};

/// A variable that points to what it was a copy of: from where to where.
struct Pointer {
  std::string name;
  std::size_t begin = 0, end = 0;
  bool is_receiver = false;
};

/// What a finding comes to: edits of its file, and what is a pointer from then on.
struct Mended {
  std::vector<Edit> edits;
  std::optional<Pointer> pointer;
};

// `m.n = 1`, `m.n++`: is what a variable has written to? `code` begins behind its name.
bool is_written_to(std::string_view code) {
  const auto end = std::ranges::find_if(code, [](char c) { return !is_word_byte(c) && c != '.'; }) - code.begin();
  const auto rest = trim(code.substr(static_cast<std::size_t>(end), 4));
  if (rest.starts_with("++") || rest.starts_with("--") || (rest.starts_with('=') && !rest.starts_with("==")))
    return true;
  return rest.size() > 1 && contains("+-*/%|&^", rest.substr(0, 1)) && rest[1] == '=';
}

// Every use of a variable is `m.x`, `&m` (which becomes m), or one of the calls that vet names. Nothing where one is not.
std::optional<std::vector<Edit>> uses_as_pointer(const Source& source, const Pointer& pointer) {
  std::vector<Edit> edits;
  const auto code = std::string_view(source.code).substr(pointer.begin, pointer.end - pointer.begin);
  for (const auto found : words_in(code, pointer.name)) {
    const auto at = pointer.begin + found;
    if (found > 0 && code[found - 1] == '.') continue;  // another's field
    if (code.substr(found + pointer.name.size()).starts_with(": "))
      return std::nullopt;  // a field of a literal, or a label
    if (is_written_to(code.substr(found + pointer.name.size())) && !pointer.is_receiver) return std::nullopt;
    if (found > 0 && code[found - 1] == '&') {
      if (code.substr(found + pointer.name.size(), 1) == ".") continue;  // &m.x
      edits.push_back({at - 1, 1, ""});
    } else if (code.substr(found + pointer.name.size(), 1) != "." && !source.calls.contains(at)) {
      return std::nullopt;
    }
  }
  return edits;
}

// "m.mu" and "items[i]": what can be written twice, and is the same both times.
bool is_plain(std::string_view expression) {
  return !expression.empty() &&
         std::ranges::all_of(expression, [](char c) { return is_word_byte(c) || c == '.' || c == '[' || c == ']'; });
}

// Value passes lock by value: the type in the head of a function becomes that of a pointer.
Mended by_pointer(const Tree& tree, const Source& source, const Finding& finding) {
  const auto head = source.code.rfind("func", finding.at);
  if (head == npos || finding.at - head > 500 || !is_word_byte(source.code[finding.at])) return {};
  const auto list = bracket_around(source.code, finding.at);
  if (list == npos || list < head || source.code[list] != '(') return {};
  auto begin = end_of_code_before(source.code, finding.at);
  const std::string name(word_before(source.code, begin));
  if (!is_identifier(name) || begin <= list + 1) return {};
  const auto before = trim(std::string_view(source.code).substr(list + 1, begin - list - 1 - name.size()));
  if (before.ends_with(',') && !before.empty()) {
    const auto other = trim(before.substr(0, before.size() - 1));  // `a, b Meter`: both have the type
    if (!contains(other.substr(other.rfind(',') == npos ? 0 : other.rfind(',') + 1), " ")) return {};
  }
  const auto open = source.code.find('{', finding.at);
  const auto close = open == npos ? npos : closing_bracket(source.code, open);
  if (close == npos) return {};
  const bool is_receiver =
      std::string_view(source.code).substr(head, list + 1 - head) == "func (" && source.code.substr(head + 5, 1) == "(";
  if (is_receiver && !is_gone_to_by_pointer(tree, finding.file, word_at(source.code, finding.at))) return {};
  const Pointer pointer{name, open, close, is_receiver};
  auto edits = uses_as_pointer(source, pointer);
  if (!edits) return {};
  edits->push_back({finding.at, 0, "*"});
  return {std::move(*edits), pointer};
}

// A name for a counter that nothing of the loop goes by.
std::string counter_for(std::string_view loop) {
  for (const std::string_view name : {"i", "j", "k", "at", "index"}) {
    if (words_in(loop, name).empty()) return std::string(name);
  }
  return "";
}

// range var m copies lock
Mended in_loop(const Source& source, const Finding& finding) {
  const auto begin = source.lines.begin(finding.line);
  const auto line = std::string_view(source.code).substr(begin, source.lines.line(finding.line).size());
  const auto loop = trim(line);
  const std::string name(word_at(source.code, finding.at));
  const auto sign = loop.find(" := range ");
  if (!loop.starts_with("for ") || sign == npos || !loop.ends_with(" {") || !is_identifier(name)) return {};
  const auto comma = loop.find(", ");
  const auto from = trim(loop.substr(sign + 10, loop.size() - sign - 12));
  if (comma >= sign || loop.substr(comma + 2, sign - comma - 2) != name || !is_plain(from)) return {};
  const auto open = source.code.find('{', begin + line.find(" := range "));
  const auto close = closing_bracket(source.code, open);
  if (close == npos || close < source.lines.end(finding.line)) return {};
  const Pointer pointer{name, open, close};
  auto edits = uses_as_pointer(source, pointer);
  std::string counter(trim(loop.substr(4, comma - 4)));
  if (counter == "_") counter = counter_for(std::string_view(source.code).substr(begin, close - begin));
  if (!edits || !is_identifier(counter)) return {};
  const auto front = std::string(indentation(source.lines.line(finding.line)));
  const auto loop_at = begin + front.size();
  edits->push_back({loop_at + 4, sign - 4, counter});
  edits->push_back(
      {source.lines.begin(finding.line + 1), 0,
       front + "\t" + name + " := &" + std::string(from) + "[" + counter + "]" + std::string(line_end(source.text))});
  return {std::move(*edits), pointer};
}

// assignment copies lock value to m
Mended at_assignment(const Source& source, const Finding& finding) {
  const auto begin = source.lines.begin(finding.line);
  const auto line = trim(std::string_view(source.code).substr(begin, source.lines.line(finding.line).size()));
  auto name = line.substr(0, line.find(" "));
  const bool is_declared = name == "var";
  const auto rest = is_declared ? line.substr(4) : line;
  name = rest.substr(0, rest.find(' '));
  const std::string sign = is_declared ? " = " : " := ";
  if (!is_identifier(name) || !rest.substr(name.size()).starts_with(sign)) return {};
  auto value = rest.substr(name.size() + sign.size());
  const bool follows = value.starts_with('*');
  if (follows) value.remove_prefix(1);
  if (!is_plain(value) || (!follows && !value.ends_with(']')) || line.ends_with('{')) return {};
  const auto block = bracket_around(source.code, finding.at);
  const auto end = block == npos ? npos : closing_bracket(source.code, block);
  if (end == npos || source.code[block] != '{') return {};
  const Pointer pointer{std::string(name), source.lines.end(finding.line), end};
  const auto origin = value.substr(0, value.find('['));
  const auto below = std::string_view(source.code).substr(pointer.begin, end - pointer.begin);
  if (contains(below, origin)) return {};
  auto edits = uses_as_pointer(source, pointer);
  if (!edits) return {};
  edits->push_back(follows ? Edit{finding.at, 1, ""} : Edit{finding.at, 0, "&"});
  return {std::move(*edits), pointer};
}

// call of work copies lock value: where work takes a pointer now.
std::vector<Edit> at_call(const Source& source, const Finding& finding, const std::vector<Pointer>& pointers) {
  const std::string name(word_at(source.code, finding.at));
  for (const auto& pointer : pointers) {
    if (pointer.name == name && finding.at > pointer.begin && finding.at < pointer.end) return {};
  }
  if (source.code[finding.at] == '*') return {{finding.at, 1, ""}};
  return {{finding.at, 0, "&"}};
}

/// The files of the findings, and what becomes of them.
class Locks {
 public:
  explicit Locks(const Patient& patient) : patient_(patient), draft_(patient.tree) {}

  std::vector<Patch> mend() {
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) add(occurrence);
    for (const auto& finding : findings_) change(finding);
    for (const auto& finding : findings_) call(finding);
    for (auto& [file, edits] : edits_) draft_.edit(file, std::move(edits));
    return draft_.patches();
  }

 private:
  static std::string called(const std::string& said) {
    const auto name = between(said, "call of ", " copies lock");
    return std::string(name.substr(name.rfind('.') == npos ? 0 : name.rfind('.') + 1));
  }

  void add(const Occurrence& occurrence) {
    const auto places = places_of(patient_.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) return;
    const auto& place = places[0];
    if (!sources_.contains(place.file)) {
      auto text = patient_.tree.read(place.file);
      if (!text || text->size() > source_bytes_max) return;
      sources_.try_emplace(place.file, std::move(*text));
    }
    auto& source = sources_.at(place.file);
    const auto at = source.lines.begin(place.line) + std::max<std::size_t>(place.column, 1) - 1;
    const std::string said(capture(occurrence, "detail"));
    if (!source.lines.has(place.line) || place.column == 0 || at >= source.lines.end(place.line)) return;
    findings_.push_back({place.file, said, place.line, at});
    if (said.starts_with("call of ")) source.calls.insert(at);
  }

  void change(const Finding& finding) {
    const auto& source = sources_.at(finding.file);
    Mended mended;
    if (contains(finding.said, " passes lock by value")) mended = by_pointer(patient_.tree, source, finding);
    if (finding.said.starts_with("range var ")) mended = in_loop(source, finding);
    if (finding.said.starts_with("assignment ") || finding.said.starts_with("variable declaration "))
      mended = at_assignment(source, finding);
    if (!mended.pointer) return;
    changed_.insert(finding.said.substr(0, finding.said.find(' ')));
    pointers_[finding.file].push_back(*mended.pointer);
    put(finding.file, std::move(mended.edits));
  }

  void call(const Finding& finding) {
    if (!finding.said.starts_with("call of ") || !changed_.contains(called(finding.said))) return;
    put(finding.file, at_call(sources_.at(finding.file), finding, pointers_[finding.file]));
  }

  void put(const std::string& file, std::vector<Edit> edits) {
    for (auto& edit : edits) {
      auto& all = edits_[file];
      const bool is_new = std::ranges::none_of(
          all, [&](const Edit& one) { return one.offset == edit.offset && one.text == edit.text; });
      if (is_new) all.push_back(std::move(edit));
    }
  }

  const Patient& patient_;
  Draft draft_;
  std::map<std::string, Source> sources_;
  std::vector<Finding> findings_;
  std::set<std::string> changed_;  // functions that take a pointer
  std::map<std::string, std::vector<Pointer>> pointers_;
  std::map<std::string, std::vector<Edit>> edits_;
};

}  // namespace

std::vector<Patch> point_to_go_lock(const Patient& patient) { return Locks(patient).mend(); }

}  // namespace regreen
