// rust.apply-suggestion: does what rustc and Clippy propose: names spelt right, marks added, lines replaced, and what
// nothing uses taken out.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/overlap.h"
#include "mend/place.h"
#include "mend/rust/code/proposal.h"
#include "mend/rust/code/type_gap.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/modules/unused.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/missing_brace.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

// `if let Some(<item>) = x`, `let v = vec![..];`: a person has to fill in what is left out. `Some(..)` is a pattern.
bool has_gap(std::string_view wanted) {
  return contains(wanted, "<item>") || contains(wanted, "!(..)") || contains(wanted, "![..]");
}

// A source and what one message asks of it.
class RustSource {
 public:
  RustSource(const Tree& tree, const std::string& path, std::string text)
      : tree_(tree), path_(path), source_(std::move(text)) {}

  std::vector<Edit> edits_for(const RustcMessage& message) const {
    if (!source_.lines.has(message.line) || has_changed(message)) return {};
    if (auto edits = without_unused({tree_, path_, source_}, message)) return *edits;
    if (contains(message.header, "unclosed delimiter")) return with_brace();
    if (auto edits = by_inline_help(message); !edits.empty()) return edits;
    if (contains(message.header, "arguments to this")) return of_arguments(message);
    auto helps = message.helps;
    if (contains(message.header, "undeclared lifetime")) std::ranges::reverse(helps);  // the block before its function
    for (const auto& help : helps) {
      if (auto edits = by_help(help, message); !edits.empty()) return edits;
    }
    return bridged_types(source_, message);
  }

 private:
  // Is the line another one by now than the message is about? rustc shortens long lines.
  bool has_changed(const RustcMessage& message) const {
    const auto now = replace_all(std::string(trim(source_.lines.line(message.line))), "\t", "    ");
    return !message.shown.empty() && !contains(message.shown, "...") && !trim(message.shown).ends_with(now);
  }

  // Several arguments of one call are wrong: each has a help of its own.
  std::vector<Edit> of_arguments(const RustcMessage& message) const {
    std::vector<Edit> edits;
    for (const auto& help : message.helps) {
      auto more = by_help(help, message);
      if (std::ranges::any_of(more, [&](const Edit& edit) { return overlap(edit, edits); })) continue;
      std::ranges::move(more, std::back_inserter(edits));
    }
    return edits;
  }

  // rustc counts characters; whether it is the place is asked of what stands there.
  std::vector<Edit> replaced(const RustcMessage& message, const std::string& wanted) const {
    const auto at = place_in(source_, message);
    if (!at || wanted.empty() || wanted.size() > 200 || wanted.find_first_of("\n\r") != npos) return {};
    const auto length = std::min(message.width, source_.lines.end(message.line) - *at);
    const auto there = std::string_view(source_.text).substr(*at, length);
    if (there == wanted || length == 0) return {};
    return {{*at, length, wanted}};
  }

  std::vector<Edit> without(const RustcMessage& message) const {
    const auto at = place_in(source_, message);
    if (!at || *at + message.width > source_.lines.end(message.line)) return {};
    return {{*at, message.width, ""}};
  }

  std::vector<Edit> by_inline_help(const RustcMessage& message) const {
    const std::string_view help = message.inline_help;
    if (help.starts_with("add `;` here")) return inserted(message, ";");
    if (help == "remove this") return without(at_help(message));
    if (contains(help, "introducing lifetime")) return with_lifetime(at_help(message), last_quoted(help));
    if (help.starts_with("remove") && help.ends_with("generics")) return without_generics(message);
    if (contains(help, "this semicolon"))
      return stands_at(at_help(message), ";") ? without(at_help(message)) : std::vector<Edit>{};
    if (contains(help, "similar name") || contains(help, "did you mean") || contains(help, "maybe you meant") ||
        contains(help, "unknown field")) {
      return respelt(message, last_quoted(help));
    }
    const bool clear = help.starts_with("try") || contains(help, "clearer") || contains(help, "consider") ||
                       contains(help, "remove") || contains(help, "replace") || contains(help, "use ") ||
                       contains(help, "change") || contains(help, "simplify") || contains(help, "convert") ||
                       contains(help, "add explicit lifetime");
    if (clear && help.ends_with('`') && contains(help, ": `")) {
      const auto wanted = last_quoted(help);
      if (has_gap(wanted)) return {};
      if (wanted.starts_with('.')) return converted(message, wanted);
      if (wanted.starts_with("-> ")) return with_type(at_help(message), wanted);
      if (contains(message.header, "error[E") && wanted.starts_with("mut "))
        return made_mutable(message, wanted.substr(4));
      if (wanted.starts_with("&mut ") && !stands_at(at_help(message), "&" + wanted.substr(5)) &&
          !(contains(help, "mutably borrowing") && stands_at(at_help(message), wanted.substr(5))))
        return {};
      return replaced(at_help(message), wanted);
    }
    return {};
  }

