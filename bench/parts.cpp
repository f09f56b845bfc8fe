// How fast the parts of reading are, each alone, on the recordings of real tools.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "read/block.h"
#include "read/read.h"
#include "shipped/shipped.h"

namespace regreen {
namespace {

const RuleSet& rules() {
  static const RuleSet set = shipped_rules();
  return set;
}

// All recordings one after the other, four megabytes of them at least.
const std::string& text() {
  static const std::string all = [] {
    std::string one, many;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/logs")) {
      if (entry.path().extension() != ".log") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      one.append(std::istreambuf_iterator<char>(file), {});
    }
    while (many.size() < (4 << 20) && !one.empty()) many += one;
    return many;
  }();
  return all;
}

Pull pull_once() {
  return [given = false]() mutable -> Result<std::string_view> {
    return std::exchange(given, true) ? std::string_view() : std::string_view(text());
  };
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text().size()));
}

void clean_lines(benchmark::State& state) {
  for (auto _ : state) {
    Blocks blocks({"", pull_once()});
    for (Block block; blocks.next(block).value_or(false);) benchmark::DoNotOptimize(block.text().data());
  }
  count_bytes(state);
}
BENCHMARK(clean_lines);

void find_patterns(benchmark::State& state) {
  std::vector<std::uint32_t> begins = {1};
  for (std::size_t at = 1; at + 1 < text().size(); ++at) {
    if (text()[at] == '\n') begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  std::vector<Sighting> found;
  for (auto _ : state) {
    found.clear();
    rules().find({text(), begins}, found);
  }
  count_bytes(state);
}
BENCHMARK(find_patterns);

void read_log(benchmark::State& state) {
  for (auto _ : state) {
    MemorySource source("a.log", text());
    benchmark::DoNotOptimize(read(source, rules()));
  }
  count_bytes(state);
}
BENCHMARK(read_log);

void read_log_plainly(benchmark::State& state) {
  ReadOptions options;
  options.plainly = true;
  for (auto _ : state) {
    MemorySource source("a.log", text());
    benchmark::DoNotOptimize(read(source, rules(), options));
  }
  count_bytes(state);
}
BENCHMARK(read_log_plainly);

void load_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(shipped_rules());
}
BENCHMARK(load_rules);

}  // namespace
}  // namespace regreen

BENCHMARK_MAIN();
