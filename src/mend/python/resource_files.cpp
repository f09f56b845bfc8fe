#include "base/text.h"
#include "mend/place.h"
#include "mend/python/expression.h"
#include "mend/python/import.h"
#include "mend/python/names.h"
#include "mend/python/project.h"
#include "mend/python/python_floor.h"
#include "mend/python/removed.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

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

/// One file while its calls are brought to today's.
class ResourceFile {
 public:
  explicit ResourceFile(std::string text) : text_(std::move(text)) {}

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
        if (is_old && spots_of(source, one.names[i].bound()).empty()) gone.push_back(i);
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
  bool has_words_ = false;
  std::set<std::string> needed_;
};

}  // namespace

void read_resources_by_files(const Patient& patient, Draft& draft) {
  if (oldest_python(patient.tree).value_or(python_with_files) < python_with_files) return;
  for (const auto& path : python_files(patient.tree)) {
    const auto text = is_vendored(path) ? std::nullopt : draft.read(path);
    if (text && contains(*text, "resources") && text->size() <= source_bytes_max)
      draft.write(path, ResourceFile(*text).run());
  }
}

}  // namespace regreen
