// php.add-use, php.fix-offset, perl.end-true, ruby.fix-require, ruby.allow-aliases: names, brackets, last lines and
// options that PHP, Perl and Ruby miss.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/fixers.h"
#include "mend/trace.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "namespace App\Model;" → "App\Model"
std::string namespace_of(std::string_view text) {
  for (const auto line : split_lines(text)) {
    if (!line.starts_with("namespace ")) continue;
    const auto end = line.find_first_of(";{", 10);
    return std::string(trim(line.substr(10, end == npos ? npos : end - 10)));
  }
  return "";
}

// The full name of the only class, interface, trait or enum of the tree that is called so.
std::string full_name(const Tree& tree, const std::string& name) {
  std::set<std::string> found;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".php")) continue;
    const auto text = tree.read(path).value_or("");
    if (!contains(text, name)) continue;
    for (const auto* kind : {"class ", "interface ", "trait ", "enum "}) {
      const auto at = text.find(kind + name);
      const auto end = at == std::string::npos ? at : at + std::string_view(kind).size() + name.size();
      if (at == std::string::npos || (end < text.size() && is_word_byte(text[end]))) continue;
      const auto space = namespace_of(text);
      found.insert(space.empty() ? name : space + "\\" + name);
    }
  }
  return found.size() == 1 ? *found.begin() : "";
}

// Behind the last `use` at the top, else behind `namespace`, else behind `<?php`; nothing where PHP begins elsewhere.
std::optional<Edit> use_line(std::string_view text, const std::string& name) {
  const Lines lines(text);
  std::size_t use = 0, space = 0, open = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with("use ")) use = number;
    if (line.starts_with("namespace ") && space == 0) space = number;
    if (line.starts_with("<?php") && open == 0) open = number;
  }
  const auto line = "use " + name + ";";
  if (use != 0) return line_below(text, lines.begin(use), line);
  if (space == 0 && open == 0) return std::nullopt;
  return line_below(text, lines.begin(std::max(space, open)), std::string(line_end(text)) + line);
}

std::vector<Edit> square_offsets(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto line = lines.line(number);
  std::vector<Edit> edits;
  for (auto at = line.find('{'); at != npos; at = line.find('{', at + 1)) {
    const auto close = line.find('}', at);
    const bool behind_value = at > 0 && (is_word_byte(line[at - 1]) || line[at - 1] == ']');
    auto begin = at;
    while (begin > 0 && (is_word_byte(line[begin - 1]) || contains("]['\">-", line.substr(begin - 1, 1)))) --begin;
    if (close == npos || !behind_value || begin == 0 || line[begin - 1] != '$') continue;
    edits.push_back({lines.begin(number) + at, 1, "["});
    edits.push_back({lines.begin(number) + close, 1, "]"});
  }
  return edits;
}

// Before __END__, __DATA__ or documentation at the end.
std::size_t end_of_perl(std::string_view text) {
  const Lines lines(text);
  std::size_t documents = 0;  // the line that begins those that are open
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line == "__END__" || line == "__DATA__") return lines.begin(number);
    if (line == "=cut")
      documents = 0;
    else if (documents == 0 && line.size() > 1 && line[0] == '=' && is_letter(line[1]))
      documents = number;
  }
  return documents == 0 ? text.size() : lines.begin(documents);
}

std::set<std::string> libraries_of(const Tree& tree) {
  std::set<std::string> names;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".rb")) continue;
    const auto name = path.substr(0, path.size() - 3);
    names.insert(name.starts_with("lib/") ? name.substr(4) : name);
  }
  return names;
}

}  // namespace

std::vector<Patch> add_php_use(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::string> full_names;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = capture(occurrence, "symbol");
    const std::string name(said.substr(said.rfind('\\') == npos ? 0 : said.rfind('\\') + 1));
    if (!is_identifier(name)) continue;
    const auto [known, is_new] = full_names.try_emplace(name);
    if (is_new) known->second = full_name(patient.tree, name);
    const auto& full = known->second;
    if (full.empty() || full == said) continue;
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      if (!text || !place.file.ends_with(".php") || words_in(*text, name).empty()) continue;
      if (contains(*text, "use " + full + ";") || namespace_of(*text) + "\\" + name == full) continue;
      if (const auto edit = use_line(*text, full)) draft.edit(place.file, {*edit});
      break;
    }
  }
  return draft.patches();
}

std::vector<Patch> fix_php_offset(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      if (text && place.line != 0) draft.edit(place.file, square_offsets(*text, place.line));
    }
  }
  return draft.patches();
}

std::vector<Patch> end_perl_module(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto file = find_file(patient.tree, capture(occurrence, "path"));
    const auto text = file ? draft.read(*file) : std::nullopt;
    if (!text || contains("\n" + *text, "\n1;")) continue;
    const auto at = end_of_perl(*text);
    const std::string end(line_end(*text));
    draft.edit(*file, {{at, 0, (at > 0 && (*text)[at - 1] != '\n' ? end : "") + end + "1;" + end}});
  }
  return draft.patches();
}

std::vector<Patch> fix_ruby_require(const Patient& patient) {
  Draft draft(patient.tree);
  const auto libraries = libraries_of(patient.tree);
  std::set<std::string> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string wrong(capture(occurrence, "module"));
    if (!done.insert(wrong).second) continue;
    const auto right = wrong.empty() || libraries.contains(wrong) ? "" : only_near(libraries, wrong);
    if (right.empty()) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = path.ends_with(".rb") ? draft.read(path) : std::nullopt;
      if (!text) continue;
      std::vector<Edit> edits;
      for (const auto* quote : {"'", "\""}) {
        const auto written = quote + wrong + quote;
        for (auto at = text->find(written); at != std::string::npos; at = text->find(written, at + 1))
          edits.push_back({at + 1, wrong.size(), right});
      }
      draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

// YAML.load(x) → YAML.load(x, aliases: true)
std::vector<Patch> allow_yaml_aliases(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".rb") ? draft.read(place.file) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      std::vector<Edit> edits;
      for (const auto at : words_in(*text, "YAML")) {
        if (lines.number_at(at) != place.line) continue;
        const auto rest = std::string_view(*text).substr(at + 4);
        const auto open = at + 4 + rest.find('(');
        const bool loads =
            rest.starts_with(".load(") || rest.starts_with(".load_file(") || rest.starts_with(".safe_load(");
        const auto close = loads ? closing_bracket(*text, open) : npos;
        if (close != npos && !contains(text->substr(open, close - open), "aliases:"))
          edits.push_back({close, 0, ", aliases: true"});
      }
      draft.edit(place.file, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
