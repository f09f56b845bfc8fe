// cpp.follow-base: a virtual method of a base class has another signature today, and those that override it the one before.
//
//   include/shapes.hpp:12:10: error: ‘double Circle::length()’ marked ‘override’, but does not override
//
// Where the two differ in `const` alone, of the method or of parameters, there is one way to write the method below: as the base
// does. So there is where the newest commit made a view of a text that is only read, `const std::string& line` → `std::string_view
// line`, or a vector of what begins at a pointer, and the one below is as that was before; a number of the same name may count other
// things. The method at the place follows, and where it is defined. A class of whose bases one is not known is left alone: the method
// may be that one's.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/cpp_class.h"
#include "mend/c/language/cpp_signature.h"
#include "mend/c/language/cpp_views.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t above_max = 5;       // classes above each other that are gone through
constexpr std::size_t overloads_max = 16;  // of a name

/// A class of the project.
struct Known {
  std::string file;
  CppClass one;
};

// Is a parameter what it was, or a view of the text that it was, or the vector whose first element it was?
bool is_still(const CppParameter& before, const CppParameter& today) {
  if (before.name != today.name) return false;
  const auto element = std::string_view(before.core).substr(0, before.core.find('*'));
  const bool is_view = before.core == "string&" && today.core == "string_view";
  const bool is_vector =
      before.core.ends_with('*') && today.is_const && today.core == fmt::format("vector<{}>&", element);
  return before.core == today.core || (before.is_const && !today.name.empty() && (is_view || is_vector));
}

bool has_many(const CppClass& one, std::string_view name) {
  return std::cmp_greater(std::ranges::count(one.methods, name, &CppMethod::name), overloads_max);
}

/// The classes of a project, and what they override.
class Classes {
 public:
  explicit Classes(const Patient& patient) : draft_(patient.tree), commit_(patient.last_commit) {
    const auto& tree = patient.tree;
    for (const auto& path : tree.list()) {
      const auto source = is_c_family(path) && !is_foreign(path) ? c_source(draft_, path) : std::nullopt;
      if (!source) continue;
      code_[path] = source->code;
      for (auto& one : cpp_classes(source->code)) classes_[one.name].push_back({path, std::move(one)});
    }
  }

  // The method at a place, which overrides nothing, becomes what its base has; not where it cannot be told what is meant.
  void follow_at(const TreePlace& place) {
    const auto code = code_.find(place.file);
    const auto at = code == code_.end() ? std::nullopt : offset_of(code->second, place.line, place.column);
    if (!at) return;
    for (const auto& [name, all] : classes_) {
      for (const auto& known : all) {
        for (const auto& method : known.one.methods) {
          const bool is_it = known.file == place.file && method.begin <= *at && *at < method.end;
          if (!is_it || !method.is_override) continue;
          if (const auto today = meant_by(known, method)) follow_in(known, method, *today);
        }
      }
    }
  }

  std::vector<Patch> patches() {
    for (auto& [file, edits] : edits_) {
      std::vector<Edit> all;
      for (auto& [offset, edit] : edits) all.push_back(std::move(edit));
      draft_.edit(file, std::move(all));
    }
    return draft_.patches();
  }

 private:
  CppSignature signature_of(const std::string& file, const CppMethod& method) const {
    return cpp_signature(code_.at(file), method.open, method.close);
  }

  // The one class of the project that a base is, "geo::Shape"; null where there is none, several, or another namespace is meant.
  const Known* class_of(std::string_view base) const {
    const auto name = word_before(base, base.size());
    const auto front = base.substr(0, base.size() - name.size());
    const auto scope = front.ends_with("::") ? word_before(front, front.size() - 2) : std::string_view();
    const auto known = classes_.find(std::string(name));
    if (known == classes_.end() || known->second.size() != 1) return nullptr;
    const auto& one = known->second[0];
    return scope.empty() || !words_in(code_.at(one.file), scope).empty() ? &one : nullptr;
  }

  // Adds the classes that a class is made from. Are all of them known?
  bool add_above(const CppClass& one, std::vector<const Known*>& classes) const {
    for (const auto& base : one.bases) {
      classes.push_back(class_of(base));
      if (classes.back() == nullptr) return false;
    }
    return true;
  }

