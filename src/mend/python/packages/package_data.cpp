// python.add-package-data: files beside the code that the built or installed package lacks. They are declared where the project
// declares such files already: MANIFEST.in, the package-data of pyproject.toml, setup.cfg or setup.py.

#include "mend/python/packages/package_data.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/source.h"
#include "mend/text/string_list.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view toml_table = "tool.setuptools.package-data";

// What stands behind the folder of installed or built packages: "site-packages/", "build/lib.linux-x86_64-cpython-311/".
std::string_view inside_package(std::string_view path) {
  for (const std::string_view folder : {".egg/", "site-packages/", "dist-packages/"}) {
    if (const auto at = path.find(folder); at != npos) return path.substr(at + folder.size());
  }
  const auto lib = path.starts_with("build/lib") ? 0 : path.find("/build/lib");
  const auto slash = lib == npos ? npos : path.find('/', lib + std::string_view("/build/lib").size() - 1);
  const bool is_lib = slash != npos && (path[slash - 1] == 'b' || contains(path.substr(lib, slash - lib), "lib."));
  return is_lib ? path.substr(slash + 1) : std::string_view();
}

// What the tree has of a path inside of the folder of packages: "letters/templates/a.txt", and src/letters/templates/a.txt is there.
std::optional<PackageData> data_of(const Tree& tree, std::string_view inside) {
  const auto slash = inside.find('/');
  if (slash == npos) return std::nullopt;
  const std::string in_src = "src/" + std::string(inside);
  const bool is_plain = std::ranges::all_of(inside, [](char c) { return is(c, dotted) || c == '/'; });
  if (!is_plain || inside.ends_with(".py") || (!tree.has(inside) && !tree.has(in_src))) return std::nullopt;
  return PackageData{tree.has(inside) ? std::string(inside) : in_src, std::string(inside.substr(0, slash)),
                     std::string(inside.substr(slash + 1))};
}

bool is_package(const Tree& tree, const std::string& name) {
  return tree.has(name + "/__init__.py") || tree.has("src/" + name + "/__init__.py");
}

// ".venv/lib/python3.11/site-packages/letters/templates/a.txt"; "/tmp/out/letters/templates/a.txt", where letters is a package
std::optional<PackageData> data_at(const Tree& tree, std::string_view path) {
  if (const auto inside = inside_package(path); !inside.empty()) return data_of(tree, inside);
  for (auto slash = path.find('/'); slash != npos; slash = path.find('/', slash + 1)) {
    auto data = data_of(tree, path.substr(slash + 1));
    if (data && is_package(tree, data->package)) return data;
  }
  return std::nullopt;
}

// The files of packages that end in what a library names, or lie in the folder that it names.
std::vector<PackageData> data_like(const Tree& tree, const std::string& end, const std::string& folder) {
  std::vector<PackageData> all;
  for (const std::string_view path : tree.list()) {
    const auto inside = path.starts_with("src/") ? path.substr(4) : path;
    const bool is_meant = folder.empty() ? inside.ends_with("/" + end) : inside.starts_with(folder + "/");
    auto data = is_meant ? data_of(tree, inside) : std::nullopt;
    if (data && is_package(tree, data->package)) all.push_back(std::move(*data));
  }
  return all;
}

// A path; the name of a template that Jinja found in none of its folders; a package without the folder of its templates.
std::vector<PackageData> missing_data(const Tree& tree, const Occurrence& occurrence) {
  const std::string path(capture(occurrence, "path"));
  if (const auto package = std::string(capture(occurrence, "module")); !package.empty())
    return data_like(tree, "", replace_all(package, ".", "/") + "/" + (path.empty() ? "templates" : path));
  if (contains(occurrence.at.text, "TemplateNotFound")) {
    auto all = data_like(tree, path, "");
    return all.size() == 1 ? all : std::vector<PackageData>{};
  }
  const auto data = data_at(tree, path);
  return data ? std::vector{*data} : std::vector<PackageData>{};
}

