#include "mend/jvm/java_class_choice.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/jvm/java_class_shape.h"
#include "mend/jvm/java_code_text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t classes_max = 8;  // of one name
constexpr std::size_t uses_max = 200;

constexpr auto of_objects = std::to_array<std::string_view>(
    {"equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "class", "this", "super"});

/// A class of the project that could be meant.
struct Choice {
  std::string package;
  JavaClass shape;
};

/// What a file asks of a class by its name.
struct Asked {
  std::set<std::string> members;
  std::set<std::size_t> made;  ///< with how many arguments
  bool is_annotation = false;
  bool is_base = false, is_interface = false;  ///< extended, implemented

  bool empty() const { return members.empty() && made.empty() && !is_annotation && !is_base && !is_interface; }
};

enum class Fit { no, maybe, yes };

std::size_t behind_blanks(std::string_view code, std::size_t at) {
  return std::min(code.find_first_not_of(" \t\r\n", at), code.size());
}

/// The code of a file, and what it does with a class.
class Reading {
 public:
  Reading(std::string_view code, const std::string& name) : code_(code), name_(name) {
    for (const auto at : words_in(code, name)) {
      if (spots_.size() < uses_max) spots_.push_back(at);
    }
    read_variables();
  }

  Asked asked() const {
    Asked all;
    for (const auto at : spots_) read_spot(at, all);
    for (const auto& variable : variables_) {
      for (const auto at : words_in(code_, variable)) {
        if (auto member = member_behind(at + variable.size()); !member.empty()) all.members.insert(std::move(member));
      }
    }
    std::erase_if(all.members, [](const auto& member) { return is_among(member, of_objects); });
    return all;
  }

  const std::set<std::string>& variables() const { return variables_; }

 private:
  // Those that are of this type wherever the file declares one of that name.
  void read_variables() {
    for (const auto at : spots_) {
      const auto name = word_at(code_, behind_blanks(code_, at + name_.size()));
      const auto behind = behind_blanks(code_, at + name_.size()) + name.size();
      if (!is_identifier(name) || at + name_.size() == behind - name.size()) continue;
      const auto words = words_in(code_, name);
      const bool is_of_it = words.size() <= uses_max && std::ranges::all_of(words, [&](auto word) {
                              const auto type = java_type_before(code_, word);
                              return type.empty() || type == name_;
                            });
      const bool is_method = code_.substr(behind_blanks(code_, behind), 1) == "(";
      if (is_of_it && !is_method && name != "extends" && name != "implements") variables_.emplace(name);
    }
  }

  std::string member_behind(std::size_t at) const {
    at = behind_blanks(code_, at);
    const bool is_reference = code_.substr(at, 2) == "::";
    if (!is_reference && code_.substr(at, 1) != ".") return "";
    const auto member = std::string(word_at(code_, behind_blanks(code_, at + (is_reference ? 2 : 1))));
    return member == "new" ? "" : member;
  }

  void read_spot(std::size_t at, Asked& all) const {
    const bool is_qualified = at > 0 && code_[at - 1] == '.';
    if (is_qualified) return;
    if (at > 0 && code_[at - 1] == '@') all.is_annotation = true;
    if (auto member = member_behind(at + name_.size()); !member.empty()) all.members.insert(std::move(member));
    const auto before = word_before(code_, end_of_code_before(code_, at));
    if (before == "extends") all.is_base = true;
    if (before == "implements") all.is_interface = true;
    const auto open = behind_blanks(code_, at + name_.size());
    const auto close = before == "new" && code_.substr(open, 1) == "(" ? closing_bracket(code_, open) : npos;
    if (close == npos) return;
    const auto inside = code_.substr(open + 1, close - open - 1);
    all.made.insert(trim(inside).empty() ? 0 : items_of(inside, Speech::java).size());
  }

  std::string_view code_;
  const std::string& name_;
  std::vector<std::size_t> spots_;
  std::set<std::string> variables_;
};

// Can the class do what is asked? Maybe, where it may have more than its source shows.
Fit fit_of(const JavaClass& shape, const Asked& asked) {
  const bool is_note = shape.kind == "@interface", is_interface = shape.kind == "interface";
  if (asked.is_annotation != is_note || (asked.is_interface && !is_interface)) return Fit::no;
  if (asked.is_base && (shape.kind == "enum" || shape.kind == "record")) return Fit::no;
  if (!asked.made.empty() && (shape.kind == "enum" || is_note)) return Fit::no;
  const auto is_made = [&](auto count) { return is_interface ? count == 0 : shape.is_made_with(count); };
  if (!std::ranges::all_of(asked.made, is_made)) return Fit::no;
  if (std::ranges::all_of(asked.members, [&](const auto& member) { return shape.has(member); })) return Fit::yes;
  return shape.may_have_more ? Fit::maybe : Fit::no;
}

class Chooser {
 public:
  Chooser(const Tree& tree, const Draft& draft, const std::string& file, const std::string& name)
      : tree_(tree), draft_(draft), file_(file), name_(name) {}

  std::string run() {
    const auto text = read(file_);
    if (!text) return "";
    code_ = code_only(*text, Speech::java);
    if (code_.size() > source_bytes_max || !read_choices()) return "";
    if (is_only_) return choices_[0].package;
    const bool is_only_seen = choices_.size() == 1;
    const Reading reading(code_, name_);
    const auto asked = reading.asked();
    std::erase_if(choices_, [&](const Choice& one) { return fit_of(one.shape, asked) == Fit::no; });
    const auto told = told_by_methods(reading.variables());
    if (told.size() > 1) return "";
    if (told.size() == 1) {
      const bool is_left = std::ranges::any_of(choices_, [&](const auto& one) { return one.package == *told.begin(); });
      return is_left ? *told.begin() : "";
    }
    const bool is_told = is_only_seen || !asked.empty();
    const bool is_sure = choices_.size() == 1 && is_told && fit_of(choices_[0].shape, asked) == Fit::yes;
    return is_sure ? choices_[0].package : "";
  }

 private:
  std::optional<std::string> read(const std::string& path) const { return draft_.read(path); }

  // The classes of the name; false where there are more than are weighed. One that only its own package sees is none of several.
  bool read_choices() {
    std::vector<Choice> all;
    for (const auto& path : tree_.list()) {
      if (name_of(path) != name_ + ".java") continue;
      const auto code = code_only(read(path).value_or(""), Speech::java);
      const auto package = package_of_code(code);
      if (package.empty()) continue;
      all.push_back({package, java_class(code, name_)});
      packages_.insert(package);
      if (all.size() > classes_max) return false;
      const bool is_seen = all.back().shape.is_public && (is_test(file_) || !is_test(path)) && !is_vendored(path);
      if (is_seen) choices_.push_back(all.back());
    }
    is_only_ = all.size() == 1;
    if (is_only_) choices_ = std::move(all);
    return !choices_.empty();
  }

  // The packages that the project's own methods mean by the name, where the file hands them such a variable or takes it from them.
  std::set<std::string> told_by_methods(const std::set<std::string>& variables) const {
    std::set<std::string> told;
    for (const auto& variable : variables) {
      for (const auto at : words_in(code_, variable)) {
        if (auto one = told_by_argument(at, variable)) told.insert(std::move(*one));
        if (auto one = told_by_value(at + variable.size())) told.insert(std::move(*one));
      }
    }
    told.erase("");
    return told;
  }

  // `Rate.cents(kind, zone)`
  std::optional<std::string> told_by_argument(std::size_t at, const std::string& variable) const {
    const auto open = bracket_around(code_, at);
    const auto close = open == npos || code_[open] != '(' ? npos : closing_bracket(code_, open);
    if (close == npos) return std::nullopt;
    const auto items = items_of(std::string_view(code_).substr(open + 1, close - open - 1), Speech::java);
    const auto item = std::ranges::find_if(items, [&](auto one) { return trim(one) == variable; });
    if (item == items.end()) return std::nullopt;
    const auto place = static_cast<std::size_t>(item - items.begin());
    return package_in_call(open, items.size(), [&](const JavaMethod& method) { return method.takes[place]; });
  }

  // `Zone zone = Zones.of(address);`
  std::optional<std::string> told_by_value(std::size_t at) const {
    const auto sign = behind_blanks(code_, at);
    const auto end = code_.find(';', sign);
    if (code_.substr(sign, 1) != "=" || code_.substr(sign, 2) == "==" || end == npos || code_.substr(end - 1, 1) != ")")
      return std::nullopt;
    const auto open = code_.find('(', sign);
    const auto close = open == npos ? npos : closing_bracket(code_, open);
    if (close != end - 1) return std::nullopt;
    const auto inside = std::string_view(code_).substr(open + 1, close - open - 1);
    const auto count = trim(inside).empty() ? 0 : items_of(inside, Speech::java).size();
    return package_in_call(open, count, [](const JavaMethod& method) { return method.type; });
  }

  // What the class of the method that is called at `open` means by our name, where the method has it for this type.
  template <class TypeOf>
  std::optional<std::string> package_in_call(std::size_t open, std::size_t count, const TypeOf& type_of) const {
    const auto method = word_before(code_, end_of_code_before(code_, open));
    const auto dot = end_of_code_before(code_, open) - method.size();
    if (method.empty() || dot == 0 || code_[dot - 1] != '.') return std::nullopt;
    const auto owner_end = end_of_code_before(code_, dot - 1);
    const auto owner = std::string(word_before(code_, owner_end));
    if (owner.empty() || (owner_end > owner.size() && contains(".)", code_.substr(owner_end - owner.size() - 1, 1))))
      return std::nullopt;
    const auto source = source_of(type_of_owner(owner));
    if (!source) return std::nullopt;
    const auto shape = java_class(source->second, source->first);
    std::vector<const JavaMethod*> methods;
    for (const auto& one : shape.methods) {
      if (one.name == method && one.takes.size() == count) methods.push_back(&one);
    }
    if (methods.size() != 1 || type_of(*methods[0]) != name_) return std::nullopt;
    return package_seen(source->second, name_, packages_);
  }

  // The class of a variable of the file, else the name itself.
  std::string type_of_owner(const std::string& owner) const {
    std::set<std::string> types;
    for (const auto at : words_in(code_, owner)) {
      if (auto type = java_type_before(code_, at); !type.empty()) types.insert(std::move(type));
    }
    return types.empty() ? owner : types.size() == 1 ? *types.begin() : "";
  }

  // Name and code of a class of the project that the file sees: of its own package, or imported by name.
  std::optional<std::pair<std::string, std::string>> source_of(const std::string& owner) const {
    std::optional<std::pair<std::string, std::string>> found;
    for (const auto& path : tree_.list()) {
      if (owner.empty() || name_of(path) != owner + ".java") continue;
      auto code = code_only(read(path).value_or(""), Speech::java);
      const auto package = package_of_code(code);
      if (package_seen(code_, owner, {package}) != package) continue;
      if (found) return std::nullopt;
      found.emplace(owner, std::move(code));
    }
    return found;
  }

  const Tree& tree_;
  const Draft& draft_;
  const std::string& file_;
  const std::string& name_;
  std::string code_;
  std::vector<Choice> choices_;
  std::set<std::string> packages_;
  bool is_only_ = false;  ///< no other package has a class of the name
};

}  // namespace

std::string package_meant(const Tree& tree, const Draft& draft, const std::string& file, const std::string& name) {
  return Chooser(tree, draft, file, name).run();
}

}  // namespace regreen
