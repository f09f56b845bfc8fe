// cpp.follow-base: a virtual method of a base class has another signature today, and those that override it the one before.
//
//   include/shapes.hpp:12:10: error: ‘double Circle::length()’ marked ‘override’, but does not override
//
// Where the two differ in `const` alone, of the method or of parameters, there is one way to write the method below: as the base
// does. All classes of the project that say `override` follow, and the places where their methods are defined.

#include "base/text.h"
#include "mend/c/cpp_class.h"
#include "mend/c/fixers.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t above_max = 5;  // classes above each other that are gone through

/// A parameter: "const geo::Canvas &canvas = {}".
struct Parameter {
  std::string_view type;  ///< "const geo::Canvas &"
  std::string core;       ///< "Canvas", without namespaces and blanks
  bool is_const = false;
  bool is_reference = false;
};

bool is_plain_word(std::string_view word) {
  static constexpr auto of_types = std::to_array<std::string_view>(
      {"const", "int", "char", "long", "short", "unsigned", "signed", "bool", "float", "double", "void", "auto"});
  return is_identifier(word) && std::ranges::find(of_types, word) == of_types.end();
}

// The type without the name behind it.
std::string_view type_in(std::string_view item) {
  item = trim(item.substr(0, item.find('=')));
  const auto name = word_before(item, item.size());
  const auto front = trim(item.substr(0, item.size() - name.size()));
  const bool is_named = is_plain_word(name) && !front.empty() && !front.ends_with("::") && front != "const";
  return is_named ? front : item;
}

Parameter parameter_in(std::string_view item) {
  Parameter parameter{type_in(item), {}, false, false};
  auto rest = parameter.type;
  parameter.is_const = rest.starts_with("const") && !is_word_byte(rest.size() > 5 ? rest[5] : ' ');
  if (parameter.is_const) rest.remove_prefix(5);
  parameter.is_reference = rest.ends_with('&') && !rest.ends_with("&&");
  if (parameter.is_reference) rest.remove_suffix(1);
  for (const char c : rest) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') parameter.core += c;
    while (parameter.core.ends_with("::")) {
      const auto front = std::string_view(parameter.core).substr(0, parameter.core.size() - 2);
      parameter.core.resize(front.size() - word_before(front, front.size()).size());
    }
  }
  return parameter;
}

std::vector<Parameter> parameters_in(std::string_view list) {
  std::vector<Parameter> parameters;
  for (const auto item : items_of(list, Speech::c)) {
    if (item != "void") parameters.push_back(parameter_in(item));
  }
  return parameters;
}

std::string plain_type(const Parameter& one) {
  return (one.is_const ? "const " : "") + one.core + (one.is_reference ? "&" : "");
}

/// What of a method those that override it have to repeat.
struct Signature {
  std::vector<std::string> cores, types;
  std::vector<Parameter> parameters;
  bool is_const = false;

  // Does a method differ from it in nothing, or only in what is const?
  bool is_same(const Signature& other) const { return types == other.types && is_const == other.is_const; }
  bool is_near(const Signature& other) const { return cores == other.cores; }
};

std::string_view tail_behind(std::string_view code, std::size_t close) {
  return code.substr(close + 1, code.find_first_of(";{=", close) - close - 1);
}

Signature signature_at(std::string_view code, std::size_t open, std::size_t close) {
  Signature signature;
  signature.parameters = parameters_in(code.substr(open + 1, close - open - 1));
  for (const auto& one : signature.parameters) {
    signature.cores.push_back(one.core);
    signature.types.push_back(plain_type(one));
  }
  signature.is_const = !words_in(tail_behind(code, close), "const").empty();
  return signature;
}

// Would the method see less than it does, or change what its caller owns? Then it is a person's to follow.
bool can_follow(const Signature& own, const Signature& base) {
  if (!own.is_near(base)) return false;
  for (std::size_t i = 0; i < own.parameters.size(); ++i) {
    const auto &from = own.parameters[i], &to = base.parameters[i];
    if (to.is_reference && !to.is_const && !from.is_reference) return false;
  }
  return true;
}

// The edits that make the type of a parameter that of the base's.
void follow_type(std::string_view code, const Parameter& from, const Parameter& to, std::vector<Edit>& edits) {
  const auto begin = static_cast<std::size_t>(from.type.data() - code.data()), end = begin + from.type.size();
  if (to.is_const && !from.is_const) edits.push_back({begin, 0, "const "});
  if (from.is_const && !to.is_const) edits.push_back({begin, code.find_first_not_of(" \t\r\n", begin + 5) - begin, ""});
  if (to.is_reference && !from.is_reference) edits.push_back({end, 0, "&"});
  if (from.is_reference && !to.is_reference) edits.push_back({end - 1, 1, is_word_byte(code[end]) ? " " : ""});
}

std::vector<Edit> follow(std::string_view code, std::size_t open, std::size_t close, const Signature& base) {
  std::vector<Edit> edits;
  const auto own = signature_at(code, open, close);
  for (std::size_t i = 0; i < own.parameters.size(); ++i)
    follow_type(code, own.parameters[i], base.parameters[i], edits);
  if (base.is_const && !own.is_const) edits.push_back({close + 1, 0, " const"});
  if (own.is_const && !base.is_const) {
    const auto word = words_in(tail_behind(code, close), "const")[0] + close + 1;
    const auto begin = code.find_last_not_of(" \t\r\n", word - 1) + 1;
    edits.push_back({begin, word + 5 - begin, ""});
  }
  return edits;
}

