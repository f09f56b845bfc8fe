// python.replace-removed: methods that are gone, and whose successor is not just another name. `element.getchildren()`
// is `list(element)`; what is text already, as a token of PyJWT 2, is not decoded once more; see removed.h for more of them.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/python/versions/removed.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

bool says(const Diagnosis& diagnosis, std::string_view words) {
  return std::ranges::any_of(occurrences_of(diagnosis),
                             [&](const auto& occurrence) { return contains(occurrence.at.text, words); });
}

// The nearest place of each trace whose line has the words.
std::set<TreePlace> places_with(const Patient& patient, std::string_view words) {
  std::set<TreePlace> found;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".py") ? patient.tree.read(place.file) : std::nullopt;
      if (!text || !contains(Lines(*text).line(place.line), words)) continue;
      found.insert({place.file, place.line, 0});
      break;
    }
  }
  return found;
}

// ---- x.getchildren() → list(x) ----

// Is it an object of the project that has children to get: `self`, or what is made by one of the classes that define it?
bool is_own_object(const PythonSource& source, std::size_t first, std::size_t last,
                   const std::set<std::string>& owners) {
  if (last != first + 1) return owners.contains(std::string(source.text(first)));
  const auto name = source.text(first);
  if (name == "self") return true;
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    const bool is_made = source.is(i, name) && source.is(i + 1, "=") && source.is(i + 3, "(");
    if (is_made && owners.contains(std::string(source.text(i + 2)))) return true;
  }
  return false;
}

std::vector<Edit> listed_children(const PythonSource& source, const std::set<std::string>& owners) {
  std::vector<Edit> edits;
  for (std::size_t i = 2; i + 2 < source.tokens().size(); ++i) {
    const bool is_call =
        source.is(i, "getchildren") && source.is(i - 1, ".") && source.is(i + 1, "(") && source.is(i + 2, ")");
    const auto first = is_call ? value_before(source, i - 1) : i;
    if (!is_call || first == i - 1 || is_own_object(source, first, i - 1, owners)) continue;
    edits.push_back({source.tokens()[first].offset, 0, "list("});
    const auto dot = source.tokens()[i - 1].offset;
    edits.push_back({dot, source.tokens()[i + 2].offset - dot, ""});
  }
  return edits;
}

// The classes of a file that define the method themselves.
std::set<std::string> owners_in(const PythonSource& source) {
  std::set<std::string> owners;
  std::string owner;
  for (const auto& one : source.statements()) {
    if (one.indent == 0) owner = source.is(one.first, "class") ? source.text(one.first + 1) : "";
    if (source.is(one.first, "def") && source.is(one.first + 1, "getchildren")) owners.insert(owner);
  }
  return owners;
}

// `list()` of an object of lxml.objectify is something else.
bool reads_xml(std::string_view text) {
  return (contains(text, "etree") || contains(text, "ElementTree")) && !contains(text, "objectify");
}

// The files that failed; the others that read XML as well, where no class of the project has children to get.
void list_children(const Patient& patient, Draft& draft) {
  const auto files = all_python_files(patient.tree);
  if (!files) return;
  std::set<std::string> owners, defining;
  for (const auto& path : *files) {
    const auto text = patient.tree.read(path).value_or("");
    const auto here = contains(text, "def getchildren(") ? owners_in(PythonSource(text)) : std::set<std::string>{};
    if (!here.empty()) defining.insert(path);
    owners.insert(here.begin(), here.end());
  }
  std::set<std::string> failed;
  for (const auto& place : places_with(patient, ".getchildren()")) failed.insert(place.file);
  for (const auto& path : *files) {
    const auto text = defining.contains(path) ? std::nullopt : draft.read(path);
    const bool is_meant = failed.contains(path) || owners.empty();
    if (text && is_meant && reads_xml(*text)) draft.edit(path, listed_children(PythonSource(*text), owners));
  }
}

// ---- text.decode("utf-8") → text ----

/// Who says that a value is text: Python itself, or the version of PyJWT that the log shows at work.
enum class Text { no, of_python, of_jwt };

constexpr auto text_calls = std::to_array<std::string_view>(
    {"json.dumps", "str", "repr", "input", "os.getenv", "os.environ.get", "platform.node", "socket.gethostname"});
constexpr auto text_methods =
    std::to_array<std::string_view>({"hexdigest", "isoformat", "read_text", "format", "strftime"});

bool asks_for_text(const PythonSource& source, std::size_t open, std::size_t close) {
  for (auto i = open + 1; i + 2 < close; ++i) {
    const bool is_key = source.tokens()[i].depth == source.tokens()[open].depth && source.is(i + 1, "=");
    const bool is_asked = source.is(i, "text") || source.is(i, "universal_newlines");
    if (is_key && ((is_asked && source.is(i + 2, "True")) || source.is(i, "encoding"))) return true;
  }
  return false;
}

