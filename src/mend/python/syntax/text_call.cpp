#include "mend/python/syntax/text_call.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/python/language/expression.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

/// When a call is one of text.
enum class Text { always, if_said, by_mode };

/// A function by its full name: when it is one of text, where its mode stands among its arguments, and what that is without one.
struct TextCall {
  std::string_view name;
  Text kind = Text::always;
  std::size_t mode = 0;
  std::string_view usual = {};
};
constexpr auto text_calls = std::to_array<TextCall>({
    {"subprocess.run", Text::if_said},
    {"subprocess.Popen", Text::if_said},
    {"subprocess.check_output", Text::if_said},
    {"subprocess.check_call", Text::if_said},
    {"subprocess.call", Text::if_said},
    {"tempfile.NamedTemporaryFile", Text::by_mode, 0, "w+b"},
    {"tempfile.TemporaryFile", Text::by_mode, 0, "w+b"},
    {"os.fdopen", Text::by_mode, 1, "r"},
    {"gzip.open", Text::by_mode, 1, "rb"},
    {"bz2.open", Text::by_mode, 1, "rb"},
    {"lzma.open", Text::by_mode, 1, "rb"},
    {"logging.FileHandler", Text::always},
    {"logging.handlers.RotatingFileHandler", Text::always},
    {"logging.handlers.TimedRotatingFileHandler", Text::always},
});

// Modes of these are of text where they say so; those of `open` where they do not say otherwise.
bool is_compressed(std::string_view name) { return name == "gzip.open" || name == "bz2.open" || name == "lzma.open"; }

// "subprocess.run" for `run` of `from subprocess import run` and of `subprocess.run`; "" for what no import binds.
std::string full_name(const PythonSource& source, const BoundNames& bound, std::size_t name) {
  auto first = name;
  while (first >= 2 && source.is(first - 1, ".") && source.is_name(first - 2)) first -= 2;
  if (first > 0 && source.is(first - 1, ".")) return "";
  const auto found = bound.find(source.text(first));
  if (found == bound.end()) return "";
  auto full = found->second.full;
  for (auto i = first + 2; i <= name; i += 2) full += "." + std::string(source.text(i));
  return full;
}

bool is_keyword(const PythonSource& source, const PyValue& argument, std::string_view name) {
  return source.is(argument.first, name) && source.is(argument.first + 1, "=");
}

bool is_any_keyword(const PythonSource& source, const PyValue& argument) {
  return source.is_name(argument.first) && source.is(argument.first + 1, "=");
}

bool says_text(const PythonSource& source, const std::vector<PyValue>& arguments) {
  return std::ranges::any_of(arguments, [&](const auto& one) {
    const bool is_asked = is_keyword(source, one, "text") || is_keyword(source, one, "universal_newlines");
    return is_asked && one.last == one.first + 3 && source.is(one.first + 2, "True");
  });
}

// The mode of a call as it is written, without quotes; "?" for what is no plain text.
std::string mode_of(const PythonSource& source, const std::vector<PyValue>& arguments, const TextCall& row) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto& one = arguments[i];
    const bool is_key = is_keyword(source, one, "mode");
    if (!is_key && (i != row.mode || is_any_keyword(source, one))) continue;
    const auto value = is_key ? one.first + 2 : one.first;
    const bool is_text = value + 1 == one.last && source.tokens()[value].kind == PyKind::string;
    const auto literal = source.text(value);
    return is_text && literal.size() > 2 ? std::string(literal.substr(1, literal.size() - 2)) : "?";
  }
  return std::string(row.usual);
}

// `gzip.open(path, "rt", 9, "utf-8")`: the second behind the mode is the encoding, as with `open`.
bool tells_in_order(const PythonSource& source, const std::vector<PyValue>& arguments, const TextCall& row) {
  const auto encoding = row.mode + 2;
  return arguments.size() > encoding && !is_any_keyword(source, arguments[encoding]);
}

bool is_mode_of_text(std::string_view mode, const TextCall& row) {
  if (mode == "?" || contains(mode, "b")) return false;
  return !is_compressed(row.name) || contains(mode, "t");
}

}  // namespace

bool opens_text_otherwise(const PythonSource& source, const BoundNames& bound, PyCall call) {
  const auto full = full_name(source, bound, call.name);
  const auto* row = std::ranges::find(text_calls, std::string_view(full), &TextCall::name);
  if (row == text_calls.end()) return false;
  const auto arguments = arguments_between(source, call.name + 1, call.close);
  const bool is_told = std::ranges::any_of(arguments, [&](const auto& one) {
    return source.is(one.first, "*") || source.is(one.first, "**") || is_keyword(source, one, "encoding");
  });
  if (is_told) return false;
  switch (row->kind) {
    case Text::if_said: return says_text(source, arguments);
    case Text::by_mode:
      return !tells_in_order(source, arguments, *row) && is_mode_of_text(mode_of(source, arguments, *row), *row);
    // `FileHandler(path, "a", "utf-8")`: the third, behind others, is it.
    case Text::always: return arguments.size() < 3 || is_any_keyword(source, arguments[2]);
  }
  return false;
}

}  // namespace regreen
