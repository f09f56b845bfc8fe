// Checks and compiles rule files for the program that is being built.
// usage: regreen_pack_rules OUTPUT FILE...      writes OUTPUT

#include "rules/pack.h"
#include "rules/rule_set.h"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace regreen {
namespace {

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
  TRY(RuleSet::load(files));  // tells all mistakes
  RuleFileContent content;
  for (const auto& file : files) read_rule_file(file, content);
  prepare_branches(content);
  unite(content.branches.needles);
  return write(output, pack(content)) ? Result<void>() : fail(ErrorKind::invalid, "cannot write " + output);
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
