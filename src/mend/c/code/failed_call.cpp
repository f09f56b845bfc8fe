#include "base/among.h"
#include "base/text.h"
#include "mend/c/code/check_result.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// How a function of the C library says that it failed.
enum class Says { not_zero, negative, null, fewer_things, fewer_bytes, fewer_conversions };

struct Function {
  std::string_view name;
  Says says;
  std::size_t argument = 0;  ///< which one holds the number, or the format
};

// Not those that often may fail without harm: system, chown, link, symlink.
constexpr auto functions = std::to_array<Function>({
    {"fread", Says::fewer_things, 2},
    {"fwrite", Says::fewer_things, 2},
    {"write", Says::fewer_bytes, 2},
    {"pwrite", Says::fewer_bytes, 2},
    {"read", Says::negative},
    {"pread", Says::negative},
    {"dup", Says::negative},
    {"mkstemp", Says::negative},
    {"asprintf", Says::negative},
    {"vasprintf", Says::negative},
    {"fgets", Says::null},
    {"freopen", Says::null},
    {"getcwd", Says::null},
    {"realpath", Says::null},
    {"chdir", Says::not_zero},
    {"fchdir", Says::not_zero},
    {"chroot", Says::not_zero},
    {"ftruncate", Says::not_zero},
    {"truncate", Says::not_zero},
    {"pipe", Says::not_zero},
    {"setuid", Says::not_zero},
    {"setgid", Says::not_zero},
    {"seteuid", Says::not_zero},
    {"setegid", Says::not_zero},
    {"posix_memalign", Says::not_zero},
    {"scanf", Says::fewer_conversions, 0},
    {"fscanf", Says::fewer_conversions, 1},
    {"sscanf", Says::fewer_conversions, 1},
});

// Does a call write to the screen? What is told to people there need not arrive.
bool is_told(std::string_view name, const std::vector<std::string_view>& arguments) {
  constexpr auto numbers = std::to_array<std::string_view>({"1", "2", "STDOUT_FILENO", "STDERR_FILENO"});
  constexpr auto files = std::to_array<std::string_view>({"stdout", "stderr"});
  if (arguments.empty()) return false;
  if (name == "fwrite") return is_among(trim(arguments.back()), files);
  return name == "write" && is_among(trim(arguments.front()), numbers);
}

// May an expression be written twice? Names, numbers, members, sums: nothing that is called or changed.
bool is_steady(std::string_view expression) {
  const auto is_plain = [](char c) { return is_word_byte(c) || contains(" .[]+*-/>()", std::string_view(&c, 1)); };
  if (!std::ranges::all_of(expression, is_plain) || contains(expression, "++") || contains(expression, "--"))
    return false;
  for (auto at = expression.find('('); at != std::string_view::npos; at = expression.find('(', at + 1)) {
    const auto before = trim(expression.substr(0, at));
    if (!before.empty() && is_word_byte(before.back()) && !before.ends_with("sizeof")) return false;
  }
  return true;
}

// How many things a format of scanf reads; nothing where it is no literal.
std::optional<std::size_t> conversions_in(std::string_view format) {
  if (format.size() < 2 || format.front() != '"' || format.back() != '"') return std::nullopt;
  std::size_t count = 0;
  for (std::size_t at = 1; at + 1 < format.size(); ++at) {
    if (format[at] == '"') return std::nullopt;  // several literals, or a macro between them
    if (format[at] != '%') continue;
    const char next = format[++at];
    if (next == 'n' || next == '[') return std::nullopt;
    if (next != '%' && next != '*') ++count;
  }
  return count > 0 ? std::optional(count) : std::nullopt;
}

bool is_sum(std::string_view expression) {
  return replace_all(std::string(expression), "->", ".").find_first_of("+-*/ ") != std::string::npos;
}

std::optional<std::string> fewer_than(const std::string& call, std::string_view number, std::string_view type,
                                      bool is_cpp) {
  if (!is_steady(number)) return std::nullopt;
  if (type.empty() || parse_number(number)) {
    const bool needs_brackets = is_sum(number) && !number.starts_with("sizeof");
    return call + " != " + (needs_brackets ? "(" + std::string(number) + ")" : std::string(number));
  }
  if (is_cpp) return call + " != static_cast<" + std::string(type) + ">(" + std::string(number) + ")";
  return call + " != (" + std::string(type) + ")" +
         (is_sum(number) ? "(" + std::string(number) + ")" : std::string(number));
}

}  // namespace

std::optional<std::string> failure_of(std::string_view call, std::string_view name,
                                      const std::vector<std::string_view>& arguments, bool is_cpp) {
  const auto* function = std::ranges::find(functions, name, &Function::name);
  if (function == functions.end() || is_told(name, arguments)) return std::nullopt;
  const std::string text(call);
  if (function->says == Says::not_zero) return text + " != 0";
  if (function->says == Says::negative) return text + " < 0";
  if (function->says == Says::null) return text + (is_cpp ? " == nullptr" : " == NULL");
  if (function->argument >= arguments.size()) return std::nullopt;
  const auto argument = trim(arguments[function->argument]);
  if (function->says == Says::fewer_things) return fewer_than(text, argument, "", is_cpp);
  if (function->says == Says::fewer_bytes) return fewer_than(text, argument, "ssize_t", is_cpp);
  const auto count = conversions_in(argument);
  return count ? std::optional(text + " != " + std::to_string(*count)) : std::nullopt;
}

bool sets_errno(std::string_view name) { return name != "posix_memalign" && !name.ends_with("scanf"); }

}  // namespace regreen