  bool stands_at(const RustcMessage& message, std::string_view text) const {
    const auto at = place_in(source_, message);
    return at && std::string_view(source_.text).substr(*at, message.width) == text;
  }

  // The message as if it spoke of what its inline help speaks of.
  static RustcMessage at_help(RustcMessage message) {
    if (message.help_line == 0) return message;
    message.line = message.help_line;
    message.column = message.help_column;
    message.width = message.help_width;
    return message;
  }

  // `.to_string()` behind what the carets mark: there the help begins, in another row it belongs to another place.
  std::vector<Edit> converted(const RustcMessage& message, const std::string& wanted) const {
    const auto at = place_in(source_, message);
    const bool is_behind = message.help_line == message.line &&
                           message.help_column + message.help_width == message.column + message.width + 1;
    if (!at || !is_behind || !contains(message.inline_help, "conversion method") || wanted.size() > 40) return {};
    const auto end = *at + message.width;
    if (end > source_.lines.end(message.line) || source_.text.substr(end, 1) == "." ||
        (is_word_byte(source_.text[end - 1]) && end < source_.text.size() && is_word_byte(source_.text[end])))
      return {};
    return {{end, 0, wanted}};
  }

  // `<'a>` behind the name, or `'a, ` before other parameters
  std::vector<Edit> with_lifetime(const RustcMessage& message, const std::string& wanted) const {
    const auto at = place_in(source_, message);
    const bool is_there = at && std::string_view(source_.text).substr(*at).starts_with(wanted);
    if (!at || is_there || !contains(wanted, "'") || wanted.size() > 40) return {};
    return {{*at, 0, wanted}};
  }

  // `Line<'a>` of a type that has no parameters any more
  std::vector<Edit> without_generics(const RustcMessage& message) const {
    const auto at = place_in(source_, message);
    const auto open = at ? *at + message.width : npos;
    if (open >= source_.code.size() || source_.code[open] != '<') return {};
    const auto close = closing_angle(source_.code, open);
    if (close == npos || close > source_.lines.end(message.line)) return {};
    return {{open, close - open + 1, ""}};
  }

  // `-> u32` behind the parameters
  std::vector<Edit> with_type(const RustcMessage& message, const std::string& wanted) const {
    const auto at = place_in(source_, message);
    const auto body = at ? source_.code.find('{', *at) : npos;
    const auto end = body == npos ? 0 : end_of_code_before(source_.code, body);
    if (end == 0 || source_.code[end - 1] != ')' || source_.lines.number_at(body) != message.line) return {};
    return {{end, 0, " " + wanted}};
  }

  // The help stands at the declaration, the message where the value is changed: the last `let` before it.
  std::vector<Edit> made_mutable(const RustcMessage& message, const std::string& name) const {
    if (!is_identifier(name)) return {};
    std::size_t declared = npos;
    for (const auto at : words_in(source_.code, name)) {
      if (at >= source_.lines.begin(message.line)) break;
      const auto before = source_.before_in_line(at);
      const bool is_let = before == "let" || before.ends_with(" let") || before.ends_with("{let");
      const bool is_parameter = source_.code.substr(at + name.size(), 1) == ":" &&
                                source_.code.substr(at + name.size(), 2) != "::" &&
                                (before.ends_with('(') || before.ends_with(','));
      if (is_let || is_parameter) declared = at;
    }
    return declared == npos ? std::vector<Edit>{} : std::vector<Edit>{{declared, 0, "mut "}};
  }

  std::vector<Edit> inserted(const RustcMessage& message, const std::string& mark) const {
    const auto at = place_in(source_, message);
    if (!at) return {};
    const auto end = end_of_code_before(source_.code, *at);
    if (end == 0 || source_.code.substr(end - 1, 1) == mark || source_.code.substr(end, 1) == mark) return {};
    return {{end, 0, mark}};
  }

