#include "mend/rust/modules/other_build.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/rust/language/function.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/test_code.h"
#include "mend/rust/modules/use.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// Traits of the standard library: their methods are called without a word of them.
constexpr auto traits = std::to_array<std::string_view>(
    {"Any",   "AsFd",     "AsRawFd",     "AsRawHandle",  "Borrow",  "BorrowMut",   "BufRead",
     "Error", "Extend",   "FromStr",     "Hash",         "Hasher",  "BuildHasher", "FromIterator",
     "Read",  "Seek",     "ToOwned",     "TryFrom",      "TryInto", "ToString",    "Write",
     "Deref", "DerefMut", "Termination", "ToSocketAddrs"});

// Is it a trait, as far as its path tells? Those of the standard library are known, or end as extensions do.
bool may_be_trait(std::string_view path) {
  if (path.ends_with(" as _") || path.ends_with("*")) return true;
  const auto name = path.substr(0, path.find(" as "));
  const auto last = name.substr(name.rfind(':') + 1);  // npos + 1 is the front
  const bool is_of_std = name.starts_with("std::") || name.starts_with("core::") || name.starts_with("alloc::");
  if (is_of_std) return is_among(last, traits) || last.ends_with("Ext");
  return !last.empty() && last.front() >= 'A' && last.front() <= 'Z';
}

// Does a stretch of the code call a method?
bool calls_method(std::string_view code) {
  for (auto dot = code.find('.'); dot != npos; dot = code.find('.', dot + 1)) {
    const auto word = word_at(code, dot + 1);
    if (!word.empty() && contains("(:", code.substr(std::min(dot + 1 + word.size(), code.size()), 1))) return true;
  }
  return contains(code, "write!(") || contains(code, "writeln!(");
}

bool calls_method_in_other_builds(std::string_view code) {
  return std::ranges::any_of(rust_gated_in(code), [&](const RustTest& gated) {
    return calls_method(code.substr(gated.begin, gated.end - gated.begin));
  });
}

bool is_of_own_crate(std::string_view path) {
  return path.starts_with("super::") || path.starts_with("crate::") || path.starts_with("self::");
}

// `use super::*`, `use crate::{wire::*, Name}`.
bool takes_all(std::string_view code) {
  return std::ranges::any_of(words_in(code, "use"), [&](auto at) {
    const auto path = trim(code.substr(at + 3, code.find(';', at) - at - 3));
    return is_of_own_crate(path) && contains(path, "*");
  });
}

// The path that a name is the end of: `super::wire::Name`.
std::string_view path_to(std::string_view code, std::size_t end) {
  auto begin = end;
  while (begin > 0 && (is_word_byte(code[begin - 1]) || code[begin - 1] == ':')) --begin;
  return code.substr(begin, end - begin);
}

// Does a code get a name from the modules above it?
bool asks_above(std::string_view code, std::string_view name) {
  const bool has_all = takes_all(code);
  bool is_asked = false;
  for (const auto at : words_in(code, name)) {
    const auto import = rust_import_at(code, at);
    if (import && !is_of_own_crate(import->path)) return false;
    const bool is_plain = path_to(code, at).empty() && !code.substr(0, at).ends_with('.');
    is_asked |= import || is_of_own_crate(path_to(code, at)) || (has_all && is_plain);
  }
  return is_asked;
}

// Is a module left out of some builds, tests apart?
bool is_left_out(const Tree& tree, const std::vector<ModuleLine>& chain, std::string_view code) {
  if (contains(code, "#![cfg(")) return true;
  return std::ranges::any_of(chain, [&](const ModuleLine& line) {
    return is_in_rust_test(rust_gated_in(code_only(tree.read(line.file).value_or(""), Speech::rust)), line.offset);
  });
}

bool needs(const RustFile& file, const std::string& other, const UseName& name, bool is_public) {
  const auto text = file.tree.read(other).value_or("");
  const bool is_named = contains(text, name.name);
  const bool may_call = may_be_trait(name.path) && contains(text, "*");
  if (text.size() > source_bytes_max || (!is_named && !may_call)) return false;
  const auto chain = rust_module_chain(file.tree, other);
  const bool is_below = std::ranges::any_of(chain, [&](const ModuleLine& line) { return line.file == file.path; });
  if (!is_public && !is_below) return false;
  const auto code = code_only(text, Speech::rust);
  if (is_named && asks_above(code, name.name)) return true;
  return may_call && takes_all(code) && calls_method(code) && is_left_out(file.tree, chain, code);
}

}  // namespace

bool is_for_other_builds(const RustText& source, std::size_t at, std::string_view name) {
  const auto function = rust_function_around(source.code, at);
  const auto begin = function ? function->list : 0;
  const auto end = function ? function->close : source.code.size();
  const auto code = std::string_view(source.code).substr(begin, end - begin);
  if (!contains(code, "#[cfg(") && !contains(code, "cfg_if!")) return false;
  return words_in(std::string_view(source.text).substr(begin, end - begin), name).size() > 1;
}

bool is_named_elsewhere(const RustFile& file, std::string_view name) {
  if (contains(file.source.text, std::string(name) + "\"")) return true;
  const auto manifest = rust_manifest_of(file.tree, file.path);
  return std::ranges::any_of(rust_sources(file.tree, manifest), [&](const std::string& other) {
    return other != file.path && !words_in(file.tree.read(other).value_or(""), name).empty();
  });
}

bool is_import_for_other_builds(const RustFile& file, const UseTree& use, const std::vector<std::string>& names) {
  const std::string_view code = file.source.code;
  const auto import = rust_import_at(code, use.begin);
  const auto sources = rust_sources(file.tree, rust_manifest_of(file.tree, file.path));
  return std::ranges::any_of(names, [&](const std::string& printed) {
    const auto name = use_name(code, use, printed).value_or(UseName{printed, printed});
    if (may_be_trait(name.path) && calls_method_in_other_builds(code)) return true;
    return std::ranges::any_of(sources, [&](const std::string& other) {
      return other != file.path && needs(file, other, name, import && import->is_public);
    });
  });
}

}  // namespace regreen
