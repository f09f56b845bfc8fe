// python.join-sides: a list of requirements in which a merge was committed that nobody finished. Packages that the two sides added do not
// exclude each other; where they ask for different versions of one, a human chooses.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/dependency_home.h"
#include "mend/python/packages/requirements.h"
#include "mend/text/sides.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// "git+https://host/dial#egg=sun_dial&subdirectory=a" → "sun_dial"
std::string_view egg_of(std::string_view line) {
  for (const std::string_view sign : {"#egg=", "&egg="}) {
    const auto at = line.find(sign);
    if (at == std::string_view::npos) continue;
    const auto name = line.substr(at + sign.size());
    return name.substr(0, std::min(name.find_first_of("&[=<>!~; \t"), name.size()));
  }
  return "";
}

// "--index-url=https://one" → "--index-url"
std::string_view option_of(std::string_view line) {
  return line.substr(0, std::min(line.find_first_of(" \t="), line.size()));
}

// "Flask[async]>=2 ; python_version<'3.12'  # why" → "flask;python_version<'3.12'"
std::optional<std::string> key_of(std::string_view line) {
  line = trim(line);
  if (line.starts_with('#')) return std::string(line);
  if (line.ends_with('\\') || contains(line, "--hash")) return std::nullopt;
  const auto egg = egg_of(line);
  const auto name = egg.empty() ? requirement_name(line) : std::string(egg);
  const bool is_only_one = option_of(line) == "-i" || option_of(line) == "--index-url";
  if (egg.empty() && is_only_one) return "--index-url";
  if (egg.empty() && (line.starts_with('-') || (name.empty() && contains(line, "://")))) return std::string(line);
  if (name.empty()) return std::nullopt;
  const auto code = line.substr(0, std::min(line.find(" #"), line.size()));
  const auto marker = code.substr(std::min(code.find(';'), code.size()));
  return normalized_package(name) + replace_all(std::string(marker), " ", "");
}

// Options of which a file has as many as it likes: other lists, and folders that are installed as they are.
bool is_one_of_many(std::string_view option) {
  static constexpr auto options =
      std::to_array<std::string_view>({"-r", "--requirement", "-c", "--constraint", "-e", "--editable"});
  return is_among(option, options);
}

// Is the one a form of the other: psycopg2 and psycopg2-binary, a package with a marker and without?
bool is_form_of(std::string_view one, std::string_view other) {
  const auto name = one.substr(0, one.find(';')), longer = other.substr(0, other.find(';'));
  if (name == longer) return one.size() == name.size() || other.size() == longer.size();
  return longer.starts_with(name) && longer[name.size()] == '-';
}

// May one side have put its line where the other put its own? Nobody needs both then.
bool are_rivals(const std::string& ours, const std::string& theirs) {
  if (ours.starts_with('#') || theirs.starts_with('#')) return false;
  const bool is_option = ours.starts_with('-'), both = is_option && theirs.starts_with('-');
  if (both) return option_of(ours) == option_of(theirs) && !is_one_of_many(option_of(ours));
  if (is_option || theirs.starts_with('-')) return false;
  return contains(ours, "://") || contains(theirs, "://") || is_form_of(ours, theirs) || is_form_of(theirs, ours);
}

}  // namespace

std::vector<Patch> join_sides_of_requirements(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = is_requirements_file(path) && !is_vendored(path) ? draft.read(path) : std::nullopt;
    if (!text || !has_conflict_markers(*text)) continue;
    if (auto joined = joined_sides(*text, key_of, are_rivals)) draft.write(path, std::move(*joined));
  }
  return draft.patches();
}

}  // namespace regreen
