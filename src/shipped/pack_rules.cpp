// Checks and compiles rule files for the program that is being built.
// usage: regreen_pack_rules OUTPUT FILE...      writes OUTPUT and OUTPUT.database

#include <cstdio>
#include <fstream>
#include <iterator>

#include "rules/pack.h"
#include "rules/rule_set.h"

namespace regreen {
namespace {

class OneDatabase final : public DatabaseShelf {
 public:
  std::string_view find(const std::string&) override { return {}; }
  void keep(const std::string& key, std::string_view bytes) override { all = key + std::string(bytes); }
  std::string all;
};

RuleFile read(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return {name, std::string(std::istreambuf_iterator<char>(file), {})};
}

bool write(const std::string& name, std::string_view bytes) {
  std::ofstream file(name, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file.good();
}

int run(const std::string& output, const std::vector<RuleFile>& files) {
  RuleFileContent content;
  for (const auto& file : files) read_rule_file(file, content);  // mistakes are told below
  const std::string packed = pack(content);
  OneDatabase database;
  const auto rules = RuleSet::load({}, files, {&database, Matching::scanning});
  if (!rules) {
    std::fprintf(stderr, "%s\n", rules.error().message.c_str());
    return 1;
  }
  if (database.all.empty()) std::fprintf(stderr, "the scanner refuses some pattern: matching will be slow\n");
  return write(output, packed) && write(output + ".database", database.all) ? 0 : 1;
}

}  // namespace
}  // namespace regreen

int main(int count, char** arguments) {
  std::vector<regreen::RuleFile> files;
  for (int i = 2; i < count; ++i) files.push_back(regreen::read(arguments[i]));
  return count < 3 ? 2 : regreen::run(arguments[1], files);
}
