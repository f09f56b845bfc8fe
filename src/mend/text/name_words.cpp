#include "mend/text/name_words.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/slip.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t whole_word_min = 4;  // letters: what is shorter may be short for anything

/// Words that are each other's contrary, as they begin.
struct Contrary {
  std::string_view one, other;
};
constexpr auto contraries = std::to_array<Contrary>(
    {{"enable", "disable"}, {"allow", "den"},    {"allow", "forbid"},    {"permit", "forbid"},
     {"open", "close"},     {"open", "lock"},    {"include", "exclude"}, {"min", "max"},
     {"least", "most"},     {"low", "high"},     {"first", "last"},      {"before", "after"},
     {"start", "stop"},     {"start", "end"},    {"begin", "end"},       {"up", "down"},
     {"in", "out"},         {"read", "write"},   {"create", "delete"},   {"add", "remove"},
     {"insert", "delete"},  {"show", "hid"},     {"visible", "hidden"},  {"old", "new"},
     {"left", "right"},     {"from", "to"},      {"source", "target"},   {"live", "test"},
     {"prod", "test"},      {"all", "none"},     {"all", "any"},         {"get", "set"},
     {"push", "pop"},       {"send", "receive"}, {"encode", "decode"},   {"encrypt", "decrypt"},
     {"verbose", "quiet"},  {"used", "skipped"}, {"valid", "invalid"},   {"success", "fail"},
     {"pass", "fail"},      {"net", "gross"},    {"total", "subtotal"},  {"width", "height"},
     {"lat", "lng"},        {"row", "col"},      {"public", "private"},  {"debit", "credit"},
     {"buy", "sell"},       {"black", "white"},  {"floor", "ceil"},      {"discount", "surcharge"}});

/// A unit by the words that name it.
struct Unit {
  std::string_view word, unit;
};
constexpr auto units = std::to_array<Unit>({{"ns", "ns"},
                                            {"nanos", "ns"},
                                            {"nanoseconds", "ns"},
                                            {"us", "us"},
                                            {"micros", "us"},
                                            {"microseconds", "us"},
                                            {"ms", "ms"},
                                            {"msec", "ms"},
                                            {"millis", "ms"},
                                            {"milliseconds", "ms"},
                                            {"s", "s"},
                                            {"sec", "s"},
                                            {"secs", "s"},
                                            {"second", "s"},
                                            {"seconds", "s"},
                                            {"minute", "minute"},
                                            {"minutes", "minute"},
                                            {"mins", "minute"},
                                            {"hour", "hour"},
                                            {"hours", "hour"},
                                            {"day", "day"},
                                            {"days", "day"},
                                            {"week", "week"},
                                            {"weeks", "week"},
                                            {"mg", "mg"},
                                            {"g", "g"},
                                            {"gram", "g"},
                                            {"grams", "g"},
                                            {"kg", "kg"},
                                            {"kilos", "kg"},
                                            {"kilograms", "kg"},
                                            {"lb", "lb"},
                                            {"lbs", "lb"},
                                            {"pounds", "lb"},
                                            {"oz", "oz"},
                                            {"tons", "t"},
                                            {"tonnes", "t"},
                                            {"cent", "cent"},
                                            {"cents", "cent"},
                                            {"pence", "cent"},
                                            {"euro", "euro"},
                                            {"euros", "euro"},
                                            {"eur", "euro"},
                                            {"usd", "dollar"},
                                            {"dollar", "dollar"},
                                            {"dollars", "dollar"},
                                            {"mm", "mm"},
                                            {"cm", "cm"},
                                            {"m", "m"},
                                            {"metre", "m"},
                                            {"metres", "m"},
                                            {"meter", "m"},
                                            {"meters", "m"},
                                            {"km", "km"},
                                            {"kilometre", "km"},
                                            {"kilometres", "km"},
                                            {"kilometer", "km"},
                                            {"kilometers", "km"},
                                            {"mi", "mile"},
                                            {"mile", "mile"},
                                            {"miles", "mile"},
                                            {"ft", "foot"},
                                            {"feet", "foot"},
                                            {"inch", "inch"},
                                            {"inches", "inch"},
                                            {"bit", "bit"},
                                            {"bits", "bit"},
                                            {"byte", "byte"},
                                            {"bytes", "byte"},
                                            {"kb", "kb"},
                                            {"kib", "kib"},
                                            {"mb", "mb"},
                                            {"mib", "mib"},
                                            {"gb", "gb"},
                                            {"gib", "gib"},
                                            {"percent", "percent"},
                                            {"pct", "percent"},
                                            {"ratio", "ratio"},
                                            {"fraction", "ratio"},
                                            {"celsius", "celsius"},
                                            {"fahrenheit", "fahrenheit"},
                                            {"kelvin", "kelvin"},
                                            {"degrees", "degree"},
                                            {"deg", "degree"},
                                            {"radians", "radian"},
                                            {"rad", "radian"}});

bool are_contrary(std::string_view a, std::string_view b) {
  return is_opposite(a, b) || std::ranges::any_of(contraries, [&](const Contrary& pair) {
           return (a.starts_with(pair.one) && b.starts_with(pair.other)) ||
                  (b.starts_with(pair.one) && a.starts_with(pair.other));
         });
}

std::set<std::string_view> units_of(const std::vector<std::string>& words) {
  std::set<std::string_view> found;
  for (const auto& word : words) {
    const auto row = std::ranges::find(units, word, &Unit::word);
    if (row != units.end()) found.insert(row->unit);
  }
  return found;
}

bool is_short_for(std::string_view a, std::string_view b) {
  return a == b || (std::min(a.size(), b.size()) >= 2 && (a.starts_with(b) || b.starts_with(a)));
}

std::vector<std::string> without(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  std::vector<std::string> left;
  std::ranges::copy_if(words, std::back_inserter(left), [&](const auto& word) { return !is_among(word, others); });
  return left;
}

}  // namespace

std::vector<std::string> words_in_name(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_capital = is_upper(name[i]);
    const bool begins = is_capital && (i == 0 || !is_upper(name[i - 1]) ||
                                       (i + 1 < name.size() && !is_upper(name[i + 1]) && name[i + 1] != '_'));
    if ((begins || name[i] == '_') && !word.empty()) words.push_back(std::exchange(word, {}));
    if (name[i] != '_') word += lower(name.substr(i, 1));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool shares_word(std::string_view a, std::string_view b) {
  const auto of_a = words_in_name(a), of_b = words_in_name(b);
  return std::ranges::any_of(of_a, [&](const auto& one) {
    return std::ranges::any_of(of_b, [&](const auto& other) { return is_short_for(one, other); });
  });
}

bool means_another(std::string_view old_name, std::string_view new_name) {
  const auto was = words_in_name(old_name), is = words_in_name(new_name);
  const auto gone = without(was, is), come = without(is, was);
  return !std::ranges::includes(units_of(is), units_of(was)) || std::ranges::any_of(gone, [&](const auto& one) {
    return std::ranges::any_of(come, [&](const auto& other) { return are_contrary(one, other); });
  });
}

bool has_other_word(std::string_view old_name, std::string_view new_name) {
  const auto was = words_in_name(old_name), is = words_in_name(new_name);
  const auto gone = without(was, is), come = without(is, was);
  if (was.size() < 2 || was.size() != is.size() || gone.size() != 1 || come.size() != 1) return false;
  return std::min(gone[0].size(), come[0].size()) >= whole_word_min && !is_short_for(gone[0], come[0]);
}

}  // namespace regreen