// "templates/a.txt" → "templates/*.txt"; the marker of types is no kind of file.
std::string pattern_of(std::string_view rest) {
  if (rest == "py.typed") return std::string(rest);
  const auto name = name_of(rest);
  const auto dot = name.rfind('.');
  return path_in(folder_of(rest), "*" + std::string(dot == npos || dot == 0 ? "" : name.substr(dot)));
}

// One more string in a list, where it is not in it yet.
std::vector<Edit> listed(std::string_view text, std::size_t open, const std::string& pattern) {
  const auto list = read_string_list(text, open);
  if (!list || std::ranges::find(list->items, pattern, &ListedString::value) != list->items.end()) return {};
  return insert_string(text, *list, pattern);
}

// Does setuptools build the project, as far as pyproject.toml says?
bool is_built_by_setuptools(std::string_view toml) {
  return contains(toml, "[tool.setuptools") ||
         (contains(toml, "[project]") && (!contains(toml, "build-backend") || contains(toml, "setuptools")));
}

// Does setuptools install what MANIFEST.in names? With `[project]` it does where nobody says otherwise.
bool installs_manifest(const Draft& draft) {
  const auto plain = [&](const char* file) { return replace_all(lower(draft.read(file).value_or("")), " ", ""); };
  const auto toml = draft.read("pyproject.toml").value_or("");
  if (contains(toml, "build-backend") && !contains(toml, "setuptools")) return false;
  return contains(plain("setup.cfg"), "include_package_data=true") ||
         contains(plain("setup.py"), "include_package_data=true") ||
         (contains(toml, "[project]") && !contains(plain("pyproject.toml"), "include-package-data=false"));
}

// `recursive-include letters/templates *.html` gets a pattern more, where what MANIFEST.in names is installed.
bool declare_in_manifest(const PackageData& data, Draft& draft) {
  const auto manifest = draft.read("MANIFEST.in");
  if (!manifest || !installs_manifest(draft)) return false;
  const auto pattern = std::string(name_of(pattern_of(data.rest)));
  const Lines lines(*manifest);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!line.starts_with("recursive-include ") || line.ends_with('\\')) continue;
    auto words = split(line, ' ');
    std::erase(words, "");
    const bool holds = words.size() > 2 && data.file.starts_with(std::string(trim(words[1])) + "/");
    if (!holds) continue;
    return is_among(pattern, words) ||
           draft.edit("MANIFEST.in", {{lines.begin(number) + trim(line).size(), 0, " " + pattern}});
  }
  return false;
}

void declare_in_toml(const PackageData& data, std::string_view text, Draft& draft) {
  const auto pattern = pattern_of(data.rest);
  const TomlText toml(text);
  const auto line = "[\"" + pattern + "\"]";
  if (const auto* key = toml.find(toml_table, data.package))
    draft.edit("pyproject.toml", listed(text, key->value, pattern));
  else if (const auto* table = toml.find_table(toml_table))
    draft.edit("pyproject.toml", {toml.add_key(*table, data.package, line)});
  else
    draft.edit("pyproject.toml", {toml.add_table(toml_table, data.package + " = " + line)});
}