/// A class of the project.
struct Known {
  std::string file;
  CppClass one;
};

/// A method of a base class that others override.
struct Overridden {
  std::string base, name;
  Signature before, today;  ///< as the class below has it, and as the base does
};

/// The classes of a project, and what they override.
class Classes {
 public:
  explicit Classes(const Tree& tree) : draft_(tree) {
    for (const auto& path : tree.list()) {
      const auto source = is_c_family(path) && !is_foreign(path) ? c_source(draft_, path) : std::nullopt;
      if (!source) continue;
      code_[path] = source->code;
      for (auto& one : cpp_classes(source->code)) classes_[one.name].push_back({path, std::move(one)});
    }
  }

  // The method at a place, which overrides nothing, and the one that is meant; nothing where it cannot be told.
  std::optional<Overridden> overridden_at(const TreePlace& place) const {
    const auto code = code_.find(place.file);
    const auto at = code == code_.end() ? std::nullopt : offset_of(code->second, place.line, place.column);
    if (!at) return std::nullopt;
    for (const auto& [name, all] : classes_) {
      for (const auto& known : all) {
        for (const auto& method : known.one.methods) {
          const bool is_it = known.file == place.file && method.begin <= *at && *at < method.end;
          if (is_it) return meant_by(known, method);
        }
      }
    }
    return std::nullopt;
  }

  void follow_in_all(const Overridden& overridden) {
    for (const auto& [name, all] : classes_) {
      for (const auto& known : all) {
        for (const auto& method : known.one.methods) {
          if (!method.is_override || method.name != overridden.name) continue;
          const auto meant = meant_by(known, method);
          if (meant && meant->base == overridden.base && meant->today.is_same(overridden.today))
            follow_in(known, method, meant->before, meant->today);
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
  Signature signature_of(const std::string& file, const CppMethod& method) const {
    return signature_at(code_.at(file), method.open, method.close);
  }

  // The classes that a class is made from, as far as each name stands for one class of the project.
  std::vector<const Known*> above(const CppClass& one) const {
    std::vector<const Known*> found;
    for (const auto& base : one.bases) {
      const auto known = classes_.find(base);
      if (known != classes_.end() && known->second.size() == 1) found.push_back(&known->second[0]);
    }
    return found;
  }

  std::optional<Overridden> meant_by(const Known& known, const CppMethod& method) const {
    const auto own = signature_of(known.file, method);
    auto next = above(known.one);
    for (std::size_t i = 0; i < next.size() && i < above_max; ++i) {
      std::vector<Overridden> near;
      for (const auto& base : next[i]->one.methods) {
        if (base.name != method.name || !base.is_virtual) continue;
        auto today = signature_of(next[i]->file, base);
        if (today.is_same(own)) return std::nullopt;
        const bool is_taken = std::ranges::any_of(known.one.methods, [&](const CppMethod& other) {
          return other.name == method.name && signature_of(known.file, other).is_same(today);
        });
        if (!is_taken && can_follow(own, today)) near.push_back({next[i]->one.name, method.name, own, today});
      }
      if (!near.empty()) return near.size() == 1 ? std::optional(near[0]) : std::nullopt;
      for (const auto* further : above(next[i]->one)) next.push_back(further);
    }
    return std::nullopt;
  }

  void follow_in(const Known& known, const CppMethod& method, const Signature& before, const Signature& today) {
    const std::string_view code = code_.at(known.file);
    const bool has_body = code[method.end] == '{';
    const auto defined = has_body ? std::vector<Defined>() : definitions(known.one.name, method.name, before);
    if (!has_body && defined.size() != 1) return;
    add(known.file, follow(code, method.open, method.close, today));
    for (const auto& one : defined) add(one.file, follow(code_.at(one.file), one.open, one.close, today));
  }

  /// Where a method is defined outside of its class.
  struct Defined {
    std::string file;
    std::size_t open = 0, close = 0;
  };

  std::vector<Defined> definitions(const std::string& owner, const std::string& name, const Signature& before) const {
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
        if (end != npos && code[end] == '{' && signature_at(code, open, close).is_same(before))
          found.push_back({file, open, close});
      }
    }
    return found;
  }

  void add(const std::string& file, const std::vector<Edit>& edits) {
    for (const auto& edit : edits) edits_[file].try_emplace(edit.offset, edit);
  }

  Draft draft_;
  std::map<std::string, std::string> code_;
  std::map<std::string, std::vector<Known>> classes_;
  std::map<std::string, std::map<std::size_t, Edit>> edits_;
};

}  // namespace

std::vector<Patch> follow_cpp_base(const Patient& patient) {
  std::optional<Classes> classes;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_of(patient.tree, occurrence)) {
      if (!classes) classes.emplace(patient.tree);
      if (const auto overridden = classes->overridden_at(place)) classes->follow_in_all(*overridden);
    }
  }
  return classes ? classes->patches() : std::vector<Patch>();
}

}  // namespace regreen
