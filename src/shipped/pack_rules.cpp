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

Result<void> run(const std::string& output, const std::vector<RuleFile>& files) {
  TRY(RuleSet::load({}, files, {nullptr, Matching::plain}));  // tells all mistakes
  RuleFileContent content;
  for (const auto& file : files) read_rule_file(file, content);
  OneDatabase database;
  const auto finder = make_hyperscan_finder(patterns_of(content), &database);
  if (!finder && finder.error().kind != ErrorKind::unavailable) return tl::unexpected(finder.error());
  const bool written = write(output, pack(content)) && write(output + ".database", database.all);
  return written ? Result<void>() : fail(ErrorKind::invalid, "cannot write " + output);
}

}  // namespace
}  // namespace regreen

int main(int count, char** arguments) {
  if (count < 3) return 2;
  std::vector<regreen::RuleFile> files;
  for (int i = 2; i < count; ++i) files.push_back(regreen::read(arguments[i]));
  const auto done = regreen::run(arguments[1], files);
  if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return done ? 0 : 1;
}
