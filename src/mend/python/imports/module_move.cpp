#include "mend/python/imports/module_move.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

// The tokens behind which `a.b.c` ends, at each of its uses.
std::vector<std::size_t> ends_of_chain(const PythonSource& source, std::string_view chain) {
  const auto parts = split(chain, '.');
  std::vector<std::size_t> ends;
  for (const auto use : uses_of(source, parts[0])) {
    auto at = use;
    std::size_t part = 1;
    while (part < parts.size() && source.is(at + 1, ".") && source.is(at + 2, parts[part])) {
      at += 2;
      ++part;
    }
    if (part == parts.size()) ends.push_back(at);
  }
  return ends;
}

std::string as(std::string_view bound, std::string_view name) {
  return bound == name ? std::string() : " as " + std::string(bound);
}

class Follower {
 public:
  Follower(const PythonProject& project, const std::string& file, const PythonSource& source, const std::string& from,
           const std::string& to)
      : project_(project), file_(file), source_(source), from_(from), to_(to) {}

  std::vector<Edit> edits() {
    for (const auto& one : imports_of(source_)) {
      if (one.is_from && project_.imported_module(file_, one.module) == from_)
        edits_.push_back({one.module_offset, one.module.size(), said_like(project_, file_, one.module, to_)});
      else if (one.is_from)
        follow_from_package(one);
      else
        follow_import(one);
    }
    return std::move(edits_);
  }

 private:
  // `from almanac.util import dates, text`
  void follow_from_package(const PyImport& one) {
    const auto parent = parent_of(from_);
    if (parent.empty() || one.shares_line || project_.imported_module(file_, one.module) != parent) return;
    for (std::size_t i = 0; i < one.names.size(); ++i) {
      if (one.names[i].name != leaf_of(from_)) continue;
      const auto& name = one.names[i];
      const auto home = std::string(parent_of(to_)), leaf = std::string(leaf_of(to_));
      const auto module = home.empty() ? "" : said_like(project_, file_, one.module, home);
      const auto words = leaf + as(name.bound(), leaf);
      if (one.names.size() == 1 && !home.empty()) {
        if (module != one.module) edits_.push_back({one.module_offset, one.module.size(), module});
        edits_.push_back({name.offset, name.length, words});
        return;
      }
      auto removal = remove_names(source_, one, {i});
      if (!removal) return;
      edits_.insert(edits_.end(), removal->begin(), removal->end());
      const auto begin = one.statement.begin;
      const auto indent = source_.text().substr(begin, source_.tokens()[one.statement.first].offset - begin);
      const auto line = home.empty() ? "import " + words : "from " + module + " import " + words;
      edits_.push_back({one.statement.end, 0, std::string(indent) + line + std::string(line_end(source_.text()))});
      return;
    }
  }

  // `import old`, `import a.old as o`: the name that it binds stays where it can, so that nothing else need change.
  void follow_import(const PyImport& one) {
    if (one.names.size() != 1 || one.names[0].name != from_ || one.shares_line) return;
    const auto& name = one.names[0];
    if (!name.alias.empty()) {
      edits_.push_back({name.offset, from_.size(), to_});
    } else if (contains(from_, ".") || !contains(to_, ".")) {
      edits_.push_back({name.offset, from_.size(), to_});
      follow_chains();
    } else {
      const auto begin = source_.tokens()[one.statement.first].offset;
      edits_.push_back({begin, name.offset + name.length - begin,
                        "from " + std::string(parent_of(to_)) + " import " + std::string(leaf_of(to_)) +
                            as(name.bound(), leaf_of(to_))});
    }
  }

  // `almanac.util.dates.week(…)`, once for all statements that import it
  void follow_chains() {
    if (has_chains_) return;
    has_chains_ = true;
    if (!contains(from_, ".")) {
      for (const auto spot : spots_of(source_, from_)) edits_.push_back({spot, from_.size(), to_});
      return;
    }
    for (const auto end : ends_of_chain(source_, from_)) {
      const auto behind = end_of(source_.tokens()[end]);
      const auto begin = behind - std::min(behind, from_.size());
      if (source_.text().substr(begin, from_.size()) == from_) edits_.push_back({begin, from_.size(), to_});
    }
  }