Text kind_of(const PythonSource& source, PyValue value) {
  if (value.first >= value.last) return Text::no;
  const auto bracket = source.is(value.last - 1, ")") ? opening(source, value.last - 1) : std::nullopt;
  const auto open = bracket.value_or(value.last);
  std::string callee;
  for (auto i = value.first; i < open; ++i) callee += source.text(i);
  if (!bracket)
    return callee.starts_with("os.environ[") || callee.starts_with("sys.argv[") ? Text::of_python : Text::no;
  if (callee == "jwt.encode") return Text::of_jwt;
  if (is_among(callee, text_calls)) return Text::of_python;
  const bool is_method = open > value.first + 1 && source.is(open - 2, ".");
  if (is_method && is_among(source.text(open - 1), text_methods)) return Text::of_python;
  const bool is_output = callee == "subprocess.check_output" && asks_for_text(source, open, value.last - 1);
  return is_output ? Text::of_python : Text::no;
}

// What the value that is decoded is: said by itself, or by the only thing that the function gives this name to.
Text decoded_kind(const PythonSource& source, std::size_t statement, PyValue value) {
  if (value.last != value.first + 1 || !source.is_name(value.first)) return kind_of(source, value);
  const auto name = source.text(value.first);
  const auto around = function_around(source, statement);
  if (around && takes_parameter(source, *around, name)) return Text::no;
  const auto given =
      only_value_of(source, around ? around->head + 1 : 0, around ? around->end : source.statements().size(), name);
  return given ? kind_of(source, *given) : Text::no;
}

constexpr std::size_t decodings_max = 200;  // of a file: the function around each is gone through

struct Decoding {
  std::size_t line = 0;
  Text kind = Text::no;
  Edit edit;
};

std::vector<Decoding> decodings_of_text(const PythonSource& source) {
  std::vector<Decoding> found;
  const auto& all = source.statements();
  std::size_t looked_at = 0;
  for (std::size_t s = 0; s < all.size() && source.text().size() <= source_bytes_max; ++s) {
    for (auto i = all[s].first + 2; i + 1 < all[s].last; ++i) {
      if (!source.is(i, "decode") || !source.is(i - 1, ".") || !source.is(i + 1, "(")) continue;
      if (++looked_at > decodings_max) return found;
      const auto close = closing_of_call(source, i + 1);
      const auto kind = close ? decoded_kind(source, s, {value_before(source, i - 1), i - 1}) : Text::no;
      if (kind == Text::no) continue;
      const auto dot = source.tokens()[i - 1].offset;
      found.push_back({source.tokens()[i].line, kind, {dot, end_of(source.tokens()[*close]) - dot, ""}});
    }
  }
  return found;
}

void decode_no_text(const Patient& patient, Draft& draft) {
  const auto places = places_with(patient, ".decode(");
  bool jwt_gives_text = false;
  std::set<std::string> named;
  for (const auto& place : places) {
    named.insert(place.file);
    const auto text = patient.tree.read(place.file).value_or("");
    for (const auto& one : decodings_of_text(PythonSource(text)))
      jwt_gives_text |= one.line == place.line && one.kind == Text::of_jwt;
  }
  for (const auto& path : places.empty() ? std::vector<std::string>{} : python_files(patient.tree)) {
    const auto text = draft.read(path);
    if (!text || !contains(*text, ".decode(")) continue;
    std::vector<Edit> edits;
    for (const auto& one : decodings_of_text(PythonSource(*text))) {
      if (one.kind == Text::of_jwt ? jwt_gives_text : named.contains(path)) edits.push_back(one.edit);
    }
    draft.edit(path, std::move(edits));
  }
}

}  // namespace

TracedLines traced_lines(const Patient& patient) {
  TracedLines lines;
  const auto add = [&](const std::vector<TreePlace>& places) {
    for (const auto& place : places) {
      if (place.file.ends_with(".py")) lines[place.file].insert(place.line);
    }
  };
  add(places_of(patient.tree, patient.diagnosis));
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) add(places_around(patient.tree, occurrence));
  return lines;
}

std::vector<Patch> replace_removed_call(const Patient& patient) {
  const auto& diagnosis = patient.diagnosis;
  if (says(diagnosis, "Population must be a sequence") || says(diagnosis, "Sampling from a set deprecated")) {
    Draft sorted(patient.tree), kept(patient.tree);  // what cannot be sorted is taken in its order, as Python did
    sample_sequences(patient, "sorted", sorted);
    sample_sequences(patient, "tuple", kept);
    auto patches = sorted.patches();
    std::ranges::move(kept.patches(), std::back_inserter(patches));
    return patches;
  }
  Draft draft(patient.tree);
  if (says(diagnosis, "Element' object has no attribute 'getchildren'")) list_children(patient, draft);
  if (says(diagnosis, "'str' object has no attribute 'decode'")) decode_no_text(patient, draft);
  if (says(diagnosis, "Passing coroutines is forbidden") || says(diagnosis, "coroutine objects to asyncio.wait()"))
    wait_for_tasks(patient, draft);
  if (says(diagnosis, "is deprecated. Use files(")) read_resources_by_files(patient, draft);
  if (says(diagnosis, "object has no attribute")) follow_pytest(patient, draft);
  return draft.patches();
}

}  // namespace regreen
