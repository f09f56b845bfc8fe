#include "mend/c/language/source.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr std::array<std::string_view, 9> cpp_endings = {".cpp", ".cc",  ".cxx", ".c++", ".hpp",
                                                         ".hh",  ".hxx", ".ipp", ".C"};

// "# include <a.h>" → "<a.h>"; empty where the line includes nothing.
std::string_view included(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('#')) return {};
  line = trim(line.substr(1));
  if (!line.starts_with("include")) return {};
  line = trim(line.substr(7));
  if (line.empty() || (line[0] != '<' && line[0] != '"')) return {};
  const auto end = line.find(line[0] == '<' ? '>' : '"', 1);
  return end == std::string_view::npos ? std::string_view{} : line.substr(0, end + 1);
}

struct Include {
  std::size_t line = 0;
  std::string_view header;
};

bool is_directive(std::string_view line, std::string_view name) {
  line = trim(line);
  return line.starts_with('#') && trim(line.substr(1)).starts_with(name);
}

// The includes that stand under no condition, apart from the header's own guard.
std::vector<Include> plain_includes(std::string_view text, std::string_view code) {
  const Lines lines(text);
  std::vector<Include> all;
  std::size_t depth = 0, guard = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto content = lines.line(number);
    if (trim(code.substr(lines.begin(number), content.size())).empty()) continue;
    if (is_directive(content, "if")) {
      ++depth;
      if (all.empty() && guard == 0 && depth == 1 && is_directive(content, "ifndef") &&
          is_directive(lines.line(number + 1), "define")) {
        guard = 1;
      }
    } else if (is_directive(content, "endif")) {
      depth -= depth > 0 ? 1 : 0;
    } else if (const auto header = included(content); !header.empty() && depth == guard) {
      all.push_back({number, header});
    }
  }
  return all;
}

// The last run of neighbouring lines among the includes whose headers open with `bracket`.
std::vector<Include> last_run(const std::vector<Include>& all, char bracket) {
  std::vector<Include> run;
  for (const auto& one : all) {
    if (one.header[0] != bracket) continue;
    if (!run.empty() && run.back().line + 1 != one.line) run.clear();
    run.push_back(one);
  }
  return run;
}

// Is it the header that belongs to the file: "box.hpp" of box.cpp?
bool is_own(std::string_view path, std::string_view header) {
  const auto stem = [](std::string_view name) { return name.substr(0, name.find('.')); };
  return header[0] == '"' && stem(name_of(path)) == stem(name_of(header.substr(1, header.size() - 2)));
}

// Where a first include goes: behind the opening comment, `#pragma once`, and the lines of a guard.
std::size_t line_of_first_include(const Lines& lines, std::string_view code) {
  std::size_t number = 1, line = 1;
  for (; number <= lines.count(); ++number) {
    const auto whole = lines.line(number);
    const auto content = trim(code.substr(lines.begin(number), whole.size()));
    if (content.empty()) {
      if (!trim(whole).empty()) line = number + 1;
      continue;
    }
    const bool opens_guard = is_directive(whole, "ifndef") && is_directive(lines.line(number + 1), "define");
    if (!opens_guard && !is_directive(whole, "pragma once") && !is_directive(whole, "define _")) break;
    if (opens_guard) ++number;
    line = number + 1;
  }
  // A comment that ends right above the first code belongs to that code, unless it opens the file.
  return line;
}

Edit insert_line(const Lines& lines, std::string_view text, std::size_t before, const std::string& line,
                 bool blank_behind) {
  const std::string end(line_end(text));
  const auto at = lines.begin(before);
  const std::string head = at > 0 && text[at - 1] != '\n' ? end : "";
  return {
      at, 0,
      head + line + end + (blank_behind && before <= lines.count() && !trim(lines.line(before)).empty() ? end : "")};
}

}  // namespace

std::optional<CSource> c_source(const Draft& draft, std::string_view file) {
  auto text = draft.read(file);
  if (!text || text->size() > source_bytes_max) return std::nullopt;
  auto code = code_only(*text, Speech::c);
  return CSource{std::move(*text), std::move(code)};
}

bool is_c_header(std::string_view path) {
  static constexpr auto endings = std::to_array<std::string_view>({".h", ".hpp", ".hh", ".hxx", ".ipp"});
  return std::ranges::any_of(endings, [&](auto ending) { return path.ends_with(ending); });
}

std::size_t last_include(std::string_view text) {
  const auto includes = plain_includes(text, code_only(text, Speech::c));
  return includes.empty() ? 0 : includes.back().line;
}

bool is_cpp(std::string_view path) {
  return std::ranges::any_of(cpp_endings, [&](auto ending) { return path.ends_with(ending); });
}

bool is_c_family(std::string_view path) { return is_cpp(path) || path.ends_with(".c") || path.ends_with(".h"); }

bool is_c_family_source(std::string_view path) { return is_c_family(path) && !is_c_header(path); }

bool is_foreign(std::string_view path) {
  static constexpr auto folders = std::to_array<std::string_view>({"external", "extern", "deps"});
  const auto parts = split(folder_of(path), '/');
  return is_vendored(path) || std::ranges::any_of(parts, [](auto part) { return is_among(lower(part), folders); });
}

bool includes(std::string_view text, std::string_view header) {
  const auto name = header.substr(1, header.size() - 2);
  return std::ranges::any_of(split_lines(text), [&](auto line) {
    const auto one = included(line);
    return !one.empty() && one.substr(1, one.size() - 2) == name;
  });
}

std::string include_lines(std::string_view text) {
  std::string lines;
  for (const auto line : split_lines(text)) {
    if (!included(line).empty()) lines += std::string(line) + "\n";
  }
  return lines;
}

bool includes_file(std::string_view text, std::string_view path) {
  if (!contains(text, name_of(path))) return false;
  return std::ranges::any_of(split_lines(text), [&](auto line) {
    auto written = included(line);
    if (written.empty()) return false;
    written = written.substr(1, written.size() - 2);
    while (written.starts_with("./") || written.starts_with("../")) written.remove_prefix(written.find('/') + 1);
    return path == written || (path.ends_with(written) && path[path.size() - written.size() - 1] == '/');
  });
}

std::optional<Edit> add_include(std::string_view path, std::string_view text, std::string_view header) {
  if (includes(text, header)) return std::nullopt;
  const std::string code = code_only(text, Speech::c);
  const Lines lines(text);
  const auto all = plain_includes(text, code);
  const std::string line = "#include " + std::string(header);
  auto run = last_run(all, header[0]);
  if (run.size() == 1 && is_own(path, run[0].header)) run.clear();
  if (run.size() > 1 && is_own(path, run[0].header)) run.erase(run.begin());
  if (!run.empty()) {
    const bool sorted = std::ranges::is_sorted(run, {}, &Include::header);
    const auto next = std::ranges::find_if(run, [&](const Include& one) { return sorted && header < one.header; });
    return insert_line(lines, text, next == run.end() ? run.back().line + 1 : next->line, line, false);
  }
  if (all.empty()) return insert_line(lines, text, line_of_first_include(lines, code), line, true);
  // Brackets come before quotes, the file's own header before both.
  if (header[0] == '"' || is_own(path, all.front().header)) {
    const auto& last = header[0] == '"' ? all.back() : all.front();
    return insert_line(lines, text, last.line + 1, line, false);
  }
  return insert_line(lines, text, all.front().line, line, false);
}

}  // namespace regreen
