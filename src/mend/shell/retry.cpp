// shell.add-retry: lets the download that failed try again, a bounded number of times, by the tool's own options.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// How a tool is told to try again.
struct RetryRow {
  std::string_view command;  ///< the words that begin such a download
  std::string_view present;  ///< an option that shows that it does so already
  std::string_view options;  ///< what is added behind the command
  std::string_view says;     ///< what the tool's own messages contain
};

// Plain --retry of curl repeats neither a reset connection nor an empty reply.
constexpr std::string_view curl_all = "--retry 5 --retry-delay 2 --retry-all-errors";
constexpr std::string_view curl_piped =
    "--retry 5 --retry-delay 2 --retry-connrefused";  // what was written stays written
constexpr std::array<RetryRow, 10> rows = {{
    {"curl", "--retry-all-errors", curl_all, "curl"},
    {"wget", "--tries", "--tries=5 --waitretry=2 --retry-connrefused --retry-on-http-error=429,500,502,503,504",
     "wget"},
    {"pip install", "--retries", "--retries 10 --timeout 60", "pip"},
    {"pip3 install", "--retries", "--retries 10 --timeout 60", "pip"},
    {"pip download", "--retries", "--retries 10 --timeout 60", "pip"},
    {"npm ci", "--fetch-retries", "--fetch-retries=5 --fetch-retry-mintimeout=2000", "npm"},
    {"npm install", "--fetch-retries", "--fetch-retries=5 --fetch-retry-mintimeout=2000", "npm"},
    {"apt-get update", "Acquire::Retries", "-o Acquire::Retries=5", "E: "},
    {"apt-get install", "Acquire::Retries", "-o Acquire::Retries=5", "E: "},
    {"yarn install", "--network-timeout", "--network-timeout 120000", "yarn"},
}};

// Does the log speak of the tool? wget does not name itself.
bool is_said(const std::string& all, const RetryRow& row) {
  static constexpr auto of_wget = std::to_array<std::string_view>(
      {" ERROR 5", " ERROR 429: ", "awaiting response... 5", "Giving up.", "in headers."});
  if (contains(lower(all), lower(row.says))) return true;
  return row.command == "wget" && std::ranges::any_of(of_wget, [&](auto words) { return contains(all, words); });
}

bool is_script(std::string_view path) {
  static constexpr auto folders = std::to_array<std::string_view>({"ci/", "script/", "scripts/", "bin/"});
  return is_called_script(path) || holds_commands(path) ||
         (!contains(name_of(path), ".") &&
          std::ranges::any_of(folders, [&](auto folder) { return path.starts_with(folder); }));
}

// Does a command begin here, and not a word of an argument, string or comment?
bool is_command(std::string_view line, std::size_t at) {
  const auto before = line.substr(0, at);
  if (trim(line).starts_with('#') || contains(before, " #")) return false;
  const bool inner = contains(before, "$(") || contains(before, "`");
  const auto quotes = std::ranges::count(before, '"') + std::ranges::count(before, '\'');
  if (quotes % 2 != 0 && !inner) return false;
  const auto word = trim(before);
  if (word.empty() || contains(";&|(`!@{-", word.substr(word.size() - 1)))
    return !word.ends_with("--") && !(word.ends_with('-') && word.size() > 1);
  const auto last = word.substr(word.rfind(' ') == std::string_view::npos ? 0 : word.rfind(' ') + 1);
  for (const std::string_view lead :
       {"sudo", "then", "do", "else", "if", "while", "until", "time", "exec", "command", "RUN", "-E", "-m", "not"}) {
    if (last == lead) return true;
  }
  return contains(last, "=") && !last.starts_with('-');  // NAME=value command
}

/// A line of a script that downloads something.
struct Download {
  std::string file;
  std::size_t line = 0;
  std::size_t at = 0;  // behind the command's words, in the file
  std::size_t length = 0;
  std::string options;
  int likely = 0;
};

// The whole of a command that goes on over several lines.
std::string logical_line(const Lines& lines, std::size_t number) {
  std::string whole(lines.line(number));
  while (whole.ends_with('\\') && lines.has(number + 1))
    whole = whole.substr(0, whole.size() - 1) + std::string(lines.line(++number));
  return whole;
}

