// python.open-file: what `load` of tomllib and the like reads is an open file, of tomllib in binary mode; `toml.load` took a path, and a
// file of text.
//
//   data = tomllib.load(path)                        with open(path, "rb") as file:
//                                                        data = tomllib.load(file)
//   with open(path, encoding="utf-8") as file:       with open(path, "rb") as file:

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/source.h"
#include "mend/python/versions/path_value.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ranges>

namespace regreen {
namespace {

/// A function that reads an open file, the file that it stands in, and what `open` is told for it.
struct Loader {
  std::string_view name, home, mode;
};
constexpr std::string_view binary = "\"rb\"", utf8 = "encoding=\"utf-8\"";
constexpr auto loaders = std::to_array<Loader>({{"tomllib.load", "tomllib/_parser.py", binary},
                                                {"tomli.load", "tomli/_parser.py", binary},
                                                {"json.load", "json/__init__.py", utf8}});
constexpr std::size_t near_lines = 5;

/// A call of such a function: `load` of it, its brackets, and what it is given first.
struct LoadCall {
  const Loader* loader = nullptr;
  std::size_t begin = 0, open = 0, close = 0;
  PyValue given;
};

// The call whose name ends at a token: `tomllib.load(…)`, `load(…)` where that is imported.
std::optional<LoadCall> call_at(const PythonSource& source, const BoundNames& bound, std::size_t name) {
  if (!source.is_name(name) || !source.is(name + 1, "(") || (name > 0 && source.is(name - 1, "def")))
    return std::nullopt;
  const bool is_dotted = name >= 2 && source.is(name - 1, ".");
  const auto first = is_dotted ? name - 2 : name;
  const auto found = bound.find(source.text(first));
  if (found == bound.end() || (first > 0 && source.is(first - 1, "."))) return std::nullopt;
  const auto full = found->second.full + (is_dotted ? "." + std::string(source.text(name)) : "");
  const auto* loader = std::ranges::find(loaders, std::string_view(full), &Loader::name);
  const auto close = loader == loaders.end() ? std::nullopt : closing_of_call(source, name + 1);
  const auto arguments = close ? arguments_between(source, name + 1, *close) : std::vector<PyValue>{};
  if (arguments.empty() || source.is(arguments[0].first + 1, "=") || source.is(arguments[0].first, "*"))
    return std::nullopt;
  return LoadCall{loader, first, name + 1, *close, arguments[0]};
}

// The only such call of a statement.
std::optional<LoadCall> call_in(const PythonSource& source, const BoundNames& bound, const PyStatement& one) {
  std::optional<LoadCall> only;
  for (auto i = one.first; i < one.last; ++i) {
    const auto call = call_at(source, bound, i);
    if (call && only) return std::nullopt;
    if (call) only = call;
  }
  return only;
}

// ---- tomllib.load(path) ----

// A statement that is carried out once and as a whole, alone on its lines.
bool is_plain(const PythonSource& source, const PyStatement& one) {
  static constexpr auto openers =
      std::to_array<std::string_view>({"if", "elif", "else", "for", "while", "with", "try", "except", "finally", "def",
                                       "class", "async", "match", "case", "@"});
  static constexpr auto inner =
      std::to_array<std::string_view>({"for", "lambda", "yield", "if", "else", "and", "or", "await", ";", ":="});
  if (is_among(source.text(one.first), openers)) return false;
  for (auto i = one.first; i < one.last; ++i) {
    const bool is_long = source.tokens()[i].kind == PyKind::string && contains(source.text(i), "\n");
    if (is_long || is_among(source.text(i), inner)) return false;
  }
  const auto front = source.text().substr(one.begin, source.tokens()[one.first].offset - one.begin);
  const auto back = source.text().substr(end_of(source.tokens()[one.last - 1]));
  const auto rest = trim(back.substr(0, back.find('\n')));
  return trim(front).empty() && (rest.empty() || rest.starts_with('#'));
}

std::string free_name(const PythonSource& source) {
  for (const auto* name : {"file", "stream", "opened"}) {
    const bool is_taken =
        std::ranges::any_of(source.tokens(), [&](const auto& one) { return source.text(one) == name; });
    if (!is_taken) return name;
  }
  return "";
}

std::vector<Edit> opened_above(const PythonSource& source, const PyStatement& one, const LoadCall& call) {
  const auto name = free_name(source);
  if (!is_plain(source, one) || name.empty() || binds_at_top(source, "open")) return {};
  const Lines lines(source.text());
  const std::string indent(indentation(lines.line(one.line))), step = indent.starts_with('\t') ? "\t" : "    ";
  const auto opening = indent + "with open(" + written(source, call.given) + ", " + std::string(call.loader->mode) +
                       ") as " + name + ":" + std::string(line_end(source.text()));
  std::vector<Edit> edits;
  for (auto number = one.line; number <= one.last_line; ++number)
    edits.push_back({lines.begin(number), 0, (number == one.line ? opening : "") + step});
  const auto begin = source.tokens()[call.given.first].offset;
  edits.push_back({begin, end_of(source.tokens()[call.given.last - 1]) - begin, name});
  return edits;
}

// A text may be what is to be read, but not where the newest commit put this in the place of toml.load.
bool stands_for_toml(const Patient& patient, const std::string& file, const std::string& given) {
  const auto found = patient.last_commit.before.find(file);
  const auto before = found == patient.last_commit.before.end() ? "" : found->second.value_or("");
  const PythonSource source(before);
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    const auto close = source.is_attribute(i, "toml", "load") ? closing_of_call(source, i + 3) : std::nullopt;
    if (close && written(source, {i + 4, *close}) == given) return true;
  }
  return false;
}

// ---- tomllib.load(file) of a file of text ----

// Bytes are read as UTF-8: what is opened in another encoding, or with its errors left out, is not.
bool is_read_alike(std::string_view key, std::string_view value) {
  if (key == "errors") return false;
  if (key != "encoding") return true;
  const auto encoding = value.size() < 2 ? "" : lower(value.substr(1, value.size() - 2));
  return encoding == "utf-8" || encoding == "utf8";
}

// What `open(path, "r", encoding="utf-8")` is told beside the path, made binary; nothing where it is told anything else.
std::optional<Edit> made_binary(const PythonSource& source, std::size_t name) {
  static constexpr auto text_modes = std::to_array<std::string_view>({"r", "rt", "tr", "U", "rU"});
  static constexpr auto of_text = std::to_array<std::string_view>({"encoding", "errors", "newline", "mode"});
  const auto close = source.closing(name + 1);
  if (!close) return std::nullopt;
  const auto arguments = arguments_between(source, name + 1, *close);
  const std::size_t paths = source.is(name - 1, ".") && !source.is(name - 2, "io") ? 0 : 1;
  if (arguments.size() < paths) return std::nullopt;
  char quote = '"';
  for (auto i = paths; i < arguments.size(); ++i) {
    const auto& one = arguments[i];
    const bool is_key = source.is(one.first + 1, "=");
    const auto value = source.text(is_key ? one.first + 2 : one.first);
    const bool is_mode = is_key ? source.is(one.first, "mode") : i == paths;
    const auto key = is_key ? source.text(one.first) : std::string_view();
    const bool is_known = is_key ? is_among(key, of_text) && is_read_alike(key, value) : is_mode;
    const bool is_text = value.size() > 2 && is_among(value.substr(1, value.size() - 2), text_modes);
    if (!is_known || one.last != one.first + (is_key ? 3 : 1) || (is_mode && !is_text)) return std::nullopt;
    if (value.starts_with('\'')) quote = '\'';
  }
  const auto mode = std::string(1, quote) + "rb" + quote;
  const auto begin = paths == 0 ? end_of(source.tokens()[name + 1]) : end_of(source.tokens()[arguments[0].last - 1]);
  const auto end = arguments.size() == paths ? begin : end_of(source.tokens()[arguments.back().last - 1]);
  return Edit{begin, end - begin, (paths == 0 ? "" : ", ") + mode};
}

// The `open` of a call that is a whole value: `open(p)`, `io.open(p)`, `path.open()`, `Path(p).open()`.
std::optional<std::size_t> open_in(const PythonSource& source, const PyValue& value) {
  for (auto i = value.first; i + 1 < value.last; ++i) {
    const auto close = source.is(i, "open") && source.is(i + 1, "(") ? source.closing(i + 1) : std::nullopt;
    if (close && *close + 1 == value.last) {
      const bool is_other = i > value.first && value_before(source, i - 1) != value.first;
      return is_other || source.is(value.first, "codecs") ? std::nullopt : std::optional(i);
    }
  }
  return std::nullopt;
}

// `with open(…) as name:` around a statement, nearest first.
std::optional<std::size_t> opening_around(const PythonSource& source, std::size_t index, std::string_view name) {
  auto indent = source.statements()[index].indent;
  for (auto s = index; s-- > 0 && indent > 0;) {
    const auto& one = source.statements()[s];
    if (one.indent >= indent) continue;
    indent = one.indent;
    if (is_def(source, one)) return std::nullopt;
    const bool is_it = source.is(one.first, "with") && source.is(one.last - 1, ":") && source.is(one.last - 2, name) &&
                       source.is(one.last - 3, "as");
    if (is_it) return open_in(source, {one.first + 1, one.last - 3});
  }
  return std::nullopt;
}

// Is what the `with` of an `open` binds used for nothing but loading?
bool is_only_loaded(const PythonSource& source, const BoundNames& bound, std::size_t open, std::string_view name) {
  const auto* with = source.statement_at(source.tokens()[open].line);
  if (with == nullptr) return false;
  const auto index = static_cast<std::size_t>(with - source.statements().data());
  for (auto s = index + 1; s < source.statements().size() && source.statements()[s].indent > with->indent; ++s) {
    const auto& one = source.statements()[s];
    for (auto i = one.first; i < one.last; ++i) {
      if (!source.is(i, name)) continue;
      const auto call = i >= 2 ? call_at(source, bound, i - 2) : std::nullopt;
      const bool is_loaded =
          call && call->loader->mode == binary && call->given.first == i && call->given.last == i + 1;
      if (!is_loaded) return false;
    }
  }
  return true;
}

std::vector<Edit> opened_binary(const PythonSource& source, const BoundNames& bound, const PyStatement& one,
                                const LoadCall& call) {
  const auto index = static_cast<std::size_t>(&one - source.statements().data());
  auto open = open_in(source, call.given);
  if (!open && call.given.last == call.given.first + 1) {
    const auto name = source.text(call.given.first);
    open = opening_around(source, index, name);
    if (open && !is_only_loaded(source, bound, *open, name)) return {};
  }
  const auto edit = open ? made_binary(source, *open) : std::nullopt;
  return edit ? std::vector{*edit} : std::vector<Edit>{};
}

/// The edits of a file, by where they begin.
using FileEdits = std::map<std::string, std::map<std::size_t, Edit>>;

// Did the function itself stop, and not one of the project that was given its result? What sums up the tests does not tell.
bool stopped_in(const Occurrence& occurrence, const Loader& loader) {
  const auto is_sum = [](std::string_view said) { return said.starts_with("FAILED ") || said.starts_with("ERROR "); };
  const auto is_frame = [](std::string_view line) { return contains(line, "File \"") || contains(line, ".py:"); };
  const auto is_in_it = [&](auto&& lines) {
    const auto frame = std::ranges::find_if(lines, is_frame);
    return frame != std::ranges::end(lines) && contains(*frame, loader.home);
  };
  auto above = occurrence.before | std::views::reverse | std::views::take(near_lines);
  auto below = occurrence.after | std::views::take(near_lines);
  const bool is_of_pytest = occurrence.at.text.starts_with("E ");
  return !is_sum(trim(occurrence.at.text)) && (is_in_it(above) || (is_of_pytest && is_in_it(below)));
}

std::vector<Edit> edits_at(const Patient& patient, const Occurrence& occurrence, const TreePlace& place,
                           std::string_view text) {
  const PythonSource source(text);
  const auto imports = imports_of(source);
  const auto bound = bound_names(imports);
  const auto* one = source.statement_at(place.line);
  const auto call = one == nullptr ? std::nullopt : call_in(source, bound, *one);
  if (!call || !stopped_in(occurrence, *call->loader)) return {};
  if (contains(occurrence.at.text, "binary mode"))
    return call->loader->mode == binary ? opened_binary(source, bound, *one, *call) : std::vector<Edit>{};
  const auto actual = capture(occurrence, "actual");
  const bool is_path = actual == "PosixPath" || actual == "WindowsPath";
  const bool is_known = is_path || stands_for_toml(patient, place.file, written(source, call->given));
  const bool is_meant = is_meant_as_path(source, *one, call->given) && !is_handed_open_file(patient.tree, source, *one);
  return is_known && is_meant ? opened_above(source, *one, *call) : std::vector<Edit>{};
}

// The edits of the project's line that called the function: the nearest of the trace.
void follow(const Patient& patient, const Occurrence& occurrence, FileEdits& files) {
  const auto places = places_of(patient.tree, occurrence);
  const auto text = places.empty() ? std::nullopt : patient.tree.read(places[0].file);
  if (!text || !places[0].file.ends_with(".py")) return;
  for (auto& edit : edits_at(patient, occurrence, places[0], *text))
    files[places[0].file].try_emplace(edit.offset, edit);
}

}  // namespace

std::vector<Patch> open_loaded_file(const Patient& patient) {
  FileEdits files;
  for (const auto& one : occurrences_of(patient.diagnosis)) follow(patient, one, files);
  Draft draft(patient.tree);
  for (const auto& [file, places] : files) {
    std::vector<Edit> edits;
    for (const auto& [offset, edit] : places) edits.push_back(edit);
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
