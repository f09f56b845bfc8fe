// python.fix-requirement: a requirement that pip cannot read, find or reconcile, where its own message says what would do.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/dependency_home.h"
#include "mend/python/packages/requirement_text.h"
#include "mend/python/packages/requirements.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t candidates_max = 3;

std::string_view behind(std::string_view line, std::string_view words) {
  const auto at = line.find(words);
  return at == std::string_view::npos ? std::string_view{} : line.substr(at + words.size());
}

class RequirementFixer {
 public:
  explicit RequirementFixer(const Patient& patient) : patient_(patient) {}

  std::vector<Patch> patches() {
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) fix(occurrence);
    if (patches_.size() > candidates_max) patches_.resize(candidates_max);
    return patches_;
  }

 private:
  void fix(const Occurrence& occurrence) {
    const std::string_view line = occurrence.at.text;
    const auto package = capture(occurrence, "package");
    if (contains(line, "Invalid requirement")) return fix_operator(line);
    if (contains(line, "must be pep508")) return fix_operators();
    if (contains(line, "conflicting dependencies") || contains(line, "ResolutionImpossible"))
      return fix_conflict(occurrence);
    if (!is_package_name(package)) return;
    auto known = std::string(capture(occurrence, "actual"));
    for (const auto& other : occurrence.before) {
      if (known.empty() && contains(other, "satisfies the requirement " + std::string(package)))
        known = behind(other, "(from versions: ");
    }
    known.resize(std::min(known.find(')'), known.size()));
    if (known.empty() || known == "none")
      fix_name(package);
    else
      fix_version(package, known);
  }

  void replace(const std::vector<WrittenRequirement>& places,
               const std::function<std::string(const RequirementParts&)>& anew) {
    Draft draft(patient_.tree);
    for (auto place = places.rbegin(); place != places.rend(); ++place) {  // from the back, so that offsets hold
      const auto text = anew(parts_of_requirement(place->text));
      if (!text.empty() && text != place->text) draft.edit(place->file, {{place->offset, place->text.size(), text}});
    }
    if (!draft.patch().empty() && !is_among(draft.patch(), patches_)) patches_.push_back(draft.patch());
  }

  // `requests=2.31`, `requests=>2`, `requests 2.31`
  void fix_operator(std::string_view line) {
    std::string wrong(between(line, "Invalid requirement: '", "'"));
    if (wrong.empty()) wrong = behind(line, "Invalid requirement: ");
    const auto end = std::min(wrong.find_first_of(" [<>=!~;(@"), wrong.size());
    const auto name = wrong.substr(0, end);
    if (!is_package_name(name)) return;
    replace(requirements_of(patient_.tree, name), righted);
  }

  // Nobody says which one: all those of pyproject.toml that cannot be read.
  void fix_operators() {
    std::vector<WrittenRequirement> all;
    for (const auto& home : dependency_homes(patient_.tree)) {
      if (home.file != "pyproject.toml" || !home.group.empty()) continue;
      for (const auto& name : home.names) {
        for (auto& one : requirements_in(home.file, patient_.tree.read(home.file).value_or(""), name))
          all.push_back(std::move(one));
      }
    }
    std::ranges::sort(all, {}, &WrittenRequirement::offset);
    const auto twice = std::ranges::unique(all, {}, &WrittenRequirement::offset);
    all.erase(twice.begin(), twice.end());
    replace(all, righted);
  }

  static std::string sign_meant(std::string_view sign) {
    if (sign.empty() || sign == "=") return "==";
    if (sign == "=>") return ">=";
    if (sign == "=<") return "<=";
    if (sign == "=!") return "!=";
    return std::string(sign);
  }

  // ">=8.0 <9" → ">=8.0,<9"; "=> 2" → ">=2"; "" where it can be read already, or not even so.
  static std::string righted(const RequirementParts& parts) {
    std::string right;
    std::string_view rest = parts.versions;
    bool wrong = false;
    while (!rest.empty()) {
      const auto comma = rest.starts_with(',');
      if (comma) rest = trim(rest.substr(1));
      const auto sign = rest.substr(0, std::min(rest.find_first_not_of("<>=!~"), rest.size()));
      rest = trim(rest.substr(sign.size()));
      const auto version = rest.substr(0, std::min(rest.find_first_of(" ,<>=!~/:@;"), rest.size()));
      rest = trim(rest.substr(version.size()));
      const auto meant = sign_meant(sign);
      if (version.empty() || !contains("0123456789*", version.substr(0, 1))) return "";
      wrong |= meant != sign || (!right.empty() && !comma);
      right += (right.empty() ? "" : ",") + meant + std::string(version);
    }
    return wrong ? parts.name + right + parts.marker : "";
  }

  // A version that nobody released: a slip in one that is near. A lower bound is there for a reason, or for what is released next.
  void fix_version(std::string_view package, std::string_view known) {
    replace(requirements_of(patient_.tree, package), [&](const RequirementParts& parts) -> std::string {
      const auto digit = std::min(parts.versions.find_first_of("0123456789"), parts.versions.size());
      const auto sign = std::string(trim(std::string_view(parts.versions).substr(0, digit)));
      const auto wanted = std::string_view(parts.versions).substr(digit);
      if (sign != "==" && sign != "~=") return "";
      const auto version = contains(wanted, ",") ? std::nullopt : nearest_version(known, wanted);
      if (!version || first_number(*version) != first_number(wanted)) return "";
      return parts.name + sign + *version + parts.marker;
    });
  }

  // A name that nobody registered: a slip of a known one, or the name of a module instead of its package.
  void fix_name(std::string_view package) {
    const auto& packages = patient_.rules.table("python-packages");
    std::set<std::string> meant;
    const auto module = packages.find(replace_all(std::string(package), "-", "_"));
    if (module != packages.end() && normalized_package(module->second) != normalized_package(package)) {
      meant.insert(module->second);
    } else {
      const auto wanted = normalized_package(package);
      const std::size_t limit = wanted.size() < 5 ? 0 : wanted.size() < 8 ? 1 : 2;
      for (const auto& [name, known] : packages) {
        const auto distance = edit_distance(normalized_package(known), wanted, limit);
        if (distance == 0) return;  // a real package that this index does not have
        if (distance <= limit) meant.insert(known);
      }
    }
    if (meant.size() != 1) return;
    replace(requirements_of(patient_.tree, package), [&](const RequirementParts& parts) -> std::string {
      const auto extras = std::min(parts.name.find('['), parts.name.size());
      return *meant.begin() + parts.name.substr(extras) + parts.versions + parts.marker;
    });
  }

  static std::optional<long> first_number(std::string_view version) {
    const auto digits = version.substr(0, std::min(version.find_first_not_of("0123456789"), version.size()));
    return parse_number(digits);
  }

  // Does what another package asks for keep a pin from all of its releases: "==2.2.2" by "<1.27", or by "<2"?
  static bool lowers(std::string_view pinned, std::string_view asked) {
    if (!pinned.starts_with("==") && !pinned.starts_with("~=") && !pinned.starts_with(">=")) return false;
    const auto major = first_number(trim(pinned.substr(2)));
    for (const auto part : split(asked, ',')) {
      const auto bound = trim(part);
      const auto digit = std::min(bound.find_first_of("0123456789"), bound.size());
      const auto sign = trim(bound.substr(0, digit));
      const auto version = bound.substr(digit);
      const bool is_round =
          sign == "<" && version.find_first_of("123456789", version.find('.')) == std::string_view::npos;
      const auto highest = first_number(version).value_or(0) - (is_round ? 1 : 0);
      if (sign != ">=" && sign != ">" && sign != "!=" && major && highest < *major) return true;
    }
    return false;
  }

  // The requirements on a package in the files that pip was to install, none that a comment of its own explains.
  std::vector<WrittenRequirement> conflicting(const Occurrence& occurrence, std::string_view package) const {
    auto places = requirements_of(patient_.tree, package);
    const std::string_view said = occurrence.at.text;
    const bool names_files = contains(said, "-r ");
    std::erase_if(places, [&](const WrittenRequirement& place) {
      if (names_files && !contains(said, "-r " + place.file + " ")) return true;
      const auto text = patient_.tree.read(place.file).value_or("");
      const auto rest = std::string_view(text).substr(place.offset);
      const auto line = rest.substr(0, rest.find('\n'));
      return contains(line, " #") && !contains(line, "# via");
    });
    return places;
  }

  // "The user requested a==1.9" against "b 1.0 depends on a>=2": the project's own word gives way, but not to what is older than
  // what it was made with.
  void fix_conflict(const Occurrence& occurrence) {
    std::vector<std::string> requested, needed;
    std::vector<std::string> lines = occurrence.before;
    lines.insert(lines.end(), occurrence.after.begin(), occurrence.after.end());
    for (const auto& line : lines) {
      if (const auto own = behind(line, "The user requested "); !own.empty()) requested.emplace_back(trim(own));
      if (const auto other = behind(line, " depends on "); !other.empty()) needed.emplace_back(trim(other));
    }
    for (const auto& own : requested) {
      for (const auto& other : needed) {
        auto asked = parts_of_requirement(other);
        asked.versions = plain_versions(asked.versions);
        if (!begins_requirement(own, asked.name) || asked.versions.empty() || !is_version_list(asked.versions))
          continue;
        replace(conflicting(occurrence, asked.name), [&](const RequirementParts& parts) {
          return lowers(parts.versions, asked.versions) ? "" : parts.name + asked.versions + parts.marker;
        });
      }
    }
    loosen_pins(occurrence);
  }

  static bool is_version_list(std::string_view text) {
    return text.find_first_not_of("0123456789.,<>=!~* abcrpostdev") == std::string_view::npos;
  }

  // "a==1.0 and b==2.0": each of the two may be newer.
  void loosen_pins(const Occurrence& occurrence) {
    const auto pins = between(occurrence.at.text, "Cannot install ", " because");
    const auto plain = replace_all(replace_all(std::string(pins), " and ", " "), ",", " ");
    for (const auto one : split(plain, ' ')) {
      const auto name = requirement_name(one);
      if (name.empty() || !contains(one, "==")) continue;
      replace(conflicting(occurrence, name), [&](const RequirementParts& parts) -> std::string {
        if (!parts.versions.starts_with("==") || contains(parts.versions, ",")) return "";
        return parts.name + ">=" + parts.versions.substr(2) + parts.marker;
      });
    }
  }

  const Patient& patient_;
  std::vector<Patch> patches_;
};

}  // namespace

std::vector<Patch> fix_python_requirement(const Patient& patient) { return RequirementFixer(patient).patches(); }

}  // namespace regreen
