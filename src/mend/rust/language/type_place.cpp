#include "mend/rust/language/type_place.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Path = std::vector<std::string>;

using Found = RustTypeFound;

// The modules around a place that are written there: `pub mod old {`.
Path modules_around(std::string_view code, std::size_t at) {
  Path modules;
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    const auto end = end_of_code_before(code, open);
    const auto name = word_before(code, end);
    if (name.empty() || word_before(code, end_of_code_before(code, end - name.size())) != "mod") continue;
    modules.insert(modules.begin(), std::string(name));
  }
  return modules;
}

void add_found(const Tree& tree, const std::string& file, std::string_view name, std::vector<Found>& all) {
  const auto text = tree.read(file).value_or("");
  if (text.size() > source_bytes_max || !contains(text, name)) return;
  const auto code = code_only(text, Speech::rust);
  for (const auto at : words_in(code, name)) {
    const auto end = end_of_code_before(code, at);
    const auto kind = word_before(code, end);
    if (kind != "struct" && kind != "enum") continue;
    Path modules;
    for (const auto& line : rust_module_chain(tree, file)) modules.insert(modules.begin(), line.name);
    for (auto& module : modules_around(code, at)) modules.push_back(std::move(module));
    all.push_back({{file, end - kind.size()}, rust_manifest_of(tree, file), std::move(modules)});
  }
}

/// How well a path leads to a type.
enum class Fit { none, maybe, exact };

// Does a path begin with another crate, of the standard library or a dependency?
bool is_foreign(std::string_view manifest, std::string_view first) {
  return first == "std" || first == "core" || first == "alloc" || rust_depends_on(manifest, first);
}

// `prefix` is what stands before the name: modules of the own crate, or a crate and its modules.
Fit fit_of(const Tree& tree, const Found& one, Path prefix, const std::string& from_manifest) {
  const auto manifest = tree.read(one.manifest).value_or("");
  const auto crate = rust_library(manifest);
  const bool is_own = one.manifest == from_manifest;
  if (is_own && prefix == one.modules) return Fit::exact;
  const bool is_named = !prefix.empty() && (prefix.front() == crate || (is_own && prefix.front() == "crate"));
  if (is_named) prefix.erase(prefix.begin());
  if (is_named && prefix == one.modules) return Fit::exact;
  if (is_named) return Fit::maybe;  // by way of a re-export
  return is_own && !is_foreign(manifest, prefix.front()) ? Fit::maybe : Fit::none;
}

const Found* only(const std::vector<const Found*>& all) { return all.size() == 1 ? all.front() : nullptr; }

const Found* found_by_path(const Tree& tree, const std::vector<Found>& all, const Path& prefix,
                           const std::string& from_manifest) {
  std::vector<const Found*> exact, maybe;
  for (const auto& one : all) {
    const auto fit = fit_of(tree, one, prefix, from_manifest);
    if (fit == Fit::exact) exact.push_back(&one);
    if (fit == Fit::maybe) maybe.push_back(&one);
  }
  return exact.empty() ? only(maybe) : only(exact);
}

// rustc leaves the path out where the crate and those that it uses have one type of the name.
const Found* found_by_name(const Tree& tree, const std::vector<Found>& all, const std::string& from_manifest) {
  if (all.size() == 1) return &all.front();
  std::vector<const Found*> own, used;
  const auto manifest = tree.read(from_manifest).value_or("");
  for (const auto& one : all) {
    if (one.manifest == from_manifest) own.push_back(&one);
    if (rust_depends_on(manifest, rust_library(tree.read(one.manifest).value_or("")))) used.push_back(&one);
  }
  return own.empty() ? only(used) : only(own);
}

}  // namespace

const std::vector<RustTypeFound>& RustTypes::called(const std::string& name) {
  const auto [known, is_new] = known_.try_emplace(name);
  if (!is_new) return known->second;
  for (const auto& file : tree_.list()) {
    if (file.ends_with(".rs") && !is_vendored(file)) add_found(tree_, file, name, known->second);
  }
  return known->second;
}

std::optional<RustType> RustTypes::meant(std::string_view path, std::string_view from) {
  Path parts;
  for (auto rest = path; !rest.empty();) {
    const auto colons = rest.find("::");
    parts.emplace_back(rest.substr(0, colons));
    rest = colons == npos ? "" : rest.substr(colons + 2);
  }
  if (parts.empty() || !std::ranges::all_of(parts, [](const auto& part) { return is_identifier(part); }))
    return std::nullopt;
  const auto& all = called(parts.back());
  parts.pop_back();
  const auto manifest = rust_manifest_of(tree_, from);
  const auto* found = parts.empty() ? found_by_name(tree_, all, manifest) : found_by_path(tree_, all, parts, manifest);
  return found == nullptr ? std::nullopt : std::optional(found->type);
}

std::string rust_crate_root(const Tree& tree, std::string_view file) {
  const auto chain = rust_module_chain(tree, file);
  return chain.empty() ? std::string(file) : chain.back().file;
}

}  // namespace regreen
