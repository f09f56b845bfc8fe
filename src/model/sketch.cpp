#include "model/sketch.h"

#include "base/among.h"
#include "base/hash.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace regreen {
namespace {

// A sketch is a small count of who printed what. Templates are chosen by their hash when there are too many (the lowest
// ones, "bottom-k" sampling: E. Cohen, H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007): every run
// chooses the same, so that what is kept of one run is found again in the next.

constexpr TemplateHash matters_not = TemplateHash{1} << 63;

constexpr std::string_view mark = "green1";  // of the format; another one is another version
constexpr std::size_t entry_bytes = 10, checksum_bytes = 8;

void put(std::string& bytes, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
}

std::uint64_t take(std::string_view& bytes, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  bytes.remove_prefix(size);
  return value;
}

tl::unexpected<Error> damaged() {
  return fail(ErrorKind::invalid, "a sketch of green runs is damaged, or of another version");
}

}  // namespace

TemplateHash template_hash(std::string_view hashed_template, bool matters) {
  const TemplateHash hash = hash_number(hashed_template);
  return matters ? hash & ~matters_not : hash | matters_not;
}

bool Sketch::add(std::uint64_t run, const Printed& printed) {
  if (is_among(run, runs_)) return false;
  runs_.insert(runs_.begin(), run);
  if (runs_.size() > runs_max) runs_.pop_back();
  cut_ = static_cast<Runs>(cut_ << 1 | (printed.is_cut ? 1 : 0));
  std::vector<Known> merged;
  merged.reserve(known_.size() + printed.templates.size());
  auto old = known_.begin();
  const auto age = [&](const Known& one) {
    if (const auto runs = static_cast<Runs>(one.runs << 1); runs != 0) merged.push_back({one.hash, runs});
  };
  for (const TemplateHash hash : printed.templates) {
    while (old != known_.end() && old->hash < hash) age(*old++);
    const bool is_known = old != known_.end() && old->hash == hash;
    merged.push_back({hash, static_cast<Runs>(is_known ? old->runs << 1 | 1 : 1)});
    if (is_known) ++old;
  }
  while (old != known_.end()) age(*old++);
  known_ = std::move(merged);
  drop_least();
  return true;
}

// What matters stays, then what most runs printed.
void Sketch::drop_least() {
  if (known_.size() <= templates_max) return;
  const auto rank = [](const Known& one) {
    return std::tuple(one.hash & matters_not, -std::popcount(one.runs), one.hash);
  };
  const auto end = known_.begin() + templates_max;
  std::ranges::nth_element(known_, end, std::less{}, rank);
  known_.erase(end, known_.end());
  std::ranges::sort(known_, std::less{}, &Known::hash);
  cut_ |= 1;
}

std::size_t Sketch::count(TemplateHash hash) const {
  Runs runs = 0;
  for (const TemplateHash one : {hash | matters_not, hash & ~matters_not}) {
    const auto found = std::ranges::lower_bound(known_, one, std::less{}, &Known::hash);
    if (found != known_.end() && found->hash == one) runs |= found->runs;
  }
  return static_cast<std::size_t>(std::popcount(runs));
}

Novelty Sketch::novelty_of(TemplateHash hash) const {
  if (runs_.empty()) return Novelty::untold;
  const std::size_t printed = count(hash);
  if (2 * printed >= runs()) return Novelty::usual;
  if (printed > 0) return Novelty::rare;
  return is_cut() ? Novelty::untold : Novelty::fresh;
}

std::string Sketch::to_bytes() const {
  std::string bytes(mark);
  bytes.reserve(64 + 8 * runs_.size() + entry_bytes * known_.size());
  put(bytes, runs_.size(), 1);
  put(bytes, cut_, 2);
  for (const auto run : runs_) put(bytes, run, 8);
  for (const auto& one : known_) {
    put(bytes, one.hash, 8);
    put(bytes, one.runs, 2);
  }
  put(bytes, hash_number(bytes), checksum_bytes);
  return bytes;
}

Result<Sketch> Sketch::from_bytes(std::string_view bytes) {
  if (!bytes.starts_with(mark) || bytes.size() < mark.size() + 3 + checksum_bytes) return damaged();
  const std::string_view checked = bytes.substr(0, bytes.size() - checksum_bytes);
  bytes.remove_prefix(checked.size());
  if (take(bytes, checksum_bytes) != hash_number(checked)) return damaged();
  std::string_view rest = checked.substr(mark.size());
  Sketch sketch;
  const std::size_t runs = take(rest, 1);
  sketch.cut_ = static_cast<Runs>(take(rest, 2));
  if (runs > runs_max || rest.size() < 8 * runs || (rest.size() - 8 * runs) % entry_bytes != 0) return damaged();
  for (std::size_t i = 0; i < runs; ++i) sketch.runs_.push_back(take(rest, 8));
  sketch.known_.reserve(rest.size() / entry_bytes);
  while (!rest.empty()) {
    const TemplateHash hash = take(rest, 8);
    sketch.known_.push_back({hash, static_cast<Runs>(take(rest, 2))});
  }
  const bool ascends = std::ranges::is_sorted(sketch.known_, std::less{}, &Known::hash);
  return ascends ? Result<Sketch>(std::move(sketch)) : damaged();
}

bool StepFilter::matches(const StepKey& key) const {
  const auto fits = [](const std::optional<std::string>& wanted, const std::string& part) {
    return !wanted || *wanted == part;
  };
  return fits(repository, key.repository) && fits(workflow, key.workflow) && fits(job, key.job) && fits(step, key.step);
}

}  // namespace regreen
