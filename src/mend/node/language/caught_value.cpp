#include "mend/node/language/caught_value.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr std::size_t links_max = 4;

/// `.response?.status`: a member, and whether it is asked for only where there is one.
struct Link {
  std::string_view name;
  bool is_optional = false;  ///< a `?.` stands behind it
};

struct Chain {
  std::size_t begin = 0, end = 0;  ///< of the value's name, behind the last member
  std::vector<Link> links;
};

// `err.response?.status`; no links where something else is done with it: a call, an index, an assignment.
Chain chain_at(std::string_view code, std::size_t at) {
  Chain chain{at, at + word_at(code, at).size(), {}};
  auto next = chain.end;
  while (chain.links.size() < links_max) {
    const bool is_optional = code.substr(next, 2) == "?.";
    if (!is_optional && code.substr(next, 1) != ".") break;
    const auto name = word_at(code, next + (is_optional ? 2 : 1));
    if (!is_identifier(name)) return {};
    if (is_optional && !chain.links.empty()) chain.links.back().is_optional = true;
    chain.links.push_back({name});
    next += name.size() + (is_optional ? 2 : 1);
  }
  chain.end = next;
  const auto rest = trim(code.substr(next, 4));
  const bool goes_on = rest.starts_with('(') || rest.starts_with('[') || rest.starts_with('.') ||
                       rest.starts_with("?.") || (rest.starts_with('!') && !rest.starts_with("!=")) ||
                       rest.starts_with('`') || (rest.starts_with('=') && !rest.starts_with("=="));
  if (goes_on) chain.links.clear();
  return chain;
}

bool is_comparison(std::string_view sign) { return sign == "==" || sign == "!="; }

// May anything stand there: compared, tested, put into a text, or printed?
bool may_be_anything(std::string_view code, const Chain& chain) {
  const auto before = trim(line_before(code, chain.begin));
  const auto behind = trim(code.substr(chain.end, 40));
  const auto last = before.ends_with("===") || before.ends_with("!==") ? before.substr(0, before.size() - 1) : before;
  if (is_comparison(behind.substr(0, 2)) || (last.size() > 1 && is_comparison(last.substr(last.size() - 2))))
    return true;
  if (before.ends_with("${")) return behind.starts_with('}');
  if (before.ends_with("switch (") || before.ends_with("switch(")) return behind.starts_with(')');
  if (before.ends_with("if (") || before.ends_with("if(") || before.ends_with('!'))
    return behind.starts_with(')') || behind.starts_with("&&") || behind.starts_with("||");
  return before.starts_with("console.") && (behind.starts_with(')') || behind.starts_with(','));
}

// "{ response?: { status?: unknown } }" of `.response?.status`. Members between are there, unless `?.` asks.
std::string type_of(const Chain& chain) {
  std::string type = "unknown";
  for (auto link = chain.links.rbegin(); link != chain.links.rend(); ++link) {
    const bool may_lack = link->is_optional || link == chain.links.rbegin();
    type = "{ " + std::string(link->name) + (may_lack ? "?: " : ": ") + type + " }";
  }
  return type;
}

// Does a `catch` of the code, or the callback of one, take what was thrown by this name?
bool is_caught(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, "catch"), [&](std::size_t at) {
    auto rest = trim(code.substr(at + 5, name.size() + 20));
    while (rest.starts_with('(')) rest = trim(rest.substr(1));
    return word_at(rest, 0) == name;
  });
}

// Is `err.message` at a byte, and nothing done with it that only a text can?
bool asks_message(std::string_view code, std::size_t at, std::string_view whole) {
  if (code.substr(at, whole.size()) != whole || !word_at(code, at + whole.size()).empty()) return false;
  const auto rest = trim(code.substr(at + whole.size(), 4));
  return !rest.starts_with('.') && !rest.starts_with('(') && (!rest.starts_with('=') || rest.starts_with("=="));
}

// Every `err.message` of a line.
std::vector<Edit> tell_messages(std::string_view code, const Lines& lines, std::size_t number,
                                const std::string& name) {
  const auto whole = name + ".message";
  const auto begin = lines.begin(number);
  std::vector<Edit> edits;
  for (const auto at : words_in(code.substr(begin, lines.line(number).size()), name)) {
    const auto place = begin + at;
    if (!asks_message(code, place, whole)) continue;
    const bool alone =
        code.substr(0, place).ends_with("${") && trim(code.substr(place + whole.size(), 4)).starts_with('}');
    const auto value = name + " instanceof Error ? " + whole + " : String(" + name + ")";
    edits.push_back({place, whole.size(), alone ? value : "(" + value + ")"});
  }
  return edits;
}

// `(err as { code?: unknown }).code`
std::vector<Edit> ask_member(std::string_view code, std::size_t at) {
  const auto chain = chain_at(code, at);
  if (chain.links.empty() || !may_be_anything(code, chain)) return {};
  return {{at, 0, "("}, {at + word_at(code, at).size(), 0, " as " + type_of(chain) + ")"}};
}

}  // namespace

std::vector<Edit> tell_caught(std::string_view code, const Lines& lines, std::size_t number, std::size_t at) {
  const std::string name(word_at(code, at));
  if (!is_identifier(name) || !is_caught(code, name)) return {};
  auto edits = tell_messages(code, lines, number, name);
  return code.substr(at + name.size()).starts_with(".message") ? edits : ask_member(code, at);
}

}  // namespace regreen
