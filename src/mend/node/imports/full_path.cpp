#include "mend/node/imports/full_path.h"

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/imports/required.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <functional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What becomes of an ending of TypeScript when it is compiled.
std::string as_run(std::string_view ending) {
  if (ending.ends_with(".mts")) return ".mjs";
  const bool is_typed = ending.ends_with(".ts") || ending.ends_with(".tsx");
  return is_typed ? std::string(ending.substr(0, ending.find('.'))) + ".js" : std::string(ending);
}

/// A path between quotes that something is imported from.
struct Specifier {
  std::size_t at = 0;
  std::string_view path;
};

std::vector<Specifier> specifiers_in(std::string_view text) {
  std::vector<Specifier> all;
  if (text.size() > source_bytes_max) return all;
  const auto code = code_only(text, Speech::javascript);
  for (const std::string_view mark : {"from ", "import ", "import("}) {
    for (auto at = code.find(mark); at != npos; at = code.find(mark, at + 1)) {
      const auto open = at + mark.size();
      if (open + 1 >= text.size() || !contains("'\"", text.substr(open, 1))) continue;
      const auto close = text.find(text[open], open + 1);
      if (close != npos) all.push_back({open + 1, text.substr(open + 1, close - open - 1)});
    }
  }
  return all;
}

/// What an import is to say, where it says the path; "" where it is right.
using Meant = std::function<std::string(const std::string& file, std::string_view path)>;

// A program that the shell starts has no ending.
bool is_script(const Tree& tree, const std::string& file) {
  if (is_built(file)) return false;
  if (file.ends_with(".js") || file.ends_with(".mjs")) return true;
  if (contains(name_of(file), ".")) return false;
  const auto text = tree.read(file).value_or("");
  return text.starts_with("#!") && contains(text.substr(0, text.find('\n')), "node");
}

bool is_typed_source(const std::string& file) {
  return !is_built(file) && !file.ends_with(".d.ts") &&
         (file.ends_with(".ts") || file.ends_with(".tsx") || file.ends_with(".mts"));
}

void rewrite(Draft& draft, const std::vector<std::string>& files, const Meant& meant) {
  for (const auto& file : files) {
    const auto text = draft.read(file);
    if (!text) continue;
    std::vector<Edit> edits;
    for (const auto& one : specifiers_in(*text)) {
      const auto right = meant(file, one.path);
      if (!right.empty()) edits.push_back({one.at, one.path.size(), right});
    }
    draft.edit(file, std::move(edits));
  }
}

/// A file that node stopped in, and the one that it was to import.
struct Stop {
  std::string importer;  ///< "" where it is not of the tree
  std::string printed, wanted;
  std::string proposed;  ///< "pal/fp/index.js"
};

std::vector<Stop> stops_of(const Patient& patient) {
  std::vector<Stop> stops;
  for (const auto& one : occurrences_of(patient.diagnosis)) {
    const std::string wanted(capture(one, "path")), printed(capture(one, "file"));
    if (wanted.empty() || !contains(one.at.text, "imported from")) continue;
    const auto said = one.after.empty() ? std::string_view() : std::string_view(one.after[0]);
    const auto proposed = between(said, "Did you mean to import ", "?");
    stops.push_back(
        {find_file(patient.tree, printed).value_or(""), printed, wanted, replace_all(std::string(proposed), "\"", "")});
  }
  return stops;
}

// Is it one that node takes for an ES module? Others are bundled, or compiled in a way of their own.
bool is_module(const Tree& tree, const std::string& file, const std::vector<Stop>& stops) {
  if (file.ends_with(".mjs") || file.ends_with(".mts")) return true;
  const auto package = package_of_file(tree, file);
  if (package && string_in(package->text, package->root, "type").value_or("") == "module") return true;
  return std::ranges::any_of(stops, [&](const Stop& stop) { return is_of_same_package(tree, file, stop.importer); });
}

// What the imports are to say; those of another package, as far as node proposes so.
Meant meant_in(const Tree& tree, const std::vector<Stop>& stops) {
  return [&tree, &stops](const std::string& file, std::string_view path) -> std::string {
    const std::string written(path);
    if (path.starts_with('.')) {
      const auto target = resolved(path_in(folder_of(file), path));
      return !target || tree.has(*target) ? "" : with_ending(tree, *target, written);
    }
    const auto is_it = [&](const Stop& stop) {
      return stop.proposed.starts_with(written) && stop.wanted.ends_with("/node_modules/" + written);
    };
    const auto stop = std::ranges::find_if(stops, is_it);
    return stop == stops.end() || stop->proposed.find_first_of("'\"\\\n") != npos ? "" : stop->proposed;
  };
}

}  // namespace

std::string with_ending(const Tree& tree, const std::string& target, const std::string& path) {
  for (const auto ending : module_endings) {
    if (ending.empty() || !tree.has(target + std::string(ending))) continue;
    if (!path.ends_with('/')) return path + as_run(ending);
    if (ending.starts_with('/')) return path + as_run(ending).substr(1);
  }
  return "";
}

std::vector<Patch> name_files_in_full(const Patient& patient) {
  const auto& tree = patient.tree;
  const auto stops = stops_of(patient);
  if (stops.empty()) return {};
  const bool is_compiled =
      std::ranges::all_of(stops, [](const Stop& stop) { return stop.importer.empty() && is_built(stop.printed); });
  std::vector<std::string> files;
  std::ranges::copy_if(tree.list(), std::back_inserter(files), [&](const std::string& file) {
    return (is_compiled ? is_typed_source(file) : is_script(tree, file)) && is_module(tree, file, stops);
  });
  Draft draft(tree);
  rewrite(draft, files, meant_in(tree, stops));
  return draft.patches();
}

}  // namespace regreen
