// java.fix-name, java.fix-import: names that javac does not find: slips of ones that the file has, methods of the JDK in the
// wrong case, classes that moved to another package of the project.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_class_choice.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

// Methods that most programs call, for those in the wrong case.
constexpr auto methods = std::to_array<std::string_view>(
    {"isEmpty",          "length",          "size",        "toString",    "equals",        "hashCode",
     "equalsIgnoreCase", "toUpperCase",     "toLowerCase", "substring",   "indexOf",       "lastIndexOf",
     "startsWith",       "endsWith",        "contains",    "containsKey", "containsValue", "getOrDefault",
     "putIfAbsent",      "computeIfAbsent", "keySet",      "entrySet",    "values",        "getKey",
     "getValue",         "hasNext",         "iterator",    "charAt",      "replaceAll",    "valueOf",
     "parseInt",         "parseLong",       "println",     "printf",      "format",        "getMessage",
     "getName",          "getClass",        "addAll",      "removeAll",   "removeIf",      "forEach",
     "stream",           "collect",         "isPresent",   "orElse",      "orElseThrow",   "readAllBytes",
     "readString",       "writeString",     "compareTo",   "toArray",     "isBlank",       "strip"});

/// "  symbol:   variable nmae", "  symbol:   method isempty()"
struct Missing {
  std::string kind, name, owner;  // the class that should have it
};

// "  location: variable one of type Customer", "  location: class Customer"
std::string owner_in(std::string_view line) {
  const auto type = line.rfind(" of type "), kind = line.find(": class ");
  if (type == std::string_view::npos && kind == std::string_view::npos) return "";
  const auto name = type != std::string_view::npos ? line.substr(type + 9) : line.substr(kind + 8);
  return std::string(name.substr(0, name.find_first_of("<[ ")));
}

Missing missing_in(const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 5); ++i) {
    auto line = trim(occurrence.after[i]);
    if (line.starts_with("[ERROR]")) line = trim(line.substr(7));
    if (!line.starts_with("symbol:")) continue;
    const auto words = split(trim(line.substr(7)), ' ');
    if (words.size() < 2) return {};
    const std::string_view below = i + 1 < occurrence.after.size() ? std::string_view(occurrence.after[i + 1]) : "";
    return {std::string(words[0]), std::string(words[1].substr(0, words[1].find_first_of("(<"))),
            contains(below, "location:") ? owner_in(below) : ""};
  }
  return {};
}

std::string meant_by(const Missing& missing, const std::string& code) {
  if (missing.kind == "method") {
    const auto known = std::ranges::find(methods, lower(missing.name), [](auto one) { return lower(one); });
    if (known != methods.end()) return *known == missing.name ? "" : std::string(*known);
  }
  std::string found;
  for (const auto& word : words_of(code)) {
    if (!is_slip(word, missing.name) || is_other_word(word, missing.name)) continue;
    if (!found.empty()) return "";
    found = word;
  }
  return found;
}

// Classes that need no import, as far as they are written often.
constexpr auto everywhere = std::to_array<std::string_view>({"String",
                                                             "Integer",
                                                             "Long",
                                                             "Double",
                                                             "Float",
                                                             "Boolean",
                                                             "Character",
                                                             "Object",
                                                             "Exception",
                                                             "RuntimeException",
                                                             "IllegalArgumentException",
                                                             "IllegalStateException",
                                                             "NullPointerException",
                                                             "UnsupportedOperationException",
                                                             "Override",
                                                             "Math",
                                                             "System",
                                                             "Thread",
                                                             "StringBuilder",
                                                             "Iterable",
                                                             "Comparable",
                                                             "Runnable",
                                                             "Deprecated",
                                                             "Throwable"});

// Was there a class of the name before the newest commit? Then it is no slip of another one.
bool was_there(const LastCommit& commit, const std::string& name) {
  return std::ranges::any_of(
      commit.before, [&](const auto& row) { return row.second.has_value() && name_of(row.first) == name + ".java"; });
}

// `Sting` → `String`, `Custmer` → the project's `Customer`
std::string class_meant(const Patient& patient, const std::string& name) {
  if (was_there(patient.last_commit, name)) return "";
  std::set<std::string> own;
  for (const auto& path : patient.tree.list()) {
    const auto file = name_of(path);
    if (file.ends_with(".java")) own.emplace(file.substr(0, file.size() - 5));
  }
  for (const auto& one : everywhere) {
    if (lower(std::string(one)) == lower(name) && one != name) return std::string(one);
  }
  if (auto near = only_near(own, name); !near.empty()) return near;
  if (auto near = only_near(everywhere, name); !near.empty()) return near;
  std::set<std::string> known;
  for (const auto& [one, package] : patient.rules.table("java-classes")) known.insert(one);
  return known.contains(name) || own.contains(name) ? "" : only_near(known, name);
}

