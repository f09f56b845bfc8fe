// Any files and any log are a broken repository: no fixer may crash, hang, or answer a patch that is none. The input is a case of
// tests/heal with the job's log as `--- @log`; mutations keep its form, since a fixer only looks where the log fits the files.

#include "mend/mend.h"

#include "base/text.h"
#include "diagnose/diagnose.h"
#include "fuzz/require.h"
#include "model/last_commit.h"
#include "read/read.h"
#include "shipped/shipped.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace regreen {
namespace {

constexpr std::size_t causes_max = 4;

/// What a case holds.
struct Ward {
  std::string command, log;
  std::map<std::string, MemoryTree::File, std::less<>> files;
  LastCommit commit;
};

std::string* text_below(Ward& ward, std::string_view header) {
  const auto words = split(header, ' ');
  const std::string path(words.front());
  if (path == "@log") return &ward.log;
  if (!is_confined_path(path)) return nullptr;
  const bool is_before = contains(header, " @before");
  if (contains(header, " +new")) ward.commit.before.emplace(path, std::nullopt);
  return is_before ? &ward.commit.before.insert_or_assign(path, "").first->second.value() : &ward.files[path].text;
}

Ward ward_of(std::string_view bytes) {
  Ward ward;
  std::string* text = nullptr;
  for (const auto line : split_lines(bytes)) {
    if (line.starts_with("--- ")) {
      text = text_below(ward, trim(line.substr(4)));
    } else if (text != nullptr) {
      *text += std::string(line.starts_with("\\--- ") ? line.substr(1) : line) + "\n";
    } else if (line.starts_with("verify: ")) {
      ward.command = line.substr(8);
    }
  }
  return ward;
}

void check(const Patch& patch, const Tree& tree) {
  require(!patch.empty(), "a patch changes something");
  for (const auto& change : patch.changes) {
    require(is_confined_path(change.path), "a patch stays in the repository");
    require(change.before == tree.read(change.path), "a patch was made for the files as they are");
    require(change.before != change.after || change.executable_before != change.executable_after,
            "a change changes something");
  }
}

void check(const ToolCall& call, const Tree&) {
  require(!call.command.empty() && call.command.find('\0') == std::string::npos, "a command can be run");
}

void mend_all(const Diagnosis& cause, const Tree& tree, const RuleSet& rules, const Ward& ward) {
  for (const auto& id : cause.remedies) {
    const Remedy* remedy = rules.find(id);
    if (remedy == nullptr) continue;
    for (const auto& candidate : mend(*remedy, cause, tree, rules, ward.command, ward.commit))
      std::visit([&](const auto& one) { check(one, tree); }, candidate);
  }
}

/// One small change of a text, as hands and merges make them.
class Mutation {
 public:
  Mutation(std::string text, unsigned seed) : text_(std::move(text)), random_(seed) {}

  std::string made() && {
    const auto lines = line_starts();
    const auto at = lines[upto(lines.size() - 1)];
    const auto end = std::min(text_.find('\n', at), text_.size() - 1) + 1;
    switch (upto(7)) {
      case 0: text_.erase(at, end - at); break;
      case 1: text_.insert(at, text_.substr(at, end - at)); break;
      case 2: text_.insert(lines[upto(lines.size() - 1)], text_.substr(at, end - at)); break;
      case 3: text_.erase(at + upto(end - at), upto(20)); break;
      case 4: text_.insert(at + upto(end - at), sign()); break;
      case 5: text_.insert(at + upto(end - at), word()); break;
      case 6: change_number(at); break;
      default: text_.erase(end - 1, 1); break;
    }
    return std::move(text_);
  }

 private:
  std::size_t upto(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random_); }

  std::vector<std::size_t> line_starts() const {
    std::vector<std::size_t> starts = {0};
    for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
      if (text_[i] == '\n') starts.push_back(i + 1);
    }
    return starts;
  }

  std::string sign() {
    static constexpr std::array<std::string_view, 28> signs = {
        "(",  ")", "[", "]", "{", "}", "<", ">",  "\"", "'",  "`",  "\\",   "/*",           "*/",
        "//", "#", ";", ":", ",", ".", "=", "->", "\t", "  ", "\r", "\xff", "\xe2\x80\xa8", "\"\"\""};
    return std::string(signs[upto(signs.size() - 1)]);
  }

  std::string word() {
    const auto at = upto(text_.size() - 1);
    return text_.substr(at, upto(12));
  }

  // A place that a log names is another one, or none.
  void change_number(std::size_t from) {
    const auto at = text_.find_first_of("0123456789", from);
    if (at == std::string::npos) return;
    const auto end = std::min(text_.find_first_not_of("0123456789", at), text_.size());
    static constexpr std::array<std::string_view, 6> numbers = {"0",  "1",          "2",
                                                                "99", "4294967296", "18446744073709551615"};
    text_.replace(at, end - at, numbers[upto(numbers.size() - 1)]);
  }

  std::string text_;
  std::mt19937 random_;
};

}  // namespace
}  // namespace regreen

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  if (size == 0 || seed % 8 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::string text(regreen::text_of(data, size));
  for (unsigned i = 0; i < 1 + seed % 3; ++i) {
    if (!text.empty()) text = regreen::Mutation(std::move(text), seed + i).made();
  }
  const auto length = std::min(text.size(), max_size);
  std::copy_n(text.begin(), length, data);
  return length;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  static const RuleSet rules = shipped_rules();
  const Ward ward = ward_of(text_of(data, size));
  MemorySource log("log", ward.log);
  const auto evidence = read(log, rules, {Conclusion::failure, 1});
  if (!evidence) return 0;
  const MemoryTree tree(ward.files);
  const auto causes = all_causes(*evidence, rules);
  for (std::size_t i = 0; i < std::min(causes.size(), causes_max); ++i) mend_all(causes[i], tree, rules, ward);
  return 0;
}
