#include "deliver/texts.h"

#include "base/text.h"
#include "deliver/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

struct Known {
  std::string_view file;
  TextOf what;
  std::size_t bytes_max;  // GitHub takes 65,536 characters for a text; a comment has a part for each workflow
};

constexpr auto known = std::to_array<Known>({
    {"pull-request.md", TextOf::pull_request, 60'000},
    {"notice.md", TextOf::notice, 7'000},
    {"issue.md", TextOf::issue, 60'000},
    {"check-run.md", TextOf::check_run, 60'000},
    {"review.md", TextOf::review, 60'000},
    {"summary.md", TextOf::summary, 60'000},
});

Result<Known> known_as(const TextFile& file) {
  const auto slash = file.name.rfind('/');
  const auto found =
      std::ranges::find(known, slash == std::string::npos ? file.name : file.name.substr(slash + 1), &Known::file);
  if (found != known.end()) return *found;
  std::vector<std::string> names;
  for (const auto& one : known) names.emplace_back(one.file);
  return fail(ErrorKind::invalid,
              fmt::format("{}: there is no such text (known: {})", printable(file.name), join(names, ", ")));
}

}  // namespace

Result<Texts> Texts::load(std::span<const TextFile> files) {
  Texts texts;
  for (const auto& file : files) {
    const Known one = TRY(known_as(file));
    texts.forms_[one.what] = TRY(Form::parse(file, value_names(), one.bytes_max));
  }
  return texts;
}

std::string Texts::tell(TextOf what, const Case& one) const {
  const auto form = forms_.find(what);
  return form == forms_.end() ? "" : form->second.fill(values_of(one));
}

}  // namespace regreen
