#include "shipped/shipped.h"

#include "rules/pack.h"

extern "C" {
extern const char regreen_rules[], regreen_rules_end[], regreen_database[], regreen_database_end[];
extern const char regreen_model[], regreen_model_end[], regreen_samples[], regreen_samples_end[];
}

namespace regreen {
namespace {

constexpr std::size_t key_bytes = 32;  // the database begins with its key

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

// What the build packed is read by the program that was built with it, so an error cannot be.
RuleFileContent shipped_content() {
  return std::move(unpack_rules(between(regreen_rules, regreen_rules_end)).value());
}

RuleSet shipped_rules(Matching matching) {
  ShippedShelf shelf;
  return std::move(RuleSet::load(shipped_content(), {}, {&shelf, matching}).value());
}

Model shipped_model() { return std::move(Model::read_lasting(between(regreen_model, regreen_model_end)).value()); }

std::string_view shipped_samples() { return between(regreen_samples, regreen_samples_end); }

std::string_view ShippedShelf::find(const std::string& key) {
  const auto database = between(regreen_database, regreen_database_end);
  if (database.substr(0, key_bytes) == key) return database.substr(key_bytes);
  return next_ == nullptr ? std::string_view() : next_->find(key);
}

void ShippedShelf::keep(const std::string& key, std::string_view bytes) {
  if (next_ != nullptr) next_->keep(key, bytes);
}

}  // namespace regreen
