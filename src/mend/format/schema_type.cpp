// data.fix-type: a number, a truth or a text that a schema wants to be written as what it is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// "'8443' is not of type 'integer'"
struct Misfit {
  std::string value;  // without quotes
  bool quoted = false;
  std::string_view type;
};

bool is_number(std::string_view text, bool whole) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto dot = whole ? npos : text.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == npos;
  };
  const auto front = text.substr(0, dot);
  if (!digits(front) || (front.size() > 1 && front[0] == '0')) return false;
  return dot == npos || digits(text.substr(dot + 1));
}

Misfit misfit_of(std::string_view said) {
  const auto mark = said.rfind(" is not of type '");
  const auto close = mark == npos ? npos : said.find('\'', mark + 17);
  if (close == npos) return {};
  const auto begin = said.substr(0, mark).rfind(": ");
  const auto value = trim(said.substr(begin == npos ? 0 : begin + 2, mark - (begin == npos ? 0 : begin + 2)));
  const bool quoted = value.size() > 2 && value.front() == '\'' && value.back() == '\'';
  return {std::string(quoted ? value.substr(1, value.size() - 2) : value), quoted,
          said.substr(mark + 17, close - mark - 17)};
}

// What is written now and what the schema wants; nothing where it is no matter of quotes.
std::pair<std::string, std::string> rewritten(const Misfit& it) {
  const std::string text = "\"" + it.value + "\"";
  if (it.value.empty() || it.value.find_first_of("\"\\\n") != std::string::npos) return {};
  const bool is_truth = it.value == "true" || it.value == "false";
  if (it.quoted && ((it.type == "integer" && is_number(it.value, true)) ||
                    (it.type == "number" && is_number(it.value, false)) || (it.type == "boolean" && is_truth)))
    return {text, it.value};
  if (it.quoted && it.type == "array") return {text, "[" + text + "]"};
  if (!it.quoted && it.type == "string" && is_number(it.value, false)) return {it.value, text};
  return {};
}

// Where a member's value, or an item, is written so.
std::vector<std::size_t> values_in(std::string_view text, std::string_view written) {
  std::vector<std::size_t> places;
  for (auto at = text.find(written); at != npos; at = text.find(written, at + 1)) {
    const auto before = at == 0 ? ' ' : text[at - 1], above = at < 2 ? ' ' : text[at - 2];
    const auto behind = text.substr(std::min(at + written.size(), text.size()));
    const bool begins =
        (before == ' ' && (above == ':' || above == '-' || above == ',')) || before == ':' || before == '[';
    const bool ends = behind.empty() || contains(",]} \r\n", behind.substr(0, 1));
    if (begins && ends) places.push_back(at);
  }
  return places;
}

// What a project configures itself with. What another side once answered, and what tests compare with, is as it is: where
// that does not fit, an interface has changed, which a person decides about.
bool is_own_data(std::string_view path) {
  constexpr auto strange = std::to_array<std::string_view>({"test", "spec", "fixture", "contract", "snapshot", "record",
                                                            "mock", "sample", "response", "request", "payload", "api",
                                                            "event", "schema", "lock", "golden", "expected"});
  const auto whole = lower(path);
  return (path.ends_with(".json") || path.ends_with(".yaml") || path.ends_with(".yml")) &&
         std::ranges::none_of(strange, [&](std::string_view word) { return contains(whole, word); }) &&
         name_of(path) != "package.json" && !path.starts_with(".github/");
}

}  // namespace

std::vector<Patch> fix_data_type(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    const auto [now, wanted] = rewritten(misfit_of(said));
    if (now.empty()) continue;
    const auto named = find_file(patient.tree, said.substr(0, said.find(':')));
    std::vector<std::pair<std::string, std::size_t>> places;
    for (const auto& path : patient.tree.list()) {
      if (!is_own_data(path) || (named && path != *named)) continue;
      for (const auto at : values_in(draft.read(path).value_or(""), now)) places.emplace_back(path, at);
    }
    if (places.size() == 1) draft.edit(places[0].first, {{places[0].second, now.size(), wanted}});
  }
  return draft.patches();
}

}  // namespace regreen
