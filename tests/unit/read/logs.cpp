#include "unit/read/logs.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

namespace regreen {
namespace {

constexpr auto rule_text = R"(
[[rule]]
id = "t.error"
category = "compile_error"
confidence = 0.9
pattern = '''error: (?P<detail>.*)'''
root_cause = "{detail}"
severity = "high"
origin = "documented"
source = "this test"
match = ["error: no"]

[[rule]]
id = "t.warning"
category = "deprecation"
confidence = 0.3
pattern = '''^warning: '''
root_cause = "a warning"
severity = "low"
role = "warning"
origin = "documented"
source = "this test"
match = ["warning: old"]

[[rule]]
id = "t.failed"
category = "test_failure"
confidence = 0.5
pattern = '''^\d+ failed'''
root_cause = "tests failed"
severity = "high"
role = "symptom"
proves = "failure"
origin = "documented"
source = "this test"
match = ["3 failed"]

[[rule]]
id = "t.passed"
category = "test_failure"
confidence = 0.1
pattern = '''^\d+ passed'''
root_cause = "tests passed"
severity = "low"
role = "symptom"
proves = "success"
origin = "documented"
source = "this test"
match = ["3 passed"]

[[rule]]
id = "t.test"
category = "test_failure"
confidence = 0.8
pattern = '''^(?:FAILED|ERROR) (?P<test>\S+) - '''
root_cause = "{test} failed"
severity = "high"
origin = "documented"
source = "this test"
match = ["FAILED a::b - c"]

[[rule]]
id = "log.instructions.test"
category = "security_finding"
confidence = 0.1
pattern = '''agents must '''
root_cause = "orders"
severity = "high"
role = "symptom"
origin = "documented"
source = "this test"
match = ["agents must"]
)";

RuleSet load_rules() {
  auto loaded = RuleSet::load({{"test.toml", rule_text}});
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return std::move(*loaded);
}

std::string packed(const Entries& entries, int (*set_format)(archive*)) {
  std::string bytes(1 << 20, '\0');
  for (const auto& [name, text] : entries) bytes.resize(bytes.size() + text.size() + 4096);
  std::size_t used = 0;
  archive* writer = archive_write_new();
  set_format(writer);
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& [name, text] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(writer, entry), ARCHIVE_OK) << archive_error_string(writer);
    archive_write_data(writer, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

}  // namespace

const RuleSet& rules() {
  static const RuleSet set = load_rules();
  return set;
}

Evidence read_files(MemorySource::Files files) {
  MemorySource source("test.log", std::move(files));
  auto evidence = read(source, rules());
  EXPECT_TRUE(evidence.has_value()) << evidence.error().message;
  return evidence.value_or(Evidence{});
}

Evidence read_log(std::string bytes, const ReadOptions& options) {
  MemorySource source("test.log", std::move(bytes));
  auto evidence = read(source, rules(), options);
  EXPECT_TRUE(evidence.has_value()) << evidence.error().message;
  return evidence.value_or(Evidence{});
}

Step step_named(const Evidence& evidence, const std::string& name) {
  for (const auto& step : evidence.steps) {
    if (step.name == name) return step;
  }
  ADD_FAILURE() << "no step is called " << name;
  return {};
}

std::vector<std::string> signal_texts(const Evidence& evidence) {
  std::vector<std::string> texts;
  for (const auto& signal : evidence.signals) texts.push_back(signal.text);
  return texts;
}

std::string zip_of(const Entries& entries) { return packed(entries, archive_write_set_format_zip); }
std::string tar_of(const Entries& entries) { return packed(entries, archive_write_set_format_ustar); }

std::string gzip_of(const std::string& text) {
  z_stream zlib{};
  deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string bytes(deflateBound(&zlib, text.size()) + 64, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  zlib.avail_in = static_cast<uInt>(text.size());
  zlib.next_out = reinterpret_cast<Bytef*>(bytes.data());
  zlib.avail_out = static_cast<uInt>(bytes.size());
  deflate(&zlib, Z_FINISH);
  bytes.resize(zlib.total_out);
  deflateEnd(&zlib);
  return bytes;
}

std::string zstd_of(const std::string& text) {
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), 1));
  return bytes;
}

std::string stamped(std::size_t number, const std::string& text) {
  std::string digits = std::to_string(number);
  digits.insert(0, 7 - std::min<std::size_t>(7, digits.size()), '0');
  return "2026-01-31T12:00:00." + digits + "Z " + text + "\n";
}

std::string github_log(const std::vector<std::string>& lines, std::size_t first) {
  std::string log;
  for (const auto& line : lines) log += stamped(first++, line);
  return log;
}

std::vector<std::string> run_step(const std::string& command, const std::vector<std::string>& output) {
  const std::vector<std::string> header = {"##[group]Run " + command,     "\x1b[36;1m" + command + "\x1b[0m",
                                           "shell: /usr/bin/bash -e {0}", "env:",
                                           "  MODE: error: not this one", "##[endgroup]"};
  return all(header, output);
}

}  // namespace regreen
