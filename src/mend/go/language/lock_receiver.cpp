#include "mend/go/language/lock_receiver.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What the standard library asks of values that it is handed as `any`: with a pointer receiver they have it no more.
constexpr auto asked_by_library = std::to_array<std::string_view>(
    {"String", "GoString", "Error", "Format", "Scan", "Value", "MarshalJSON", "MarshalText", "MarshalBinary",
     "MarshalXML", "MarshalYAML", "GobEncode", "LogValue", "Is", "As", "Unwrap", "Timeout", "Temporary", "Generate"});

constexpr auto templates =
    std::to_array<std::string_view>({".tmpl", ".gotmpl", ".tpl", ".html", ".gohtml", ".txt", ".md"});

// What is asked of a lock.
constexpr auto of_locks = std::to_array<std::string_view>({"Lock", "Unlock", "RLock", "RUnlock", "TryLock"});

/// A method as its code says it.
struct Method {
  std::string name, receiver;
  bool has_pointer = false, has_result = false;
  std::string_view body;
};

// The method whose `func (` stands at a byte, where it is one of the type.
std::vector<Method> method_at(std::string_view code, std::size_t at, std::string_view type) {
  const auto close = closing_bracket(code, at + 5);
  if (close == npos) return {};
  const auto head = trim(code.substr(at + 6, close - at - 6));
  const auto blank = head.find(' ');
  auto of = blank == npos ? head : trim(head.substr(blank));
  Method method{std::string(word_at(code, std::min(code.find_first_not_of(' ', close + 1), code.size()))),
                std::string(blank == npos ? std::string_view() : head.substr(0, blank)),
                of.starts_with('*'),
                false,
                {}};
  if (method.has_pointer) of.remove_prefix(1);
  if (of.substr(0, of.find('[')) != type) return {};
  const auto list = code.find('(', close + 1);
  const auto list_end = list == npos ? npos : closing_bracket(code, list);
  const auto open = list_end == npos ? npos : code.find('{', list_end);
  const auto end = open == npos ? npos : closing_bracket(code, open);
  if (end == npos) return {};
  method.has_result = !trim(code.substr(list_end + 1, open - list_end - 1)).empty();
  method.body = code.substr(open, end - open);
  return {method};
}

std::vector<Method> methods_in(std::string_view code, std::string_view type) {
  std::vector<Method> all;
  for (auto at = code.find("func ("); at != npos; at = code.find("func (", at + 1)) {
    if (at > 0 && code[at - 1] != '\n') continue;
    for (auto& one : method_at(code, at, type)) all.push_back(std::move(one));
  }
  return all;
}

// What a method does with the fields of its receiver: those it writes to, and those it looks at; and whether it hands its receiver on,
// as to another method of it.
struct Fields {
  std::set<std::string, std::less<>> written, read;
  bool are_handed_on = false;
};

bool is_write(std::string_view sign) {
  if (sign.starts_with("++") || sign.starts_with("--")) return true;
  if (sign.starts_with("=")) return !sign.starts_with("==");
  return sign.size() > 1 && contains("+-*/%|&^", sign.substr(0, 1)) && sign[1] == '=';
}

std::string_view name_behind_dot(std::string_view path) { return path.substr(path.rfind('.') + 1); }

Fields fields_of(const Method& method) {
  Fields fields;
  for (const auto at : words_in(method.body, method.receiver)) {
    const auto rest = method.body.substr(at + method.receiver.size());
    const auto end = std::ranges::find_if(rest, [](char c) { return !is_word_byte(c) && c != '.'; }) - rest.begin();
    const auto path = rest.substr(0, static_cast<std::size_t>(end));
    const bool is_call = rest.substr(path.size()).starts_with('(');
    fields.are_handed_on |= !path.starts_with('.') || (is_call && !is_among(name_behind_dot(path), of_locks));
    (is_write(trim(rest.substr(path.size(), 4))) ? fields.written : fields.read).emplace(path);
  }
  return fields;
}

// `*Counter` as a type, and `&Counter{`.
bool points_to(std::string_view code, std::string_view type) {
  return std::ranges::any_of(words_in(code, type), [&](std::size_t at) {
    const auto front = code.substr(0, at), rest = code.substr(at + type.size());
    return (front.ends_with('*') && !rest.starts_with(".")) || (front.ends_with('&') && rest.starts_with("{"));
  });
}

// Does an interface of the code ask for a method of that name?
bool is_asked_by_interface(std::string_view code, const std::string& name) {
  return std::ranges::any_of(words_in(code, "interface"), [&](std::size_t at) {
    const auto open = code.find_first_not_of(' ', at + 9);
    if (open == npos || code[open] != '{') return false;
    const auto close = closing_bracket(code, open);
    return close == npos || !words_in(code.substr(open, close - open), name).empty();
  });
}

bool is_template(std::string_view path) {
  return std::ranges::any_of(templates, [&](auto ending) { return path.ends_with(ending); });
}

// May somebody ask a value of the type for the method where no compiler sees it?
bool may_be_asked_of_value(const Tree& tree, const std::string& name) {
  if (is_among(name, asked_by_library)) return true;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.ends_with(".go") && !is_template(path)) return false;
    const auto text = tree.read(path).value_or("");
    if (!contains(text, name)) return false;
    if (!path.ends_with(".go")) return contains(text, "." + name) && contains(text, "{{");
    return contains(text, "/template\"") || text.size() > source_bytes_max ||
           is_asked_by_interface(code_only(text, Speech::go), name);
  });
}

// A value receiver loses what its method writes: nobody means that of a method which neither answers nor looks at what it wrote nor
// hands it on. One that does may only reckon with its copy.
bool may_reckon(const Method& method) {
  if (method.has_pointer) return false;
  const auto fields = fields_of(method);
  const auto is_read = [&](const auto& path) { return fields.read.contains(path); };
  return !fields.written.empty() &&
         (method.has_result || fields.are_handed_on || std::ranges::any_of(fields.written, is_read));
}

bool is_writing(const Method& method) { return !fields_of(method).written.empty(); }

}  // namespace

bool is_gone_to_by_pointer(const Tree& tree, std::string_view file, std::string_view type) {
  std::vector<std::string> codes;
  for (const auto& path : tree.list()) {
    const bool is_beside = path.ends_with(".go") && folder_of(path) == folder_of(file);
    auto text = is_beside ? tree.read(path) : std::nullopt;
    if (text && text->size() <= source_bytes_max) codes.push_back(code_only(*text, Speech::go));
  }
  std::vector<Method> methods;
  for (const auto& code : codes) std::ranges::move(methods_in(code, type), std::back_inserter(methods));
  if (std::ranges::any_of(methods, may_reckon)) return false;
  if (std::ranges::any_of(methods, &Method::has_pointer)) return true;
  const bool is_held = std::ranges::any_of(codes, [&](const auto& code) { return points_to(code, type); });
  return is_held && std::ranges::any_of(methods, is_writing) &&
         std::ranges::none_of(methods, [&](const Method& one) { return may_be_asked_of_value(tree, one.name); });
}

}  // namespace regreen
