// python.say-utc: the newest commit gave times their zone, and now one that has none meets one that has. Where it comes from calls that
// mean UTC by their own words — a format that ends in "Z", `utcnow()`, the epoch of UNIX — they say so. What may be the time of any
// place stays.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/names.h"
#include "mend/python/types/time_origins.h"
#include "mend/trace.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto zone_words =
    std::to_array<std::string_view>({"timezone", "tz", "tzinfo", "UTC", "utc", "pytz", "ZoneInfo", "astimezone"});
constexpr auto comparisons = std::to_array<std::string_view>({"<", ">", "<=", ">="});

// The value behind an operator: a name or brackets, and what is asked of it.
PyValue value_behind(const PythonSource& source, std::size_t token, std::size_t last) {
  auto end = token;
  if (source.is(end, "(")) {
    const auto close = source.closing(end);
    if (!close) return {token, token};
    end = *close;
  }
  for (++end; end < last;) {
    const auto close = source.is(end, "(") || source.is(end, "[") ? source.closing(end) : std::nullopt;
    if (close)
      end = *close + 1;
    else if (source.is(end, ".") && source.is_name(end + 1))
      end += 2;
    else
      break;
  }
  return {token, std::min(end, last)};
}

// Of the two sides of an operator, the one that has no zone: the log says that just one has none.
std::set<TimeMaker> makers_at(const TimeFile& in, std::size_t line, bool is_comparison, TimeOrigins& origins) {
  const auto& source = in.source;
  const auto* one = source.statement_at(line);
  if (one == nullptr) return {};
  const auto statement = static_cast<std::size_t>(one - source.statements().data());
  std::set<TimeMaker> found;
  for (auto i = one->first + 1; i + 1 < one->last; ++i) {
    const auto text = source.text(i);
    const bool is_it = is_comparison ? is_among(text, comparisons) : text == "-";
    const auto first = is_it ? value_before(source, i) : i;
    if (first == i) continue;
    const auto left = origins.of(in, {first, i}, statement);
    const auto right = origins.of(in, value_behind(source, i + 1, one->last), statement);
    if (left.empty() == right.empty()) continue;
    if (!found.empty()) return {};
    found = left.empty() ? right : left;
  }
  return found;
}

std::vector<TimeMaker> makers_in(const TimeFile& in) {
  std::vector<TimeMaker> makers;
  for (std::size_t i = 0; i < in.source.tokens().size(); ++i) {
    if (const auto maker = time_maker_at(in, i)) makers.push_back(*maker);
  }
  return makers;
}

std::ptrdiff_t zones_in(const TimeFile& in) {
  return std::ranges::count_if(in.source.tokens(), [&](const auto& token) {
    return token.kind == PyKind::name && is_among(in.source.text(token), zone_words);
  });
}

// Did the newest commit give times a zone that had none? Then that is where the program goes.
bool goes_to_zones(const Patient& patient, const PythonProject& project) {
  return std::ranges::any_of(patient.last_commit.before, [&](const auto& file) {
    const auto& [path, text] = file;
    const auto now = text && path.ends_with(".py") && !is_test_file(path) ? patient.tree.read(path) : std::nullopt;
    if (!now) return false;
    const TimeFile before(path, *text, project), today(path, *now, project);
    return makers_in(before).size() > makers_in(today).size() && zones_in(before) < zones_in(today);
  });
}

bool imports(const TimeFile& in, const std::string& module, const PythonProject& project) {
  return std::ranges::any_of(imports_of(in.source), [&](const auto& one) {
    return std::ranges::any_of(one.names, [&](const auto& name) {
      const auto full = project.imported_name(in.file, one, name);
      return is_in(full, module);
    });
  });
}

