#include "base/among.h"
#include "base/text.h"
#include "mend/go/language/go_source.h"

#include <array>

namespace regreen {
namespace {

// As go/build knows them.
constexpr auto systems = std::to_array<std::string_view>({"aix", "android", "darwin", "dragonfly", "freebsd", "hurd",
                                                          "illumos", "ios", "js", "linux", "nacl", "netbsd", "openbsd",
                                                          "plan9", "solaris", "wasip1", "windows", "zos"});
constexpr auto processors = std::to_array<std::string_view>(
    {"386",     "amd64",  "amd64p32", "arm",      "armbe",     "arm64",       "arm64be", "loong64",
     "mips",    "mipsle", "mips64",   "mips64le", "mips64p32", "mips64p32le", "ppc",     "ppc64",
     "ppc64le", "riscv",  "riscv64",  "s390",     "s390x",     "sparc",       "sparc64", "wasm"});

}  // namespace

std::vector<std::string> go_platforms_of(std::string_view path) {
  auto name = name_of(path);
  if (!name.ends_with(".go") || name.ends_with("_test.go")) return {};
  name = name.substr(0, name.find('.'));
  const auto words = split(name, '_');
  const std::string last(words.back());
  if (words.size() < 2) return {};
  if (is_among(last, systems)) return {last};
  if (!is_among(last, processors)) return {};
  const std::string before(words[words.size() - 2]);
  return words.size() > 2 && is_among(before, systems) ? std::vector{before, last} : std::vector{last};
}

}  // namespace regreen
