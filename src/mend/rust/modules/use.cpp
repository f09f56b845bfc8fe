// rust.add-use: the imports that rustc proposes.

#include "mend/rust/modules/use.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/modules/use_choice.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t choices_max = 4;

std::size_t depth_at(std::string_view code, std::size_t offset) {
  const auto before = code.substr(0, offset);
  const auto open = std::ranges::count(before, '{'), close = std::ranges::count(before, '}');
  return open > close ? static_cast<std::size_t>(open - close) : 0;
}

// The lines of `use` at the top of the file, the last of several of one statement.
std::vector<std::size_t> use_lines(std::string_view code, const Lines& lines) {
  std::vector<std::size_t> all;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = code.substr(lines.begin(number), lines.line(number).size());
    const bool is_use = line.starts_with("use ") || line.starts_with("pub use ") || line.starts_with("pub(crate) use ");
    if (!is_use || depth_at(code, lines.begin(number)) > 0) continue;
    while (number < lines.count() && !contains(code.substr(lines.begin(number), lines.line(number).size()), ";"))
      ++number;
    all.push_back(number);
  }
  return all;
}

// Behind `#![…]`, `//!`, `extern crate` and the comment that opens the file.
std::size_t first_line_for_use(const Lines& lines) {
  std::size_t place = 1;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (line.starts_with("#![") || line.starts_with("//!") || line.starts_with("extern crate"))
      place = number + 1;
    else if (!line.empty() && !(line.starts_with("//") && !line.starts_with("///")))
      break;
  }
  while (lines.has(place) && place > 1 && trim(lines.line(place)).empty()) ++place;
  return place;
}

std::string use_path(std::string_view line) {
  line = trim(line);
  if (!line.starts_with("use ") || !line.ends_with(';')) return "";
  const auto path = trim(line.substr(4, line.size() - 5));
  return is_use_path(path) ? std::string(path) : "";
}

// One name that is missing, and where it may come from, the likeliest first.
struct MissingUse {
  std::string file;
  std::size_t before = 0;
  std::vector<std::string> paths;
};

int likelihood(const std::string& path, const RustcMessage& message, std::string_view text) {
  int score = 0;
  const auto module = path.substr(0, path.rfind("::"));
  if (path.starts_with("std::collections::")) score += 4;
  if (path.starts_with("std::") || path.starts_with("crate::")) score += 3;
  if (path.starts_with("alloc::") || path.starts_with("core::")) score -= 1;
  if (contains(text, module + "::")) score += 2;
  if (path == "std::fmt::Write" && (contains(message.header, "`String`") || contains(message.header, "String")))
    score += 8;
  if (path == "std::io::Write" && contains(message.header, "String")) score -= 8;
  if (path == "std::fmt::Result" || path == "std::io::Result" || contains(path, "::btree") ||
      contains(path, "::hash_map::"))
    score -= 4;
  return score;
}

std::vector<MissingUse> missing_uses(const Patient& patient) {
  std::vector<MissingUse> all;
  for (const auto& message : rustc_messages(patient.diagnosis)) {
    const auto file = find_file(patient.tree, message.file);
    const auto text = file ? patient.tree.read(*file) : std::nullopt;
    if (!text) continue;
    MissingUse missing{*file, 0, {}};
    for (const auto& help : message.helps) {
      for (const auto& line : help.lines) {
        auto path = use_path(line.text);
        if (path.empty()) continue;
        if (missing.before == 0) missing.before = line.number;
        missing.paths.push_back(std::move(path));
      }
    }
    std::ranges::stable_sort(missing.paths, std::ranges::greater{},
                             [&](const std::string& path) { return likelihood(path, message, *text); });
    missing.paths = uses_meant(patient.tree, *file, *text, std::move(missing.paths));
    if (!missing.paths.empty()) all.push_back(std::move(missing));
  }
  return all;
}

// "use of undeclared crate or module `fs`", for compilers that propose nothing
void add_std_modules(const Patient& patient, std::vector<MissingUse>& all) {
  if (patient.diagnosis.rule.value != "rust.std-module-not-imported") return;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string module(capture(occurrence, "module"));
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const bool known = std::ranges::any_of(
          all, [&](const MissingUse& one) { return one.file == place.file && one.paths[0].ends_with("::" + module); });
      if (!known && is_identifier(module)) all.push_back({place.file, 1, {"std::" + module}});
      break;
    }
  }
}

// The names of `a::b`, `a::{b, c as d}`; none of what is deeper or takes everything.
std::set<std::string, std::less<>> names_of(std::string_view path) {
  std::set<std::string, std::less<>> names;
  const auto open = path.find('{');
  const auto front = trim(path.substr(0, open));
  const auto list = open == npos ? path : path.substr(open + 1, path.rfind('}') - open - 1);
  if (open != npos && (front == "crate::" || front == "self::" || front == "super::")) return {};
  for (auto item : items_of(list, Speech::rust)) {
    if (item.find_first_of("{*") != npos) return {};
    if (const auto as = item.find(" as "); as != npos) item = trim(item.substr(as + 4));
    auto name = last_part(item);
    if (name == "self") name = last_part(front.substr(0, front.size() - 2));
    if (!is_identifier(name)) return {};
    names.insert(std::move(name));
  }
  return names;
}

}  // namespace