// Equal messages stand in an occurrence once: the classes that those below it name for the same file.
std::set<std::string> classes_below(const Occurrence& occurrence, std::string_view file) {
  std::set<std::string> names;
  bool is_here = true;
  for (const auto& line : occurrence.after) {
    if (contains(line, ".java:"))
      is_here = contains(line, std::string(name_of(file)) + ":") && contains(line, "cannot find symbol");
    const auto mark = line.find("symbol:   class ");
    if (is_here && mark != std::string::npos) names.insert(std::string(trim(std::string_view(line).substr(mark + 16))));
  }
  return names;
}

// Classes whose names are slips, wherever the file writes them.
std::vector<Edit> spell_classes(const Patient& patient, const Occurrence& occurrence, std::string_view file,
                                const std::string& code) {
  std::vector<Edit> edits;
  for (const auto& name : classes_below(occurrence, file)) {
    const auto right = is_identifier(name) ? class_meant(patient, name) : "";
    if (right.empty()) continue;
    for (const auto at : words_in(code, name)) edits.push_back({at, name.size(), right});
  }
  return edits;
}

// The source of the class that should have the name, where it is another one of the project.
std::string source_of(const Tree& tree, const std::string& owner) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (owner.empty() || name_of(path) != owner + ".java") continue;
    if (!found.empty()) return "";
    found = tree.read(path).value_or("");
  }
  return found;
}

// Is a package beside another one, `shop.text` and `shop.orders.text`? Projects share the first part of a domain's name with everybody.
bool is_beside(std::string_view package, std::string_view written) {
  const auto one = split(package, '.'), other = split(written, '.');
  const auto same = std::ranges::mismatch(one, other).in1 - one.begin();
  constexpr std::ptrdiff_t longest_domain = 3;
  return same > 1 || (same == 1 && std::ssize(one[0]) > longest_domain);
}

// Did the newest commit take the class out of a package?
bool was_moved(const LastCommit& commit, std::string_view written, const std::string& name) {
  const auto path = replace_all(std::string(written), ".", "/") + "/" + name + ".java";
  return std::ranges::any_of(commit.before,
                             [&](const auto& row) { return row.second.has_value() && row.first.ends_with(path); });
}

}  // namespace

std::vector<Patch> fix_java_name(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto missing = missing_in(occurrence);
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    const bool is_class = missing.kind == "class";
    if (!text || !is_identifier(missing.name) || (!is_class && missing.kind != "variable" && missing.kind != "method"))
      continue;
    const auto code = code_only(*text, Speech::java);
    if (is_class) {
      draft.edit(places[0].file, spell_classes(patient, occurrence, places[0].file, code));
      continue;
    }
    const auto other = source_of(patient.tree, missing.owner);
    const auto right = meant_by(missing, other.empty() ? code : code_only(other, Speech::java));
    if (right.empty()) continue;
    const Lines lines(*text);
    std::vector<Edit> edits;
    for (const auto at : words_in(code, missing.name)) {
      if (lines.number_at(at) == places[0].line) edits.push_back({at, missing.name.size(), right});
    }
    draft.edit(places[0].file, std::move(edits));
  }
  return draft.patches();
}

std::vector<Patch> fix_java_import(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".java") ? draft.read(place.file) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      const auto line = lines.line(place.line);
      const auto end = line.find(';'), dot = line.rfind('.', end);
      if (!line.starts_with("import ") || line.starts_with("import static") || end == std::string_view::npos ||
          dot == std::string_view::npos)
        continue;
      const std::string name(line.substr(dot + 1, end - dot - 1));
      const auto package = is_identifier(name) ? package_meant(patient.tree, draft, place.file, name) : "";
      const auto written = line.substr(7, dot - 7);
      const auto& classes = patient.rules.table("java-classes");
      const auto row = classes.find(name);
      const bool of_jdk = row != classes.end() && (written.starts_with("java.") || written.starts_with("javax."));
      const bool is_of_project = is_beside(package, written) || was_moved(patient.last_commit, written, name);
      const auto right = !package.empty() ? (is_of_project ? package : "") : of_jdk ? row->second : "";
      if (!right.empty() && right != written)
        draft.edit(place.file, {{lines.begin(place.line) + 7, written.size(), right}});
    }
  }
  return draft.patches();
}

}  // namespace regreen
