#include "read/text.h"

#include "base/text.h"
#include "read/dialect.h"
#include "read/lines.h"

namespace regreen {
namespace {

// All dialects, asked in this order; most lines say nothing in any of them.
class Ear {
 public:
  explicit Ear(GitHubDialect::Groups groups) : github_(groups) {}

  Heard hear(const Line& line, Outline& outline) {
    if (const auto heard = github_.hear(line, outline)) return *heard;
    if (const auto heard = travis_.hear(line, outline)) return *heard;
    if (const auto heard = gitlab_.hear(line, outline)) return *heard;
    if (const auto heard = jenkins_.hear(line, outline)) return *heard;
    if (const auto heard = buildkite_.hear(line, outline)) return *heard;
    if (const auto heard = shell_.hear(line, outline)) return *heard;
    return {Voice::program, line.text};
  }

 private:
  GitHubDialect github_;
  TravisDialect travis_;
  GitLabDialect gitlab_;
  JenkinsDialect jenkins_;
  BuildkiteDialect buildkite_;
  ShellDialect shell_;
};

Part make_part(const TextName& name, Outline& outline, Collector& collector, std::size_t lines) {
  outline.conclude();
  Part part;
  part.file = name.file;
  part.lines = lines;
  part.is_aside = name.kind == TextName::Kind::system || lines == 0;
  for (auto& step : outline.steps()) {
    part.steps.push_back(std::move(step.step));
    part.stamps.push_back(std::move(step.stamp));
  }
  collector.finish(part);
  return part;
}

}  // namespace

TextName parse_name(const std::string& file) {
  TextName name{TextName::Kind::any, file, "", "", ""};
  const auto slash = file.rfind('/');
  std::string_view base = file;
  if (slash != std::string::npos) {
    name.folder = file.substr(0, slash);
    base.remove_prefix(slash + 1);
  }
  const std::string job = name.folder.substr(name.folder.rfind('/') + 1);
  const auto number = base.find('_');
  const bool numbered =
      number != std::string_view::npos && parse_number(base.substr(0, number)) && base.ends_with(".txt");
  if (base == "system.txt" && !job.empty()) {
    name.kind = TextName::Kind::system;
    name.job = job;
    name.step = "system";
  } else if (numbered) {
    const std::string title(base.substr(number + 1, base.size() - number - 5));
    const bool is_step = !name.folder.empty() && !name.folder.ends_with(".zip");
    name.kind = is_step ? TextName::Kind::step : TextName::Kind::job;
    name.job = is_step ? job : title;
    if (is_step) name.step = title;
  }
  return name;
}

Result<Part> read_text(const TextName& name, const Pull& bytes, const RuleSet& rules) {
  const bool is_step = name.kind == TextName::Kind::step || name.kind == TextName::Kind::system;
  Outline outline(name.file);
  outline.current().step.job = name.job;
  outline.current().step.name = name.step;
  if (name.kind == TextName::Kind::step) outline.job().steps_are_gates = outline.job().is_complete = true;
  Ear ear(is_step ? GitHubDialect::Groups::are_output : GitHubDialect::Groups::begin_steps);
  Collector collector(name.file, rules);
  Lines lines(bytes);
  for (Line line; TRY(lines.next(line));) {
    outline.begin_line(line.number, line.stamp);
    const std::size_t before = outline.index();
    const Heard heard = ear.hear(line, outline);
    if (outline.index() != before) collector.end_step(before, outline.steps()[before].step.last.line);
    collector.keep(line.number, line.text);
    if (heard.voice == Voice::program) collector.match(line.number, heard.text, outline.index());
  }
  collector.end_step(outline.index(), lines.count());
  return make_part(name, outline, collector, lines.count());
}

}  // namespace regreen