// Does the file, or one that imports it, make other times without a zone, which may be of any place? Then what it makes may be meant to
// go with those.
bool goes_with_others(const std::string& file, const Tree& tree, const PythonProject& project, TimeOrigins& origins) {
  const auto module = project.module_of(file);
  return std::ranges::any_of(python_files(tree, is_no_test_file), [&](const auto& path) {
    const auto* in = origins.file(path);
    if (in == nullptr || (path != file && !imports(*in, module, project))) return false;
    const auto makers = makers_in(*in);
    return std::ranges::find(makers, TimeMaking::other, &TimeMaker::making) != makers.end();
  });
}

// `timezone.utc` as the file can say it, and the import that it needs for it; nothing where the name is taken.
std::optional<std::string> zone_of(const TimeFile& in, const TimeMaker& maker, std::vector<Edit>& edits) {
  const auto& source = in.source;
  auto first = maker.name;
  while (first > 1 && source.is(first - 1, ".")) first -= 2;
  const auto head = std::string(source.text(first));
  if (in.names.full(head) == "datetime") return head + ".timezone.utc";
  if (const auto known = in.names.bound_to("datetime.timezone"); !known.empty()) return known + ".utc";
  if (binds_at_top(source, "timezone")) return std::nullopt;
  const auto import = add_import(source, "from datetime import timezone", [](auto) { return ImportGroup::standard; });
  if (!import) return std::nullopt;
  const auto is_same = [&](const Edit& edit) { return edit.offset == import->offset && edit.text == import->text; };
  if (std::ranges::none_of(edits, is_same)) edits.push_back(*import);
  return "timezone.utc";
}

void say_utc(const TimeFile& in, const TimeMaker& maker, const std::string& zone, std::vector<Edit>& edits) {
  const auto& source = in.source;
  const auto& name = source.tokens()[maker.name];
  const auto given = [&](const std::string& text) {
    edits.push_back(with_argument(source, maker.open, maker.close, text));
  };
  switch (maker.making) {
    case TimeMaking::parsed:
      edits.push_back({end_of(source.tokens()[maker.close]), 0, ".replace(tzinfo=" + zone + ")"});
      break;
    case TimeMaking::now:
      edits.push_back({name.offset, name.length, "now"});
      edits.push_back({end_of(source.tokens()[maker.open]), 0, zone});
      break;
    case TimeMaking::from_timestamp:
      edits.push_back({name.offset, name.length, "fromtimestamp"});
      given("tz=" + zone);
      break;
    case TimeMaking::epoch: given("tzinfo=" + zone); break;
    case TimeMaking::other: break;
  }
}

// All of them, or none: the value may come from each.
void say_utc_everywhere(const std::set<TimeMaker>& makers, const Patient& patient, const PythonProject& project,
                        TimeOrigins& origins, Draft& draft) {
  std::map<std::string, std::vector<Edit>> edits;
  for (const auto& maker : makers) {
    const auto* in = origins.file(maker.file);
    if (in == nullptr || is_test_file(maker.file) || maker.making == TimeMaking::other) return;
    if (goes_with_others(maker.file, patient.tree, project, origins)) return;
    const auto zone = zone_of(*in, maker, edits[maker.file]);
    if (!zone) return;
    say_utc(*in, maker, *zone, edits[maker.file]);
  }
  for (auto& [path, of_file] : edits) draft.edit(path, std::move(of_file));
}

}  // namespace

std::vector<Patch> say_python_utc(const Patient& patient) {
  const PythonProject project(patient.tree, patient.rules);
  if (!goes_to_zones(patient, project)) return {};
  TimeOrigins origins(patient.tree, project);
  Draft draft(patient.tree);
  std::set<TimeMaker> makers;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_around(patient.tree, occurrence);
    const auto* in = places.empty() ? nullptr : origins.file(places.front().file);
    if (in == nullptr) continue;
    const bool is_comparison = contains(occurrence.at.text, "can't compare");
    makers.merge(makers_at(*in, places.front().line, is_comparison, origins));
  }
  say_utc_everywhere(makers, patient, project, origins, draft);
  return draft.patches();
}

}  // namespace regreen
