// c.check-result: what a function of the C library answers is thrown away, and the compiler minds.
//
//   error: ignoring return value of ‘fread’ declared with attribute ‘warn_unused_result’
//
//   fread(head, 1, sizeof head, file);   →   if (fread(head, 1, sizeof head, file) != sizeof head) {
//                                                fclose(file);
//                                                return -1;
//                                            }
//
// The function leaves as it does where its other checks fail. One that has none cannot say that something failed: what it
// should do then, people decide.

#include "mend/c/code/check_result.h"

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::vector<Edit> checked(std::string_view text, std::string_view code, std::size_t at, bool is_cpp) {
  const auto name = word_at(code, at);
  const auto open = code.find_first_not_of(" \t", at + name.size());
  const auto close = name.empty() || open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
  const auto end = close == npos ? npos : code.find_first_not_of(" \t\r\n", close + 1);
  const auto line = text.rfind('\n', at) + 1;
  const auto block = bracket_around(code, at);
  const bool is_statement = trim(head_before(code, at)).empty() && trim(text.substr(line, at - line)).empty() &&
                            end != npos && code[end] == ';' && block != npos && code[block] == '{';
  if (!is_statement) return {};
  std::vector<std::string_view> arguments;
  for (const auto item : items_of(code.substr(open + 1, close - open - 1), Speech::c))
    arguments.push_back(text.substr(offset_in(code, item), item.size()));
  const auto failed = failure_of(text.substr(at, close + 1 - at), name, arguments, is_cpp);
  const auto out = failed ? way_out_of(text, code, at) : std::nullopt;
  if (!out || (out->tells && !sets_errno(name))) return {};
  const std::string newline(line_end(text)), indent(text.substr(line, at - line));
  const bool is_block = out->tells || !out->releases.empty();
  std::string check = "if (" + *failed + ")" + (is_block ? " {" : "");
  if (out->tells) check += newline + indent + out->unit + "perror(\"" + std::string(name) + "\");";
  for (const auto& release : out->releases) check += newline + indent + out->unit + release + ";";
  check += newline + indent + out->unit + out->leave + ";";
  if (is_block) check += newline + indent + "}";
  return {{at, end + 1 - at, check}};
}

}  // namespace

std::vector<Patch> check_c_result(const Patient& patient) {
  std::map<std::string, std::vector<Edit>> edits;
  std::set<std::pair<std::string, std::size_t>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file) || is_foreign(places[0].file)) continue;
    const auto text = patient.tree.read(places[0].file);
    const Lines lines(text ? std::string_view(*text) : std::string_view{});
    if (!lines.has(places[0].line) || text->size() > source_bytes_max) continue;
    // gcc names the call in C and its bracket in C++; it is a statement of its own only where it begins the line
    const auto at = lines.begin(places[0].line) + indentation(lines.line(places[0].line)).size();
    const auto symbol = capture(occurrence, "symbol");
    if (!symbol.empty() && word_at(*text, at) != symbol) continue;
    if (!seen.emplace(places[0].file, at).second) continue;
    const auto code = code_only(*text, Speech::c);
    for (auto& edit : checked(*text, code, at, is_cpp(places[0].file)))
      edits[places[0].file].push_back(std::move(edit));
  }
  Draft draft(patient.tree);
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