  // The wrong name is one of those in the header: the one that stands where the carets are. What rustc finds similar may be the
  // opposite: `create_account`, where `delete_account` is gone.
  std::vector<Edit> respelt(const RustcMessage& message, const std::string& help) const {
    const auto wanted = last_part(help);
    if (!is_identifier(wanted)) return {};
    std::vector<std::string> names;
    for (const auto& quoted : all_quoted(message.header)) {
      const auto name = last_part(quoted);
      if (is_identifier(name) && name != wanted && !is_other_word(wanted, name)) names.push_back(name);
    }
    for (const auto& name : names) {
      if (const auto at = offset_of(source_.text, message.line, message.column, name))
        return {{*at, name.size(), wanted}};
    }
    if (names.size() != 1) return {};
    const auto found = words_in(std::string_view(source_.code)
                                    .substr(source_.lines.begin(message.line), source_.lines.line(message.line).size()),
                                names[0]);
    if (found.size() != 1) return {};
    return {{source_.lines.begin(message.line) + found[0], names[0].size(), wanted}};
  }

  // Does the line that rustc proposes for one with a similar name mean something else by it?
  bool says_another_word(const RustcHelp& help) const {
    if (!contains(help.text, "similar name")) return false;
    return std::ranges::any_of(help.lines, [&](const RustcLine& line) {
      const auto now = words_of(source_.lines.has(line.number) ? source_.lines.line(line.number) : "");
      const auto wanted = words_of(line.text);
      std::vector<std::string> gone, come;
      std::ranges::set_difference(now, wanted, std::back_inserter(gone));
      std::ranges::set_difference(wanted, now, std::back_inserter(come));
      return gone.size() == 1 && come.size() == 1 && is_other_word(come[0], gone[0]);
    });
  }

  std::vector<Edit> by_help(const RustcHelp& help, const RustcMessage& message) const {
    if ((!help.file.empty() && help.file != message.file) || says_another_word(help)) return {};
    if (help.lines.empty()) {
      if (contains(help.text, "similar name")) return respelt(message, last_quoted(help.text));
      return {};
    }
    if (contains(help.text, "allow(") || contains(help.text, "expect(") || contains(help.text, "underscore")) return {};
    if (contains(help.text, "consider annotating")) return {};  // rust.derive knows what must not be derived
    return proposed_edits(source_, help, message);
  }

  std::vector<Edit> with_brace() const {
    const auto brace = missing_brace(source_.text, source_.code);
    return brace ? std::vector{*brace} : std::vector<Edit>{};
  }

  const Tree& tree_;
  const std::string& path_;
  RustText source_;
};

// Is it an edit that another message asked for, too?
bool is_among(const Edit& edit, const std::vector<Edit>& edits) {
  return std::ranges::any_of(edits, [&](const Edit& one) {
    return one.offset == edit.offset && one.length == edit.length && one.text == edit.text;
  });
}

}  // namespace

std::vector<Patch> apply_rust_suggestion(const Patient& patient) {
  std::map<std::string, std::vector<RustcMessage>> by_file;
  for (auto& message : rustc_messages(patient.diagnosis)) {
    if (const auto file = find_file(patient.tree, message.file); file && file->ends_with(".rs"))
      by_file[*file].push_back(std::move(message));
  }
  Draft all(patient.tree), first(patient.tree);
  for (const auto& [file, messages] : by_file) {
    const auto text = all.read(file);
    if (!text) continue;
    const RustSource source(patient.tree, file, *text);
    std::vector<Edit> edits;
    for (const auto& message : messages) {
      auto wanted = source.edits_for(message);
      std::erase_if(wanted, [&](const Edit& edit) { return is_among(edit, edits); });
      if (wanted.empty() || std::ranges::any_of(wanted, [&](const Edit& edit) { return overlap(edit, edits); }))
        continue;
      if (first.patch().empty()) first.edit(file, wanted);
      for (auto& edit : wanted) edits.push_back(std::move(edit));
    }
    all.edit(file, std::move(edits));
  }
  if (all.patch().empty()) return {};
  std::vector<Patch> patches = {all.patch()};
  if (first.patch() != all.patch() && !first.patch().empty()) patches.push_back(first.patch());
  return patches;
}

}  // namespace regreen