// `letters = templates/*.html`, on one line or with lines of its own.
std::vector<Edit> declared_in_ini(std::string_view text, const std::string& package, const std::string& pattern) {
  const Lines lines(text);
  const std::string end(line_end(text));
  std::size_t head = 1;
  while (lines.has(head) && trim(lines.line(head)) != "[options.package_data]") ++head;
  if (!lines.has(head))
    return {
        {text.size(), 0,
         (text.ends_with('\n') ? "" : end) + end + "[options.package_data]" + end + package + " = " + pattern + end}};
  for (auto number = head + 1; lines.has(number) && !lines.line(number).starts_with('['); ++number) {
    const auto line = lines.line(number);
    const auto equals = line.find('=');
    if (equals == npos || trim(line.substr(0, equals)) != package || !indentation(line).empty()) continue;
    const auto value = trim(line.substr(equals + 1));
    auto last = number;
    while (lines.has(last + 1) && !indentation(lines.line(last + 1)).empty() && !trim(lines.line(last + 1)).empty())
      ++last;
    for (auto below = number; below <= last; ++below) {
      for (const auto part : split(below == number ? value : lines.line(below), ',')) {
        if (trim(part) == pattern) return {};
      }
    }
    if (last == number && !value.empty())
      return {
          {lines.begin(number) + line.find_last_not_of(" \t") + 1, 0, (value.ends_with(',') ? " " : ", ") + pattern}};
    const auto indent = last == number ? "    " : std::string(indentation(lines.line(last)));
    return {{lines.end(last), 0, end + indent + pattern}};
  }
  return {{lines.begin(head + 1), 0, package + " = " + pattern + end}};
}

// The edits for `package_data={"letters": ["templates/*.html"]}`, whose brace is at `open`.
std::vector<Edit> declared_in_dict(const PythonSource& source, std::size_t open, const std::string& package,
                                   const std::string& pattern) {
  const auto close = source.closing(open);
  if (!close) return {};
  for (auto i = open + 1; i + 2 < *close; ++i) {
    const auto& key = source.tokens()[i];
    if (key.kind != PyKind::string || !source.is(i + 1, ":")) continue;
    if (source.text(key) != "\"" + package + "\"" && source.text(key) != "'" + package + "'") continue;
    return source.is(i + 2, "[") ? listed(source.text(), source.tokens()[i + 2].offset, pattern) : std::vector<Edit>{};
  }
  const auto entry = "\"" + package + "\": [\"" + pattern + "\"]";
  return {{end_of(source.tokens()[open]), 0, entry + (*close == open + 1 ? "" : ", ")}};
}

// setup(…) gets a pattern or a keyword more.
void declare_in_setup(const PackageData& data, std::string_view text, Draft& draft) {
  const PythonSource source(text);
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    if (!source.is(i, "setup") || !source.is(i + 1, "(") || (i > 0 && source.is(i - 1, "import"))) continue;
    const auto close = source.closing(i + 1);
    if (!close || *close == i + 2) return;
    for (auto key = i + 2; key + 2 < *close; ++key) {
      if (!source.is(key, "package_data") || !source.is(key + 1, "=")) continue;
      if (source.is(key + 2, "{"))
        draft.edit("setup.py", declared_in_dict(source, key + 2, data.package, pattern_of(data.rest)));
      return;
    }
    const auto last = code_before(source, *close);
    const bool comma = source.is(last, ",");
    const auto line = "\n    package_data={\"" + data.package + "\": [\"" + pattern_of(data.rest) + "\"]}";
    draft.edit("setup.py", {{end_of(source.tokens()[last]), 0, comma ? "" : ","},
                            {end_of(source.tokens()[*close - 1]), 0, line + (comma ? "," : "")}});
    return;
  }
}

}  // namespace

void declare_package_data(const PackageData& data, Draft& draft) {
  if (declare_in_manifest(data, draft)) return;
  const auto toml = draft.read("pyproject.toml").value_or(""), ini = draft.read("setup.cfg").value_or(""),
             setup = draft.read("setup.py").value_or("");
  if (is_built_by_setuptools(toml))
    declare_in_toml(data, toml, draft);
  else if (contains(ini, "[options]"))
    draft.edit("setup.cfg", declared_in_ini(ini, data.package, pattern_of(data.rest)));
  else
    declare_in_setup(data, setup, draft);
}

std::vector<Patch> add_package_data(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& data : missing_data(patient.tree, occurrence)) declare_package_data(data, draft);
  }
  return draft.patches();
}

}  // namespace regreen