// `--tries=1`, `--tries 1`, `-t1`, `--retries 0`: told to give up at once, perhaps on a further line of the command, but not in the
// one behind it.
std::optional<Edit> single_try(const Lines& lines, std::size_t number, std::size_t at, const RetryRow& row) {
  for (bool goes_on = true; goes_on && lines.has(number); ++number, at = 0) {
    const auto end = lines.line(number).find_first_of("&|;", at);
    const auto line = lines.line(number).substr(0, end);
    goes_on = line.ends_with('\\');
    for (auto begin = line.find(" -", at); begin != std::string_view::npos; begin = line.find(" -", begin + 1)) {
      const auto option = line.substr(begin + 1);
      const std::string_view name = row.command == "wget" && option.starts_with("-t") ? "-t" : row.present;
      if (!option.starts_with(name)) continue;
      auto value = option.substr(name.size());
      if (value.starts_with('=') || value.starts_with(' ')) value.remove_prefix(1);
      const bool is_one = value.starts_with('0') || value.starts_with('1');
      const auto length = offset_in(option, value) + 1;
      if (is_one && (value.size() == 1 || value[1] == ' ')) return Edit{lines.begin(number) + begin + 1, length, ""};
    }
  }
  return std::nullopt;
}

// Short options of curl whose value is the rest of the word, or the next one.
constexpr std::string_view curl_valued = "AbcCdDeEFHKmoPQrtTuUwxXyYz";

struct CurlOptions {
  bool sends = false;  // a second try would ask for the same thing twice
  bool saves = false;  // into a file that a second try begins anew
};

// The options of a command of curl or wget: `-fsSLo out/a.tgz`, `-XPOST`, `--data-binary @a`.
CurlOptions options_in(std::string_view command) {
  static constexpr auto sending = std::to_array<std::string_view>(
      {"--data", "--json", "--form", "--upload-file", "--post-", "--body-", "--method"});
  static constexpr auto saving = std::to_array<std::string_view>({"--output", "--remote-name"});
  CurlOptions found;
  const auto words = split(command, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words[i];
    const auto begins = [&](std::string_view option) { return word.starts_with(option); };
    const auto is_reading = [](std::string_view method) {
      return method.starts_with("GET") || method.starts_with("HEAD");
    };
    const auto next = i + 1 < words.size() ? words[i + 1] : "";
    found.sends |= std::ranges::any_of(sending, begins) && !begins("--method=GET");
    found.sends |= begins("--request") && !is_reading(begins("--request=") ? word.substr(10) : next);
    found.saves |= std::ranges::any_of(saving, begins);
    if (!begins("-") || begins("--")) continue;
    for (std::size_t at = 1; at < word.size(); ++at) {
      const auto option = word.substr(at, 1);
      found.sends |=
          contains("dFT", option) || (option == "X" && !is_reading(at + 1 < word.size() ? word.substr(at + 1) : next));
      found.saves |= contains("oO", option);
      if (contains(curl_valued, option)) break;
    }
  }
  return found;
}

std::optional<Download> download_on(const Lines& lines, std::size_t number, const RetryRow& row) {
  const auto line = lines.line(number);
  const auto at = line.find(row.command);
  if (at == std::string_view::npos || !is_command(line, at)) return std::nullopt;
  const auto end = at + row.command.size();
  if (end < line.size() && line[end] != ' ' && line[end] != '\\') return std::nullopt;
  const auto whole = logical_line(lines, number);
  const bool is_near = contains(whole, "localhost") || contains(whole, "127.0.0.1");
  if (const auto one = is_near ? std::nullopt : single_try(lines, number, end, row))
    return Download{"", number, one->offset, one->length, std::string(row.options), 0};
  if (is_near || contains(whole, row.present)) return std::nullopt;
  std::string options(row.options);
  const auto asked = row.command == "curl" || row.command == "wget" ? options_in(whole.substr(end)) : CurlOptions{};
  if (asked.sends) return std::nullopt;
  if (row.command == "curl") {
    const bool piped = !asked.saves;
    if (contains(whole, "--retry ") || contains(whole, "--retry="))
      options = piped ? "" : "--retry-all-errors";
    else if (piped)
      options = curl_piped;
  }
  if (options.empty()) return std::nullopt;
  return Download{"", number, lines.begin(number) + end, 0, " " + options, 0};
}

