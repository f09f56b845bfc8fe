#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"
#include "mend/python/versions/removed.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ranges>

namespace regreen {
namespace {

constexpr std::size_t told_bytes_max = 400;
constexpr int python_with_files = 9;  // 3.9 brought importlib.resources.files

/// What a function of old took, as it is written; "" where it was not given.
struct Asked {
  std::string package, resource, encoding, errors;
};

/// What a function of old is today, with `{}` for the file that is asked for.
struct Today {
  std::string_view old, text;
};

constexpr auto todays = std::to_array<Today>({{"read_text", "{}.read_text(encoding=ENCODING)"},
                                              {"read_binary", "{}.read_bytes()"},
                                              {"open_text", "{}.open(\"r\", encoding=ENCODING)"},
                                              {"open_binary", "{}.open(\"rb\")"},
                                              {"is_resource", "{}.is_file()"},
                                              {"path", "as_file({})"},
                                              {"contents", "[entry.name for entry in {}.iterdir()]"}});

bool is_of_resources(std::string_view full) {
  const auto module = parent_of(full);
  if (module != "importlib.resources" && module != "importlib_resources") return false;
  return std::ranges::find(todays, leaf_of(full), &Today::old) != todays.end();
}

std::optional<Asked> asked_between(const PythonSource& source, std::size_t open, std::size_t close) {
  Asked asked;
  const std::array<std::pair<std::string_view, std::string*>, 4> parameters = {{{"package", &asked.package},
                                                                                {"resource", &asked.resource},
                                                                                {"encoding", &asked.encoding},
                                                                                {"errors", &asked.errors}}};
  std::size_t place = 0;
  for (auto i = open; i < close; ++i) {
    if (source.tokens()[i].kind == PyKind::comment) return std::nullopt;  // it would be lost
  }
  for (const auto& argument : arguments_between(source, open, close)) {
    if (source.is(argument.first, "*") || source.is(argument.first, "**")) return std::nullopt;
    const bool is_named = source.is(argument.first + 1, "=");
    const auto* row =
        is_named ? std::ranges::find(parameters, source.text(argument.first), [](const auto& one) { return one.first; })
                 : parameters.begin() + std::min(place++, parameters.size());
    if (row == parameters.end()) return std::nullopt;
    *row->second = written(source, {argument.first + (is_named ? 2 : 0), argument.last});
  }
  return asked;
}

// Does the file bind the name in another way than by an import: as a parameter, in a loop?
bool is_bound_otherwise(const PythonSource& source, std::string_view name) {
  const auto all = functions_of(source);
  if (std::ranges::any_of(all, [&](const PyFunction& one) {
        const auto& head = source.statements()[one.head];
        const auto is_there = [&](auto i) { return source.is(i, name); };
        return std::ranges::any_of(std::views::iota(head.first, head.last), is_there);
      }))
    return true;
  return std::ranges::any_of(uses_of(source, name), [&](std::size_t i) {
    const auto front = i > 0 ? source.text(i - 1) : "", next = source.text(i + 1);
    return front == "for" || front == "as" || front == "class" || front == "lambda" || is_setting(next) ||
           next == "in" || next == ":" || next == ":=" || next == "," || (front == "," && next != "(");
  });
}

/// The names of old that a file of the project takes from another one; a star for all of them.
using TakenNames = std::set<std::string, std::less<>>;

TakenNames taken_names(const Tree& tree, const std::vector<std::string>& files) {
  TakenNames taken;
  for (const auto& path : files) {
    const auto text = tree.read(path);
    if (!text || text->size() > source_bytes_max) continue;
    const PythonSource source(*text);
    for (const auto& one : imports_of(source)) {
      for (const auto& name : one.names) {
        if (one.is_from && !is_of_resources(one.module + "." + name.name)) taken.insert(name.name);
      }
    }
    for (std::size_t i = 0; i < source.tokens().size(); ++i) {
      const auto& token = source.tokens()[i];
      if (token.kind != PyKind::string || token.length > told_bytes_max) continue;
      for (const auto& row : todays) {  // "compat.read_text", __all__ = ["read_text"]
        if (contains(source.text(token), row.old)) taken.emplace(row.old);
      }
    }
  }
  return taken;
}

/// One file while its calls are brought to today's.
class ResourceFile {
 public:
  ResourceFile(std::string text, const TakenNames& taken) : text_(std::move(text)), taken_(taken) {}

  std::string run() {
    choose_words();
    rewrite_calls();
    if (needed_.empty()) return text_;
    drop_imports();
    for (const auto& statement : needed_) import(statement);
    return text_;
  }

 private:
  // How `files` and `as_file` are called where they are imported by name.
  void choose_words() {
    const PythonSource source(text_);
    const auto is_free = [&](std::string_view name) {
      return uses_of(source, name).empty() && !binds_at_top(source, name);
    };
    const auto bound = bound_names(imports_of(source));
    const auto comes_from = [&](std::string_view name, std::string_view full) {
      const auto found = bound.find(name);
      return found != bound.end() && found->second.full == full;
    };
    const bool has_files = is_free("files") || comes_from("files", "importlib.resources.files");
    has_words_ = has_files || is_free("resources") || comes_from("resources", "importlib.resources");
    front_ = has_files ? "" : "resources.";
  }

