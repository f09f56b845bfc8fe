// Loops over the numbers of a list that only look at its items.

#include "base/text.h"
#include "mend/rust/clippy/clippy_edits.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;
constexpr std::string_view gap = "<item>";

// "for <item> in &xs {", "for (i, <item>) in xs.iter().enumerate() {" as the help shows it
std::string proposed_head(const RustcMessage& message) {
  for (const auto& help : message.helps) {
    for (const auto& line : help.lines) {
      const auto begin = line.text.find("for "), end = line.text.rfind(" {");
      if (line.sign != '-' && contains(line.text, gap) && begin != npos && end != npos && begin < end)
        return line.text.substr(begin, end - begin);
    }
  }
  return "";
}

// What is called `xs` may be a reference already: `&xs` is none that one can go through then.
std::string over_methods(std::string head) {
  const auto in = head.find(" in ");
  if (in == npos) return "";
  const auto list = head.substr(in + 4);
  const bool is_changed = list.starts_with("&mut ");
  const auto name = list.starts_with('&') ? list.substr(is_changed ? 5 : 1) : "";
  if (name.empty()) return head;
  if (!is_identifier(name)) return "";
  return head.substr(0, in + 4) + name + (is_changed ? ".iter_mut()" : ".iter()");
}

// "entries" → "entry", "times" → "time"; another word where the source knows it already
std::string item_of(const std::string& code, const std::string& list) {
  auto single = list.ends_with("ies") ? list.substr(0, list.size() - 3) + "y" : list.substr(0, list.size() - 1);
  if (!list.ends_with('s') || list.ends_with("ss") || list.size() < 4) single = "item";
  for (const auto& name : {single, std::string("item"), std::string("value"), std::string("element")}) {
    if (is_identifier(name) && words_in(code, name).empty()) return name;
  }
  return "";
}

struct Indexed {
  std::size_t begin = 0, end = 0;
};

// `xs[i]`, written as people write it
std::vector<Indexed> indexed(std::string_view code, const std::string& use, std::size_t begin, std::size_t end) {
  std::vector<Indexed> places;
  for (auto at = code.find(use, begin); at < end; at = code.find(use, at + 1)) {
    const bool is_part = is_word_byte(code[at - 1]) || code[at - 1] == '.' || code[at - 1] == ':';
    if (!is_part) places.push_back({at, at + use.size()});
  }
  return places;
}

// The item is a reference to what `xs[i]` is.
Edit as_item(std::string_view code, const Indexed& place, const std::string& item) {
  const auto next = code.substr(place.end, 1);
  if ((next == "." && code.substr(place.end, 2) != "..") || next == "[")
    return {place.begin, place.end - place.begin, item};
  for (const std::string_view sign : {"&mut ", "&"}) {
    const auto before = code.substr(0, place.begin);
    if (!before.ends_with(sign) || before.ends_with("&&")) continue;
    return {place.begin - sign.size(), place.end - place.begin + sign.size(), item};
  }
  return {place.begin, place.end - place.begin, "*" + item};
}

// Does the loop go to the end of the list? One to another number fails where the list is shorter, going over the items does not.
bool goes_to_its_end(std::string_view range, const std::string& head, const std::string& list) {
  range = trim(range);
  const auto dots = range.rfind("..");
  const bool has_end = dots != npos && dots + 2 < range.size();
  const bool is_of_list = has_end && trim(range.substr(dots + 2)) == list + ".len()";
  const bool is_of_array = has_end && !contains(head, ".take(") && !contains(range.substr(dots), "(");
  return is_of_list || is_of_array;
}

}  // namespace

std::vector<Edit> over_items(const RustText& source, const RustcMessage& message) {
  const auto names = all_quoted(message.header);
  const auto at = place_in(source, message);
  const auto head = over_methods(proposed_head(message));
  if (!at || names.size() != 2 || !is_identifier(names[0]) || !is_identifier(names[1]) || head.empty()) return {};
  const auto& code = source.code;
  const auto line = source.lines.begin(message.line);
  const auto loops = words_in(std::string_view(code).substr(line, *at - line), "for");
  const auto body = code.find('{', *at);
  const auto end = body == npos ? npos : closing_bracket(code, body);
  if (loops.empty() || end == npos || source.lines.number_at(body) != message.line) return {};
  if (!goes_to_its_end(std::string_view(code).substr(line, body - line), head, names[1])) return {};
  const auto item = item_of(code, names[1]);
  const auto places = indexed(code, names[1] + "[" + names[0] + "]", body, end);
  const auto inside = std::string_view(code).substr(body, end - body);
  const bool counts = contains(head, "enumerate()");
  if (item.empty() || places.empty() || words_in(inside, names[1]).size() != places.size() ||
      (!counts && words_in(inside, names[0]).size() != places.size()))
    return {};
  const auto begin = line + loops.back();
  std::vector<Edit> edits = {{begin, end_of_code_before(code, body) - begin, replace_all(head, gap, item)}};
  for (const auto& place : places) edits.push_back(as_item(code, place, item));
  return edits;
}

}  // namespace regreen
