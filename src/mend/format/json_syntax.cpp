// json.fix-syntax: commas too many or too few, comments and single quotes in a JSON file. A file is written only where
// it is JSON afterwards.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/json_text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t files_max = 500;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Writes the text anew, piece by piece.
class JsonMender {
 public:
  explicit JsonMender(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    close();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'')
      string(c);
    else if (text_.substr(at_, 2) == "//" || c == '#')
      skip(std::min(text_.find('\n', at_), text_.size()));
    else if (text_.substr(at_, 2) == "/*")
      skip(std::min(text_.find("*/", at_), text_.size() - 2) + 2);
    else if ((c == '}' || c == ']') && last_code() == ',')
      drop_comma();
    else if (c == '{' || c == '[')
      value(1);
    else if (!is_blank(c) && c != ',' && c != ':' && c != '}' && c != ']')
      value(word());
    else
      out_ += text_[at_++];
  }

  // What is still open where the text ends is closed there.
  void close() {
    std::string open;
    bool quoted = false;
    for (std::size_t at = 0; at < out_.size(); ++at) {
      const char c = out_[at];
      if (quoted && c == '\\')
        ++at;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '{' || c == '['))
        open += c == '{' ? '}' : ']';
      else if (!quoted && (c == '}' || c == ']') && !open.empty())
        open.pop_back();
    }
    if (open.empty() || quoted) return;
    out_.resize(out_.find_last_not_of(" \t\r\n") + 1);
    for (auto closer = open.rbegin(); closer != open.rend(); ++closer) out_ += std::string("\n") + *closer;
    out_ += '\n';
  }

  // Where a value begins behind another one, a comma is missing.
  void separate() {
    const char last = last_code();
    if (last == '\0' || contains(",:[{", std::string_view(&last, 1))) return;
    out_.insert(out_.find_last_not_of(" \t\r\n") + 1, ",");
  }

  void value(std::size_t length) {
    separate();
    out_ += text_.substr(at_, length);
    at_ += length;
  }

  std::size_t word() const { return std::min(text_.find_first_of(" \t\r\n,:]}", at_), text_.size()) - at_; }

  void string(char quote) {
    separate();
    auto end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
    const auto inside = text_.substr(std::min(at_ + 1, text_.size()), end - std::min(at_ + 1, end));
    out_ += quote == '"' ? text_.substr(at_, end - at_) : "\"" + replace_all(std::string(inside), "\"", "\\\"");
    if (end < text_.size() && text_[end] == quote) {
      out_ += '"';
      ++end;
    }
    at_ = std::min(end, text_.size());
  }

  // A comment on a line of its own goes with its line.
  void skip(std::size_t end) {
    const auto line = out_.rfind('\n');
    const auto front = std::string_view(out_).substr(line == std::string::npos ? 0 : line + 1);
    const bool alone = std::ranges::all_of(front, is_blank) && end < text_.size() && text_[end] == '\n';
    out_.resize(alone ? out_.size() - front.size() : out_.find_last_not_of(" \t") + 1);
    at_ = alone ? end + 1 : end;
  }

  void drop_comma() {
    out_.erase(out_.find_last_not_of(" \t\r\n"), 1);
    out_ += text_[at_++];
  }

  char last_code() const {
    const auto at = out_.find_last_not_of(" \t\r\n");
    return at == std::string::npos ? '\0' : out_[at];
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

// Files that are JSON with comments by their readers' leave.
bool may_have_comments(std::string_view path) {
  return name_of(path).starts_with("tsconfig") || path.starts_with(".vscode/") || name_of(path) == "devcontainer.json";
}

// A program that goes on, and fails by its own code, did not fail for what it said of the file.
bool is_said_in_passing(const Occurrence& one) {
  return std::ranges::any_of(one.after,
                             [](const auto& line) { return contains(line, "Traceback (most recent call last)"); });
}

std::vector<std::string> suspects(const Patient& patient) {
  const auto occurrences = occurrences_of(patient.diagnosis);
  const auto is_named = [](const auto& one) { return !capture(one, "file").empty(); };
  std::vector<std::string> files;
  for (const auto& one : occurrences) {
    if (is_named(one) && is_said_in_passing(one)) continue;
    for (const auto& place : places_of(patient.tree, one)) {
      if (!is_among(place.file, files)) files.push_back(place.file);
    }
  }
  std::erase_if(files, [](const auto& file) { return !file.ends_with(".json") || is_sample(file); });
  if (!files.empty() || std::ranges::any_of(occurrences, is_named)) return files;
  for (const auto& path : patient.tree.list()) {
    if (path.ends_with(".json") && !may_have_comments(path) && !is_sample(path) && files.size() < files_max)
      files.push_back(path);
  }
  return files;
}

// Did the newest commit cut the file short, and more of it than brackets? What is lost is not to be seen from here.
bool was_cut(const Patient& patient, const std::string& file, std::string_view text) {
  const auto before = patient.last_commit.before.find(file);
  if (before == patient.last_commit.before.end() || !before->second) return false;
  const auto left = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  return before->second->starts_with(left) &&
         before->second->find_first_not_of(" \t\r\n]}", left.size()) != std::string::npos;
}

}  // namespace

std::vector<Patch> fix_json_syntax(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& file : suspects(patient)) {
    const auto text = draft.read(file);
    if (!text || trim(*text).empty() || is_json(*text) || was_cut(patient, file, *text)) continue;
    auto mended = JsonMender(*text).run();
    if (is_json(mended)) draft.write(file, std::move(mended));
  }
  return draft.patches();
}

}  // namespace regreen