/// Everything that the log says about the failed step, to tell which script was running.
struct Said {
  std::string all;
  std::vector<std::string> addresses;
};

Said said_in(const Diagnosis& diagnosis) {
  Said said{diagnosis.step + "\n", {}};
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    for (const auto& line : occurrence.before) said.all += line + "\n";
    said.all += occurrence.at.text + "\n";
    for (const auto name : {"url", "host"}) {
      if (const auto value = capture(occurrence, name); !value.empty()) said.addresses.emplace_back(value);
    }
  }
  return said;
}

// Scripts that the log names, and those which they call in turn.
std::vector<std::string> running_scripts(const Tree& tree, const Said& said) {
  std::vector<std::string> running;
  std::string heard = said.all;
  for (int depth = 0; depth < 4; ++depth) {
    std::string more;
    for (const auto& path : tree.list()) {
      const bool known = is_among(path, running);
      const bool named = contains(heard, path) || (contains(heard, "make") && is_makefile(path));
      if (known || !is_script(path) || !named) continue;
      running.push_back(path);
      more += tree.read(path).value_or("");
    }
    if (more.empty()) break;
    heard = std::move(more);
  }
  return running;
}

std::vector<Download> downloads_of(const Patient& patient, const Said& said) {
  const auto running = running_scripts(patient.tree, said);
  std::vector<Download> downloads;
  for (const auto& path : patient.tree.list()) {
    const auto text = is_script(path) ? patient.tree.read(path) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    for (const auto& row : rows) {
      if (!is_said(said.all, row)) continue;
      for (std::size_t number = 1; number <= lines.count(); ++number) {
        auto one = download_on(lines, number, row);
        if (!one) continue;
        one->file = path;
        if (is_among(path, running)) one->likely += 2;
        const auto whole = logical_line(lines, number);
        for (const auto& address : said.addresses) one->likely += contains(whole, address) ? 4 : 0;
        if (contains(said.all, "+ " + std::string(trim(whole)))) one->likely += 8;  // bash -x printed it
        downloads.push_back(std::move(*one));
      }
    }
  }
  std::ranges::stable_sort(downloads, std::greater{}, &Download::likely);
  return downloads;
}

void add_options(const std::vector<Download>& downloads, Draft& draft) {
  std::vector<std::string> files;
  for (const auto& one : downloads) {
    if (!is_among(one.file, files)) files.push_back(one.file);
  }
  for (const auto& file : files) {
    std::vector<Edit> edits;
    for (const auto& one : downloads) {
      if (one.file == file) edits.push_back({one.at, one.length, one.options});
    }
    draft.edit(file, std::move(edits));
  }
}

// Already retrying: someone was here before.
bool retries_already(const Patient& patient, const Said& said) {
  for (const auto& path : running_scripts(patient.tree, said)) {
    const auto text = patient.tree.read(path).value_or("");
    for (const auto& row : rows) {
      if (is_said(said.all, row) && contains(text, row.options)) return true;
    }
    if (contains(lower(said.all), "curl") && contains(text, curl_piped)) return true;
  }
  return false;
}

}  // namespace

std::vector<Patch> add_shell_retry(const Patient& patient) {
  constexpr std::size_t downloads_max = 12;  // more of them are not one failing command
  const auto said = said_in(patient.diagnosis);
  auto downloads = downloads_of(patient, said);
  if (downloads.empty() || retries_already(patient, said)) return {};
  const auto best = downloads.front().likely;
  std::erase_if(downloads, [&](const auto& one) { return one.likely < best; });
  if (downloads.size() > downloads_max) return {};
  Draft draft(patient.tree);
  add_options(downloads, draft);
  return draft.patches();
}

}  // namespace regreen