  // Was it this method of a base that the newest commit gave what it has today, and no other one of its name?
  bool is_what_became_of(const Known& base, const CppSignature& own, const CppSignature& today,
                         std::string_view name) const {
    const auto file = commit_.before.find(base.file);
    if (file == commit_.before.end() || !file->second || file->second->size() > source_bytes_max) return false;
    const auto code = code_only(*file->second, Speech::c);
    std::vector<CppSignature> gone, now;
    for (const auto& method : base.one.methods) {
      if (method.name == name) now.push_back(signature_of(base.file, method));
    }
    for (const auto& one : cpp_classes(code)) {
      for (const auto& method : one.methods) {
        if (one.name != base.one.name || method.name != name) continue;
        auto before = cpp_signature(code, method.open, method.close);
        const auto kept = std::ranges::find_if(now, [&](const auto& other) { return other.is_same(before); });
        if (kept == now.end()) gone.push_back(std::move(before));
        if (kept != now.end()) now.erase(kept);
      }
    }
    return gone.size() == 1 && now.size() == 1 && gone[0].is_same(own) && now[0].is_same(today) &&
           std::ranges::equal(gone[0].parameters, today.parameters, is_still);
  }

  // The signature that a method has in the bases today; nothing where it cannot be told.
  std::optional<CppSignature> meant_by(const Known& known, const CppMethod& method) const {
    const auto own = signature_of(known.file, method);
    std::vector<const Known*> next;
    std::vector<CppSignature> near;
    if (has_many(known.one, method.name) || !add_above(known.one, next)) return std::nullopt;
    for (std::size_t i = 0; i < next.size() && i < above_max; ++i) {
      for (const auto& base : next[i]->one.methods) {
        if (has_many(next[i]->one, method.name)) return std::nullopt;
        if (base.name != method.name || !base.is_virtual) continue;
        auto today = signature_of(next[i]->file, base);
        if (today.is_same(own)) return std::nullopt;
        const bool is_taken = std::ranges::any_of(known.one.methods, [&](const CppMethod& other) {
          return other.name == method.name && signature_of(known.file, other).is_same(today);
        });
        const bool is_meant = own.is_near(today) || is_what_became_of(*next[i], own, today, method.name);
        if (!is_taken && is_meant) near.push_back(std::move(today));
      }
      if (near.empty() && !add_above(next[i]->one, next)) return std::nullopt;
    }
    const bool is_told =
        !near.empty() && std::ranges::all_of(near, [&](const CppSignature& one) { return one.is_same(near[0]); });
    return is_told ? std::optional(near[0]) : std::nullopt;
  }

  void follow_in(const Known& known, const CppMethod& method, const CppSignature& today) {
    const std::string_view code = code_.at(known.file);
    const auto before = signature_of(known.file, method);
    const bool has_body = code[method.end] == '{';
    const auto defined = has_body ? std::vector<Defined>() : definitions(known.one.name, method.name, before);
    if (!has_body && defined.size() != 1) return;
    const auto& body_file = has_body ? known.file : defined[0].file;
    const auto open = has_body ? method.open : defined[0].open, close = has_body ? method.close : defined[0].close;
    if (!may_read(code_.at(body_file), open, close, today)) return;
    add(known.file, follow_signature(code, method.open, method.close, today));
    for (const auto& one : defined) add(one.file, follow_signature(code_.at(one.file), one.open, one.close, today));
  }

  /// Where a method is defined outside of its class.
  struct Defined {
    std::string file;
    std::size_t open = 0, close = 0;
  };

  std::vector<Defined> definitions(const std::string& owner, const std::string& name,
                                   const CppSignature& before) const {
    std::vector<Defined> found;
    for (const auto& [file, text] : code_) {
      const std::string_view code = text;
      if (!contains(code, owner)) continue;
      for (const auto at : words_in(code, name)) {
        const auto front = trim(code.substr(0, at));
        const bool is_owned = front.ends_with("::") && word_before(front, front.size() - 2) == owner;
        const auto open = is_owned ? code.find_first_not_of(" \t\r\n", at + name.size()) : npos;
        const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
        const auto end = close == npos ? npos : code.find_first_of(";{=", close);
        if (end != npos && code[end] == '{' && cpp_signature(code, open, close).is_same(before))
          found.push_back({file, open, close});
      }
    }
    return found;
  }

  void add(const std::string& file, const std::vector<Edit>& edits) {
    for (const auto& edit : edits) edits_[file].try_emplace(edit.offset, edit);
  }

  Draft draft_;
  const LastCommit& commit_;
  std::map<std::string, std::string> code_;
  std::map<std::string, std::vector<Known>> classes_;
  std::map<std::string, std::map<std::size_t, Edit>> edits_;
};

}  // namespace

std::vector<Patch> follow_cpp_base(const Patient& patient) {
  std::optional<Classes> classes;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_of(patient.tree, occurrence)) {
      if (!classes) classes.emplace(patient);
      classes->follow_at(place);
    }
  }
  return classes ? classes->patches() : std::vector<Patch>();
}

}  // namespace regreen
