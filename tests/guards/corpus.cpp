#include "corpus.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "base/text.h"

namespace regreen {
namespace {

using Project = std::map<std::string, std::string>;

std::string read_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Result<Project> read_project(const std::filesystem::path& path) {
  Project project;
  std::string* file = nullptr;
  const std::string text = read_text(path);
  if (text.empty()) return fail(ErrorKind::not_found, fmt::format("no project {}", path.string()));
  for (const auto line : split_lines(text)) {
    if (line.starts_with("-- ") && line.ends_with(" --")) file = &project[std::string(line.substr(3, line.size() - 6))];
    else if (file) (*file += line) += '\n';
  }
  return project;
}

/// What becomes of one file, hunk by hunk.
class Reader {
 public:
  Reader(PatchCase& one, const Project& project) : one_(one), project_(project) {}

  Result<void> read(std::string_view line) {
    if (line.empty()) return end_hunk();
    if (line[0] == ' ' || line[0] == '-' || line[0] == '+') {
      if (line[0] != '+') (old_ += line.substr(1)) += '\n';
      if (line[0] != '-') (new_ += line.substr(1)) += '\n';
      open_ = true;
      return {};
    }
    TRY(end());
    const auto words = split(line, ' ');
    if (words[0] == "seed" || words[0] == "remedy:") return {};
    if (words.size() < 2) return fail(ErrorKind::invalid, fmt::format("'{}' is no order", line));
    return begin(words);
  }

  Result<void> end() {
    TRY(end_hunk());
    if (path_.empty()) return {};
    one_.patch.put({path_, before_, after_, executable_before_, executable_});
    path_.clear();
    return {};
  }

 private:
  Result<void> begin(const std::vector<std::string_view>& words) {
    path_ = std::string(words[1]);
    before_ = after_ = std::nullopt;
    executable_ = executable_before_ = false;
    const auto known = project_.find(path_);
    if (words[0] == "new") {
      after_ = "";
      executable_ = words.size() > 2 && words[2] == "executable";
    } else if (words[0] == "binary") {
      after_ = std::string("\x7f" "ELF\0\1", 6);
    } else if (known == project_.end()) {
      return fail(ErrorKind::not_found, fmt::format("the project has no {}", path_));
    } else {
      before_ = known->second;
      if (words[0] != "delete" && words[0] != "move") after_ = before_;
      if (words[0] == "exec") executable_ = true;
      if (words[0] == "move") {
        TRY(end());
        path_ = std::string(words.at(2));
        before_ = std::nullopt;
        after_ = known->second;
      }
    }
    return {};
  }

  Result<void> end_hunk() {
    if (!open_) return {};
    open_ = false;
    const std::string old = std::exchange(old_, ""), now = replace_all(std::exchange(new_, ""), "{x36}", std::string(36, 'x'));
    if (!after_) return fail(ErrorKind::invalid, fmt::format("{} is gone", path_));
    const auto at = after_->find(old);
    if (at == std::string::npos) return fail(ErrorKind::invalid, fmt::format("{} has no '{}'", path_, shortened(old, 60)));
    // A hunk is whole lines.
    if (at > 0 && (*after_)[at - 1] != '\n') return fail(ErrorKind::invalid, fmt::format("'{}' begins within a line of {}", shortened(old, 60), path_));
    after_->replace(old.empty() ? after_->size() : at, old.size(), now);
    return {};
  }

  PatchCase& one_;
  const Project& project_;
  std::string path_, old_, new_;
  std::optional<std::string> before_, after_;
  bool executable_ = false, executable_before_ = false, open_ = false;
};

}  // namespace

Result<std::vector<PatchCase>> read_cases(const std::filesystem::path& file, const std::filesystem::path& seeds) {
  std::vector<PatchCase> cases;
  const std::string text = read_text(file);
  const auto lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size();) {
    const auto words = split(lines[i], ' ');
    if (words[0] != "===" || words.size() != 3) {
      if (!lines[i].empty() && !lines[i].starts_with("#")) return fail(ErrorKind::invalid, fmt::format("{}:{}: {}", file.string(), i + 1, lines[i]));
      ++i;
      continue;
    }
    PatchCase one{words[1] == "cheat", std::string(words[2]), "", fmt::format("{}:{}", file.filename().string(), i + 1),
                  file.parent_path().filename().string(), file.stem().string(), {}};
    auto end = i + 1;
    for (; end < lines.size() && !lines[end].starts_with("=== "); ++end) {
      if (lines[end].starts_with("seed ")) one.seed = lines[end].substr(5);
      if (lines[end].starts_with("remedy: ")) one.remedy = lines[end].substr(8);
    }
    const Project project = TRY(read_project(seeds / (one.seed + ".seed")));
    Reader reader(one, project);
    for (++i; i < end; ++i) {
      if (auto read = reader.read(lines[i]); !read) return tl::unexpected(std::move(read.error()).during(one.place));
    }
    if (auto read = reader.end(); !read) return tl::unexpected(std::move(read.error()).during(one.place));
    cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace regreen