  void rewrite_calls() {
    const PythonSource source(text_);
    const auto imports = imports_of(source);
    const auto names = bound_names(imports);
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < source.tokens().size(); ++i) {
      const auto found =
          source.is_name(i) && !(i > 0 && source.is(i - 1, ".")) ? names.find(source.text(i)) : names.end();
      if (found == names.end()) continue;
      auto open = i + 1;
      while (source.is(open, ".") && source.is_name(open + 1)) open += 2;
      const auto full = found->second.full + written(source, {i + 1, open});
      const bool is_call = is_of_resources(full) && source.is(open, "(");
      const auto close = is_call ? closing_of_call(source, open) : std::nullopt;
      if (!close) continue;
      const bool is_bare = open == i + 1;
      if (is_bare && (!has_words_ || found->second.import->statement.indent > 0)) continue;
      const auto [other, is_new] = others_.emplace(source.text(i), false);
      if (is_new) other->second = is_bound_otherwise(source, source.text(i));
      if (other->second) continue;
      const auto asked = asked_between(source, open, *close);
      const auto front = is_bare ? front_ : written(source, {i, open - 1});
      if (auto today = asked ? todays_call(leaf_of(full), *asked, front) : std::nullopt) {
        const auto begin = source.tokens()[i].offset;
        edits.push_back({begin, end_of(source.tokens()[*close]) - begin, std::move(*today)});
        if (is_bare) need(parent_of(full), leaf_of(full));
      }
    }
    apply(std::move(edits));
  }

  static std::optional<std::string> todays_call(std::string_view old, const Asked& asked, const std::string& front) {
    const bool is_list = old == "contents", is_strict = asked.errors.empty() || contains(asked.errors, "strict");
    if (asked.package.empty() || asked.resource.empty() != is_list || (old == "read_text" && !is_strict))
      return std::nullopt;
    const auto* row = std::ranges::find(todays, old, &Today::old);
    auto file = front + "files(" + asked.package + ")";
    if (!is_list) file += ".joinpath(" + asked.resource + ")";
    auto encoding = asked.encoding.empty() ? "\"utf-8\"" : asked.encoding;
    if (!is_strict) encoding += ", errors=" + asked.errors;
    auto text = replace_all(replace_all(std::string(row->text), "ENCODING", encoding), "{}", file);
    return old == "path" ? front + text : text;
  }

  void need(std::string_view module, std::string_view old) {
    if (front_.empty()) {
      needed_.insert("from " + std::string(module) + " import files");
      if (old == "path") needed_.insert("from " + std::string(module) + " import as_file");
    } else {
      needed_.insert(module == "importlib_resources" ? "import importlib_resources as resources"
                                                     : "from importlib import resources");
    }
  }

  // The names of old that nothing uses any more.
  void drop_imports() {
    const PythonSource source(text_);
    std::vector<Edit> edits;
    for (const auto& one : imports_of(source)) {
      std::vector<std::size_t> gone;
      for (std::size_t i = 0; i < one.names.size(); ++i) {
        const bool is_old = one.is_from && is_of_resources(one.module + "." + one.names[i].name);
        const bool is_taken = taken_.contains(one.names[i].bound());
        if (is_old && !is_taken && spots_of(source, one.names[i].bound()).empty()) gone.push_back(i);
      }
      const auto removal = gone.empty() ? std::nullopt : remove_names(source, one, gone);
      if (removal) edits.insert(edits.end(), removal->begin(), removal->end());
    }
    apply(std::move(edits));
  }

  void import(const std::string& statement) {
    const PythonSource source(text_);
    const auto group = [](std::string_view module) {
      return module.starts_with("importlib_") ? ImportGroup::third_party : ImportGroup::standard;
    };
    if (const auto edit = add_import(source, statement, group)) apply({*edit});
  }

  void apply(std::vector<Edit> edits) {
    if (auto after = apply_edits(text_, std::move(edits))) text_ = std::move(*after);
  }

  std::string text_, front_;
  const TakenNames& taken_;
  std::map<std::string, bool, std::less<>> others_;
  bool has_words_ = false;
  std::set<std::string> needed_;
};

// Does the project say, or do its pipelines, that it runs on a Python that has no files() yet?
bool runs_before_files(const Tree& tree) {
  if (oldest_python(tree).value_or(python_with_files) < python_with_files) return true;
  for (const auto& path : tree.list()) {
    const bool is_pipeline = path.ends_with(".yml") || path.ends_with(".yaml");
    const bool is_settings = path == "tox.ini" || path == "setup.cfg" || path == "pyproject.toml" ||
                             path == "noxfile.py" || path == "setup.py";
    const auto text = is_pipeline || is_settings ? tree.read(path).value_or("") : std::string();
    if (text.size() > source_bytes_max) continue;
    for (const auto& minors : is_pipeline ? pythons_in(text) : std::vector<std::set<long>>()) {
      if (*minors.begin() < python_with_files) return true;
    }
    for (const std::string_view old : {"5", "6", "7", "8"}) {
      for (const std::string_view front : {"py3", "Python :: 3.", "\"3."}) {
        const auto name = std::string(front) + std::string(old);
        if (is_settings && !words_in(text, name).empty()) return true;
      }
      const auto several = text.find("py3{");  // envlist = py3{8,11}
      if (is_settings && several != text.npos && contains(text.substr(several, text.find('}', several) - several), old))
        return true;
    }
  }
  return false;
}

}  // namespace

void read_resources_by_files(const Patient& patient, Draft& draft) {
  if (runs_before_files(patient.tree)) return;
  const auto files = python_files(patient.tree);
  const auto taken = taken_names(patient.tree, files);
  for (const auto& path : files) {
    const auto text = is_vendored(path) ? std::nullopt : draft.read(path);
    if (text && contains(*text, "resources") && text->size() <= source_bytes_max)
      draft.write(path, ResourceFile(*text, taken).run());
  }
}

}  // namespace regreen
