// c.fix-warning: what a warning that is an error asks for: the type of a counter, the order of initialisers, parentheses.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/code/format_call.h"
#include "mend/c/code/initialiser_order.h"
#include "mend/c/code/parentheses.h"
#include "mend/c/code/prototype.h"
#include "mend/c/code/warning_edits.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

// The texts between quotes of a message, whatever quotes they are.
std::vector<std::string> quoted_in(std::string_view message) {
  const auto plain = plain_quotes(message);
  std::vector<std::string> quoted;
  const auto parts = split(plain, '\'');
  for (std::size_t i = 1; i < parts.size(); i += 2) quoted.emplace_back(parts[i]);
  return quoted;
}

std::string without_alias(std::string type) {
  if (const auto at = type.find(" {aka"); at != npos) type.resize(at);
  if (type.starts_with("const ")) type.erase(0, 6);
  while (!type.empty() && (type.back() == '&' || type.back() == ' ')) type.pop_back();
  return type;
}

bool is_unsigned(std::string_view type) {
  return contains(type, "unsigned") || contains(type, "size_t") || contains(type, "size_type") ||
         type.starts_with("uint");
}

// A type that one can write where a counter is declared.
std::string counter_type(std::string type, bool cpp) {
  if (contains(type, "size_type")) return "std::size_t";
  if (type == "size_t" && cpp) return "std::size_t";
  return type;
}

// `for (int i = 0; i < size; ++i)` counts in the type of what it is compared with.
std::optional<Edit> counted(const Occurrence& occurrence, std::string_view code, std::size_t begin, std::size_t end,
                            bool cpp) {
  const std::string_view message = occurrence.at.text;
  const auto between = message.find(" and ");
  const auto one = quoted_in(message.substr(0, between));
  const auto other = between == npos ? one : quoted_in(message.substr(between));
  if (one.empty() || other.empty()) return std::nullopt;
  const auto left = without_alias(one[0]), right = without_alias(other[0]);
  if (left != "int" || !is_unsigned(right)) return std::nullopt;
  const auto line = code.substr(begin, end - begin);
  const auto loop = line.find("for (int ") != npos  ? line.find("for (int ") + 5
                    : line.find("for(int ") != npos ? line.find("for(int ") + 4
                                                    : npos;
  if (loop == npos) return std::nullopt;
  const auto head = line.substr(loop + 4, line.find(';', loop) - loop - 4);
  const auto sign = head.find('=');
  const auto value = sign == npos ? std::string_view() : trim(head.substr(sign + 1));
  if (!parse_number(value) || contains(line.substr(loop), "--") || contains(line.substr(loop), "-="))
    return std::nullopt;
  return Edit{begin + loop, 3, counter_type(right, cpp)};
}

bool is_signed(std::string_view type) {
  constexpr auto all =
      std::to_array<std::string_view>({"int", "long int", "long", "short int", "short", "long long int", "ssize_t",
                                       "ptrdiff_t", "std::ptrdiff_t", "int16_t", "int32_t", "int64_t"});
  return is_among(type, all) || contains(type, "difference_type");
}

// "   11 |     if (a < b)" shows the line as it is.
bool is_shown(std::string_view row, std::string_view line) {
  const auto bar = row.find('|');
  return bar != npos && trim(row.substr(bar + 1)) == trim(line);
}

// The signed side says what it is compared as, which is what the compiler makes of it anyway. The row under the line shows
// the sides: "   |     ~~~~~~~^~~~~~~".
std::vector<Edit> compared_as_unsigned(const Occurrence& occurrence, std::string_view text, std::string_view code,
                                       std::size_t begin, std::size_t end, bool cpp) {
  const std::string_view message = occurrence.at.text;
  const auto between = message.find(" and ");
  const auto one = quoted_in(message.substr(0, between));
  const auto other = between == npos ? one : quoted_in(message.substr(between));
  if (one.empty() || other.empty() || occurrence.after.size() < 2) return {};
  const auto left = without_alias(one[0]), right = without_alias(other[0]);
  const bool is_left = is_signed(left) && is_unsigned(right);
  if (!is_left && !(is_signed(right) && is_unsigned(left))) return {};
  const std::string_view row = occurrence.after[1];
  const auto bar = row.find('|'), caret = row.find('^');
  const auto line = code.substr(begin, end - begin);
  if (bar == npos || caret == npos || caret < bar + 2 ||
      !is_shown(occurrence.after[0], text.substr(begin, end - begin)))
    return {};
  const auto sign = caret - bar - 2;
  const auto first = row.find('~'), last = row.find_last_of("~^");
  if (first == npos || first > caret || last <= caret || last - bar - 2 >= line.size()) return {};
  const auto width = line.substr(sign, 2) == "==" || line.substr(sign, 2) == "!=" || line.substr(sign, 2) == "<=" ||
                             line.substr(sign, 2) == ">="
                         ? 2
                         : 1;
  if (!contains("<>=!", line.substr(sign, 1)) || line.substr(sign, 1) == "=" ? width != 2 : false) return {};
  auto from = is_left ? first - bar - 2 : sign + width, to = is_left ? sign : last - bar - 1;
  while (from < to && line[from] == ' ') ++from;
  while (to > from && line[to - 1] == ' ') --to;
  const auto side = line.substr(from, to - from);
  if (side.empty() || side.find_first_of("?=<>&|") != npos) return {};
  const auto type = counter_type(is_left ? right : left, cpp);
  if (type.find_first_of("<:") != npos && type != "std::size_t") return {};
  if (cpp) return {{begin + from, 0, "static_cast<" + type + ">("}, {begin + to, 0, ")"}};
  const bool plain = side.find_first_of("+-*/% ") == npos;
  return {{begin + from, 0, "(" + type + ")" + (plain ? "" : "(")}, {begin + to, 0, plain ? "" : ")"}};
}

// All that are asked for at once: they stand in the columns of the text as it was. clang asks for each half of one `||`.
void set_parentheses(const Patient& patient, Draft& draft) {
  std::map<std::string, std::set<Span>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : patient.tree.read(places[0].file);
    if (text) by_file[places[0].file].merge(parentheses_asked_for(*text, occurrence.at.text, places[0]));
  }
  for (const auto& [file, spans] : by_file) {
    std::vector<Edit> edits;
    for (const auto& [begin, end] : spans) {
      edits.push_back({begin, 0, "("});
      edits.push_back({end, 0, ")"});
    }
    draft.edit(file, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> fix_c_warning(const Patient& patient) {
  Draft draft(patient.tree);
  state_no_parameters(patient, draft);
  if (draft.patch().empty()) set_parentheses(patient, draft);
  if (draft.patch().empty()) convert_by_type(patient, draft);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (order_initialisers(patient.tree, occurrence, draft)) continue;
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text) continue;
    draft.edit(places[0].file, warning_edits(*text, occurrence.at.text, places[0]));
    if (!contains(occurrence.at.text, "different signedness")) continue;
    const Lines lines(*text);
    const auto& place = places[0];
    if (!lines.has(place.line)) continue;
    const auto code = code_only(*text, Speech::c);
    const auto begin = lines.begin(place.line), end = lines.end(place.line);
    if (auto edit = counted(occurrence, code, begin, end, is_cpp(place.file)))
      draft.edit(place.file, {*edit});
    else
      draft.edit(place.file, compared_as_unsigned(occurrence, *text, code, begin, end, is_cpp(place.file)));
  }
  return draft.patches();
}

}  // namespace regreen
