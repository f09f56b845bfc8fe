#include "shipped/shipped.h"

#include "rules/pack.h"

extern "C" {
extern const char regreen_rules[], regreen_rules_end[];
extern const char regreen_model[], regreen_model_end[], regreen_samples[], regreen_samples_end[];
extern const char regreen_texts[];
}

namespace regreen {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

// What the build packed is read by the program that was built with it, so an error cannot be.
RuleFileContent shipped_content() { return std::move(unpack_rules(between(regreen_rules, regreen_rules_end)).value()); }

RuleSet shipped_rules(Matching matching) { return std::move(RuleSet::load(shipped_content(), {}, matching).value()); }

std::vector<TextFile> shipped_texts() {
  std::vector<TextFile> files;
  for (const char* at = regreen_texts; *at != '\0';) {
    TextFile& file = files.emplace_back();
    file.name = at;
    file.text = at + file.name.size() + 1;
    at += file.name.size() + file.text.size() + 2;
  }
  return files;
}

Model shipped_model() { return std::move(Model::read_lasting(between(regreen_model, regreen_model_end)).value()); }

std::string_view shipped_samples() { return between(regreen_samples, regreen_samples_end); }

}  // namespace regreen