std::optional<RustImport> rust_import_at(std::string_view code, std::size_t at) {
  auto head = head_before(code, at);
  if (const auto brace = bracket_around(code, at);
      brace != npos && code[brace] == '{' && code.substr(0, brace).ends_with("::"))
    head = head_before(code, brace);
  const auto words = words_in(head, "use");
  const auto end = code.find(';', at);
  if (words.empty() || end == npos) return std::nullopt;
  const auto front = offset_in(code, head);
  RustImport import;
  import.begin = front + words.back();
  import.end = end;
  import.path = trim(code.substr(import.begin + 4, end - import.begin - 4));
  import.names = names_of(import.path);
  const auto line = code.rfind('\n', import.begin) + 1;  // npos + 1 is the front
  const auto before = trim(code.substr(line, import.begin - line));
  import.is_public = before.starts_with("pub");
  if (!before.empty() && !import.is_public) return std::nullopt;
  import.begin = line;
  return import;
}

std::vector<std::size_t> rust_uses(std::string_view code, const RustImport& import) {
  std::vector<std::size_t> uses;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const auto word = word_at(code, at);
    if (word.empty()) continue;
    const bool is_inside = at >= import.begin && at < import.end;
    const bool is_member = at > 0 && code[at - 1] == '.';
    if (!is_inside && !is_member && import.names.contains(word)) uses.push_back(at);
    at += word.size();
  }
  return uses;
}

bool is_use_path(std::string_view path) {
  if (const auto as = path.find(" as "); as != std::string_view::npos) {
    return is_use_path(path.substr(0, as)) && is_identifier(path.substr(as + 4));
  }
  const std::string parts = replace_all(std::string(path), "::", "\n");
  for (const auto part : split(parts, '\n')) {
    if (!is_identifier(part.starts_with("r#") ? part.substr(2) : part)) return false;
  }
  return !path.empty();
}

std::optional<Edit> add_use(std::string_view text, std::string_view path, std::size_t before) {
  const Lines lines(text);
  const std::string code = code_only(text, Speech::rust);
  const std::string statement = "use " + std::string(path) + ";";
  const std::string end(line_end(text));
  if (lines.has(before) && depth_at(code, lines.begin(before)) > 0) {
    const std::string indent(indentation(lines.line(before)));
    if (contains(std::string_view(text).substr(0, lines.begin(before)), indent + statement) ||
        contains(lines.line(before), statement))
      return std::nullopt;
    return Edit{lines.begin(before), 0, indent + statement + end};
  }
  const auto uses = use_lines(code, lines);
  for (const auto number : uses) {
    if (trim(lines.line(number)) == statement) return std::nullopt;
  }
  if (uses.empty()) {
    const auto line = first_line_for_use(lines);
    const bool blank = !lines.has(line) || trim(lines.line(line)).empty();
    return Edit{lines.begin(line), 0, statement + end + (blank ? "" : end)};
  }
  // The last run of neighbours that begins like it, else the last run.
  const auto root = path.substr(0, path.find("::"));
  std::vector<std::size_t> run;
  for (const auto number : uses) {
    if (lines.line(number).starts_with("use " + std::string(root) + "::")) run.push_back(number);
  }
  if (run.empty()) run = uses;
  const bool sorted = std::ranges::is_sorted(run, {}, [&](std::size_t number) { return lines.line(number); });
  const auto next =
      std::ranges::find_if(run, [&](std::size_t number) { return sorted && statement < lines.line(number); });
  const auto line = next == run.end() ? run.back() + 1 : *next;
  const bool open_end = line > lines.count() && !text.ends_with('\n');
  return Edit{lines.begin(line), 0, (open_end ? end : "") + statement + end};
}

std::vector<Patch> add_rust_use(const Patient& patient) {
  auto all = missing_uses(patient);
  add_std_modules(patient, all);
  std::vector<Patch> patches;
  for (std::size_t choice = 0; choice < choices_max; ++choice) {
    Draft draft(patient.tree);
    for (const auto& one : all) {
      const auto text = draft.read(one.file);
      const bool there = text && std::ranges::any_of(one.paths, [&](const std::string& path) {
                           return !add_use(*text, path, one.before);
                         });
      if (there) continue;
      const auto edit =
          text ? add_use(*text, one.paths[std::min(choice, one.paths.size() - 1)], one.before) : std::nullopt;
      if (edit) draft.edit(one.file, {*edit});
    }
    if (draft.patch().empty()) break;
    if (!is_among(draft.patch(), patches)) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
