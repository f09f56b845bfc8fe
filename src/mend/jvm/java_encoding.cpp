// java.say-encoding: the sources are UTF-8, and the compiler is not told so: it reads them as the machine's locale says.
//
//   src/cafe/Card.java:11: error: unmappable character (0xC3) for encoding US-ASCII
//
// The build says it: Maven as a property of the project, Gradle and Ant as an option of the task, Makefiles and scripts on the
// command line. Nothing is said where a source is no UTF-8.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/javac_command.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/trace.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view wanted = "UTF-8";

bool is_utf8_name(std::string_view encoding) {
  const auto name = lower(encoding);
  return name == "utf-8" || name == "utf8";
}

bool has_others(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

// Is every source UTF-8? ASCII is.
bool are_utf8(const Tree& tree) {
  return std::ranges::all_of(tree.list(), [&](const std::string& path) {
    const auto text = path.ends_with(".java") ? tree.read(path).value_or("") : "";
    return valid_utf8(text) == text;
  });
}

// What stands between two marks and is to be another: `<encoding>`, `</encoding>`.
std::optional<Edit> replaced(std::string_view text, std::string_view open, std::string_view close) {
  const auto at = text.find(open);
  const auto end = at == npos ? npos : text.find(close, at + open.size());
  if (end == npos) return std::nullopt;
  return Edit{at + open.size(), end - at - open.size(), std::string(wanted)};
}

// The project's own `<properties>`: not those of a profile or plugin.
std::size_t properties_in(std::string_view pom) {
  int depth = 0;  // of those
  for (auto at = pom.find('<'); at != npos; at = pom.find('<', at + 1)) {
    const auto tag = pom.substr(at);
    if (tag.starts_with("<profile>") || tag.starts_with("<plugin>")) ++depth;
    if (tag.starts_with("</profile>") || tag.starts_with("</plugin>")) --depth;
    if (depth == 0 && tag.starts_with("<properties>")) return at;
  }
  return npos;
}

// Where the plugin stands that compiles; others have an encoding of their own.
std::string_view compiler_plugin(std::string_view pom) {
  for (auto at = pom.find("<plugin>"); at != npos; at = pom.find("<plugin>", at + 1)) {
    const auto end = pom.find("</plugin>", at);
    if (end == npos) return "";
    const auto plugin = pom.substr(at, end - at);
    if (contains(plugin, ">maven-compiler-plugin<")) return plugin;
  }
  return "";
}

std::vector<Edit> in_pom(std::string_view pom) {
  constexpr std::string_view name = "project.build.sourceEncoding";
  const std::string open = "<" + std::string(name) + ">", close = "</" + std::string(name) + ">";
  const auto plugin = compiler_plugin(pom);
  auto of_plugin = replaced(plugin, "<encoding>", "</encoding>");
  if (of_plugin) of_plugin->offset += offset_in(pom, plugin);
  for (const auto& edit : {replaced(pom, open, close), of_plugin}) {
    if (!edit) continue;
    const auto old = pom.substr(edit->offset, edit->length);
    if (is_utf8_name(trim(old))) return {};
    if (!contains(old, "${")) return {*edit};
  }
  const Lines lines(pom);
  const std::string line = open + std::string(wanted) + close, end(line_end(pom));
  if (const auto at = properties_in(pom); at != npos) {
    const auto number = lines.number_at(at);
    const std::string indent(indentation(lines.line(number)));
    const bool is_alone = trim(lines.line(number)) == "<properties>";
    const auto inner = contains(pom, "\n\t") ? indent + "\t" : indent + indent;
    return {{at + 12, 0, is_alone ? end + inner + line : line}};
  }
  const auto last = pom.rfind("</project>");
  if (last == npos) return {};
  const std::string step = contains(pom, "\n\t")                                 ? "\t"
                           : contains(pom, "\n    <") && !contains(pom, "\n  <") ? "    "
                                                                                 : "  ";
  return {{last, 0, step + "<properties>" + end + step + step + line + end + step + "</properties>" + end}};
}

// The pom.xml of the module, or the one above that it has its settings from.
std::string pom_for(const Tree& tree, const std::string& source) {
  auto pom = nearest(tree, source, "pom.xml");
  while (!pom.empty() && contains(tree.read(pom).value_or(""), "<parent>") && !folder_of(pom).empty()) {
    const auto above = nearest(tree, folder_of(pom), "pom.xml");
    if (above.empty() || !contains(tree.read(above).value_or(""), "<modules>")) break;
    pom = above;
  }
  return pom;
}

std::vector<Edit> in_gradle(std::string_view build, bool is_kotlin) {
  for (const std::string_view front : {"options.encoding = \"", "options.encoding = '"}) {
    const auto edit = replaced(build, front, front.substr(front.size() - 1));
    if (!edit) continue;
    return is_utf8_name(build.substr(edit->offset, edit->length)) ? std::vector<Edit>{} : std::vector<Edit>{*edit};
  }
  const std::string end(line_end(build)), quote = is_kotlin ? "\"" : "'";
  const std::string head = is_kotlin ? "tasks.withType<JavaCompile> {" : "tasks.withType(JavaCompile) {";
  return {{build.size(), 0,
           (build.ends_with('\n') ? "" : end) + end + head + end + "    options.encoding = " + quote +
               std::string(wanted) + quote + end + "}" + end}};
}

// <javac srcdir="src"> → <javac encoding="UTF-8" srcdir="src">
std::vector<Edit> in_ant(std::string_view build) {
  std::vector<Edit> edits;
  for (auto at = build.find("<javac "); at != npos; at = build.find("<javac ", at + 1)) {
    const auto element = build.substr(at, build.find('>', at) - at);
    const auto edit = replaced(element, " encoding=\"", "\"");
    if (!edit)
      edits.push_back({at + 6, 0, " encoding=\"" + std::string(wanted) + "\""});
    else if (!is_utf8_name(element.substr(edit->offset, edit->length)))
      edits.push_back({at + edit->offset, edit->length, edit->text});
  }
  return edits;
}

// The nearer Gradle file above a source, of the two spellings.
std::string gradle_for(const Tree& tree, const std::string& source) {
  auto groovy = nearest(tree, source, "build.gradle"), kotlin = nearest(tree, source, "build.gradle.kts");
  const bool is_kotlin = groovy.empty() || (!kotlin.empty() && folder_of(kotlin).size() > folder_of(groovy).size());
  return is_kotlin ? kotlin : groovy;
}

// Makefiles and scripts in the source's folder or above; where none of them calls the compiler, those that lie elsewhere.
void say_to_callers(const Tree& tree, const std::string& source, Draft& draft) {
  const JavacOption option = {"-encoding", std::string(wanted)};
  bool is_called = false;
  for (const bool above : {true, false}) {
    for (const auto& path : tree.list()) {
      const bool is_above = source.starts_with(path_in(folder_of(path), ""));
      if (is_above == above) is_called |= say_to_javac(path, option, draft);
    }
    if (is_called) return;
  }
}

// By the format of the message first, then by what calls the compiler.
void say_it(const Patient& patient, const Occurrence& occurrence, const std::string& source, Draft& draft) {
  const auto& tree = patient.tree;
  if (contains(occurrence.at.text, ".java:[")) {
    const auto pom = pom_for(tree, source);
    if (!pom.empty()) draft.edit(pom, in_pom(draft.read(pom).value_or("")));
    return;
  }
  if (contains(occurrence.at.text, "[javac]")) {
    const auto build = nearest(tree, source, "build.xml");
    if (!build.empty()) draft.edit(build, in_ant(draft.read(build).value_or("")));
    return;
  }
  if (const auto build = gradle_for(tree, source); !build.empty())
    draft.edit(build, in_gradle(draft.read(build).value_or(""), build.ends_with(".kts")));
  else
    say_to_callers(tree, source, draft);
}

}  // namespace

std::vector<Patch> say_java_encoding(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto mark = occurrence.at.text.find(" for encoding ");
    if (mark == std::string::npos || is_utf8_name(trim(occurrence.at.text.substr(mark + 14)))) continue;
    const auto places = places_around(patient.tree, occurrence);
    const auto at = std::ranges::find_if(places, [](const TreePlace& one) { return one.file.ends_with(".java"); });
    if (at == places.end() || !has_others(patient.tree.read(at->file).value_or(""))) continue;
    if (!are_utf8(patient.tree)) return {};
    say_it(patient, occurrence, at->file, draft);
    break;
  }
  return draft.patches();
}

}  // namespace regreen