  const PythonProject& project_;
  const std::string& file_;
  const PythonSource& source_;
  const std::string& from_;
  const std::string& to_;
  bool has_chains_ = false;
  std::vector<Edit> edits_;
};

}  // namespace

std::string said_like(const PythonProject& project, const std::string& file, std::string_view old_text,
                      const std::string& module) {
  if (!old_text.starts_with('.')) return module;
  const std::string own(parent_of(project.module_of(file) + (name_of(file) == "__init__.py" ? ".x" : "")));
  std::string package = own, dots = ".";
  while (!package.empty()) {
    if (module == package) return dots;
    if (module.starts_with(package + ".")) return dots + module.substr(package.size() + 1);
    package = parent_of(package);
    dots += ".";
  }
  return module;
}

std::vector<Edit> follow_module(const PythonProject& project, const std::string& file, const PythonSource& source,
                                const std::string& from, const std::string& to) {
  return Follower(project, file, source, from, to).edits();
}

namespace {

// What the file calls the module behind its imports: "utils", "shop.utils".
std::set<std::string> chains_of(const PythonProject& project, const std::string& file, const PythonSource& source,
                                const std::string& module) {
  std::set<std::string> chains;
  for (const auto& one : imports_of(source)) {
    if (one.is_from && project.imported_module(file, one.module) == module) continue;
    for (const auto& name : one.names) {
      if (project.imported_name(file, one, name) != module) continue;
      chains.insert(!one.is_from && name.alias.empty() ? name.name : std::string(name.bound()));
    }
  }
  return chains;
}

// ".name" → "name"
std::string_view attribute_at(std::string_view rest) {
  static constexpr std::string_view blanks = " \t\r\n\\";
  const auto dot = rest.find_first_not_of(blanks);
  if (dot == rest.npos || rest[dot] != '.') return "";
  const auto name = word_at(rest, std::min(rest.find_first_not_of(blanks, dot + 1), rest.size()));
  return is_python_name(name) ? name : "";
}

// What stands behind `a.b.c`, at each of its uses; in the fields of f-strings, too.
std::vector<std::string_view> behind_chain(const PythonSource& source, const std::string& chain) {
  std::vector<std::string_view> rests;
  for (const auto end : ends_of_chain(source, chain))
    rests.push_back(source.text().substr(end_of(source.tokens()[end])));
  std::set<std::size_t> uses;
  for (const auto use : uses_of(source, top_of(chain))) uses.insert(source.tokens()[use].offset);
  for (const auto spot : spots_of(source, top_of(chain))) {
    const auto rest = source.text().substr(spot);
    if (!uses.contains(spot) && rest.starts_with(chain) && word_at(rest, chain.size()).empty())
      rests.push_back(rest.substr(chain.size()));
  }
  return rests;
}

}  // namespace

std::set<std::string> names_from(const PythonProject& project, const std::string& file, const PythonSource& source,
                                 const std::string& module) {
  std::set<std::string> names;
  for (const auto& one : imports_of(source)) {
    if (!one.is_from || project.imported_module(file, one.module) != module) continue;
    for (const auto& name : one.names) {
      if (name.name != "*") names.insert(name.name);
    }
  }
  for (const auto& chain : chains_of(project, file, source, module)) {
    for (const auto rest : behind_chain(source, chain)) {
      if (const auto name = attribute_at(rest); !name.empty()) names.emplace(name);
    }
  }
  return names;
}

bool means_module_itself(const PythonProject& project, const std::string& file, const PythonSource& source,
                         const std::string& module) {
  return std::ranges::any_of(chains_of(project, file, source, module), [&](const auto& chain) {
    return std::ranges::any_of(behind_chain(source, chain), [](auto rest) { return attribute_at(rest).empty(); });
  });
}

}  // namespace regreen
