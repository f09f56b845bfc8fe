#include "mend/c/code/format_call.h"

#include "base/text.h"
#include "mend/c/code/format_spec.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr int brackets_max = 8;  // around an argument, that anybody writes

/// A part of a code.
struct Item {
  std::size_t begin = 0, end = 0;
};

std::vector<Item> items_between(std::string_view code, std::size_t open, std::size_t close) {
  std::vector<Item> items;
  for (const auto item : items_of(code.substr(open + 1, close - open - 1), Speech::c)) {
    const auto begin = offset_in(code, item);
    items.push_back({begin, begin + item.size()});
  }
  return items;
}

/// A call whose format is written in it: the slots of its texts, and the arguments that they take, one for each.
struct FormatCall {
  std::vector<FormatSlot> slots;
  std::vector<Item> values;
  std::size_t first_value = 0;  // which item of the call is the first of them
};

std::optional<FormatCall> format_call(const CSource& source, std::size_t open) {
  const auto close = closing_bracket(source.code, open);
  if (close == npos) return std::nullopt;
  const auto items = items_between(source.code, open, close);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto item = std::string_view(source.code).substr(items[i].begin, items[i].end - items[i].begin);
    if (!contains(item, "\"") || contains(item, "(")) continue;
    FormatCall call{format_slots(source.text, source.code, items[i].begin, items[i].end), {}, i + 1};
    call.values.assign(items.begin() + static_cast<std::ptrdiff_t>(i) + 1, items.end());
    if (!call.slots.empty() && call.slots.size() == call.values.size()) return call;
  }
  return std::nullopt;
}

// The parameter list and the text of a macro: `#define LOG(format, ...) log_line("%s: " format, __FILE__, ##__VA_ARGS__)`. Which
// item of a use is the argument of that number of the one call that it stands for; nothing where that is not plain.
std::optional<std::size_t> item_of_argument(const CSource& source, std::string_view macro, std::size_t argument) {
  for (const auto at : words_in(source.code, macro)) {
    const auto line = line_before(source.code, at);
    const auto open = at + macro.size();
    if (!trim(line).starts_with('#') || !trim(line).ends_with("define") || source.code.substr(open, 1) != "(") continue;
    const auto close = closing_bracket(source.code, open);
    const auto call = close == npos ? npos : source.code.find('(', close);
    const auto end = call == npos ? npos : closing_bracket(source.code, call);
    if (end == npos) return std::nullopt;
    const auto parameters = items_between(source.code, open, close), passed = items_between(source.code, call, end);
    const auto words = [&](const Item& item) {
      return std::string_view(source.code).substr(item.begin, item.end - item.begin);
    };
    if (argument == 0 || parameters.empty() || !words(parameters.back()).ends_with("...")) return std::nullopt;
    for (std::size_t i = 0; i < passed.size(); ++i) {
      const bool is_rest = words(passed[i]) == "__VA_ARGS__" || words(passed[i]) == "##__VA_ARGS__";
      if (is_rest && argument > i) return argument - 1 - i + parameters.size() - 1;
    }
  }
  return std::nullopt;
}

/// Where the call is that a person wrote, and of which macro; the notes below a message say so.
struct Use {
  TreePlace place;
  std::string macro;  // empty where it is no macro's
  bool is_nested = false;
  std::optional<TreePlace> defined;  // where that is, for the only macro
};

Use use_of(const Tree& tree, const Occurrence& occurrence, TreePlace place) {
  Use use{place, "", false, std::nullopt};
  for (const auto& note : notes_below(tree, occurrence, {"in expansion of macro", "in definition of macro"})) {
    const auto plain = plain_quotes(note.text);
    const auto parts = split(plain, '\'');
    if (parts.size() < 2) continue;
    if (contains(note.text, "in definition")) {  // the message itself stands where the macro is used
      use.macro = parts[1];
      use.defined = note.place;
      continue;
    }
    use.is_nested |= !use.macro.empty();
    if (use.macro.empty()) use.defined = place;
    use.macro = parts[1];
    if (note.place) use.place = *note.place;
  }
  return use;
}

bool is_spec(const CSource& source, const FormatSlot& slot, std::string_view spec) {
  const auto written = std::string_view(source.text).substr(slot.size_at, slot.end - slot.size_at);
  return !slot.is_open &&
         (spec.empty() || written == spec.substr(std::min(spec.find_first_not_of("%-+ #0'123456789.*"), spec.size())));
}

class Converter {
 public:
  Converter(const Tree& tree, Draft& draft) : tree_(tree), draft_(draft) {}

  void read(const Occurrence& occurrence) {
    const auto places = places_of(tree_, occurrence);
    const auto wrong = places.empty() ? std::nullopt : format_mismatch(occurrence.at.text);
    if (!wrong) return;
    const auto use = use_of(tree_, occurrence, places[0]);
    const auto* source = source_at(use.place.file);
    const auto at = source ? offset_of(source->text, use.place.line, use.place.column) : std::nullopt;
    if (!at || !is_c_family(use.place.file)) return;
    const bool names_call = !use.macro.empty() && word_at(source->code, *at) == use.macro;
    const auto open = names_call ? source->code.find('(', *at) : call_around(*source, *at);
    const auto call = open == npos ? std::nullopt : format_call(*source, open);
    const auto index = call ? slot_of(*source, *call, use, *wrong, *at) : std::nullopt;
    if (index) convert(use.place.file, *source, call->slots[*index], *wrong);
  }

  void finish() {
    for (auto& [file, edits] : edits_) {
      std::ranges::sort(edits, {}, &Edit::offset);
      draft_.edit(file, std::move(edits));
      for (const auto* header : {"<inttypes.h>", "<cinttypes>"}) {
        const bool is_asked =
            needs_macros_.contains(file) && is_cpp(file) == (std::string_view(header) == "<cinttypes>");
        const auto text = is_asked ? draft_.read(file) : std::nullopt;
        if (!text || includes(*text, "inttypes.h") || includes(*text, "cinttypes")) continue;
        if (const auto edit = add_include(file, *text, header)) draft_.edit(file, {*edit});
      }
    }
  }

 private:
  const CSource* source_at(const std::string& file) {
    if (!sources_.contains(file)) sources_[file] = c_source(Draft(tree_), file);
    const auto& source = sources_[file];
    return source ? &*source : nullptr;
  }

  // The '(' of the call whose format or argument stands there.
  static std::size_t call_around(const CSource& source, std::size_t at) {
    auto open = bracket_around(source.code, at);
    for (int tried = 0; tried < brackets_max && open != npos && source.code[open] != '{'; ++tried) {
      if (source.code[open] == '(' && format_call(source, open)) return open;
      open = bracket_around(source.code, open);
    }
    return npos;
  }

  // A method's own object may be counted as its first argument.
  static bool counts_as_written(const CSource& source, const FormatCall& call, std::string_view file) {
    const auto open = bracket_around(source.code, call.values[0].begin);
    const auto name =
        open == npos ? std::string_view() : word_before(source.code, end_of_code_before(source.code, open));
    return !is_cpp(file) || name.ends_with("printf");
  }

  // Which slot is meant: of the argument at the place (clang), of the argument of that number, or the only one that is so written.
  std::optional<std::size_t> slot_of(const CSource& source, const FormatCall& call, const Use& use,
                                     const FormatMismatch& wrong, std::size_t at) {
    if (wrong.spec.empty()) {
      for (std::size_t i = 0; i < call.values.size(); ++i) {
        if (call.values[i].begin <= at && at < call.values[i].end && !call.slots[i].is_open) return i;
      }
      return std::nullopt;
    }
    const auto* home = use.defined && !use.is_nested ? source_at(use.defined->file) : nullptr;
    auto item = home ? item_of_argument(*home, use.macro, wrong.argument).value_or(npos) : npos;
    if (use.macro.empty() && counts_as_written(source, call, use.place.file)) item = wrong.argument - 1;
    if (item != npos && item >= call.first_value && item - call.first_value < call.slots.size()) {
      const auto index = item - call.first_value;
      return is_spec(source, call.slots[index], wrong.spec) ? std::optional(index) : std::nullopt;
    }
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < call.slots.size(); ++i) {
      if (!is_spec(source, call.slots[i], wrong.spec)) continue;
      if (only) return std::nullopt;
      only = i;
    }
    return only;
  }

  void convert(const std::string& file, const CSource& source, const FormatSlot& slot, const FormatMismatch& wrong) {
    const auto was = source.text[slot.end - 1];
    const auto wanted = conversion_for(wrong.type, was);
    const auto flags = std::string_view(source.text).substr(slot.percent, slot.size_at - slot.percent);
    const bool is_number = wanted.letter != 's';
    if (wanted.letter == 0 || misuses_precision(flags, was, wanted.letter)) return;
    if (!is_number && flags.find_first_of("+ #0") != npos) return;
    Edit edit{slot.size_at, slot.end - slot.size_at, wanted.size + wanted.letter};
    if (!wanted.macro.empty()) {
      const bool ends = source.text.substr(slot.end, 1) == "\"";
      edit.text = "\" " + wanted.macro + (ends ? "" : " \"");
      edit.length += ends ? 1 : 0;
      needs_macros_.insert(file);
    }
    auto& edits = edits_[file];
    if (std::ranges::find(edits, edit.offset, &Edit::offset) == edits.end()) edits.push_back(std::move(edit));
  }

  const Tree& tree_;
  Draft& draft_;
  std::map<std::string, std::optional<CSource>> sources_;
  std::map<std::string, std::vector<Edit>> edits_;
  std::set<std::string> needs_macros_;
};

}  // namespace

void convert_by_type(const Patient& patient, Draft& draft) {
  Converter converter(patient.tree, draft);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (contains(occurrence.at.text, "[-Werror") && contains(occurrence.at.text, "format")) converter.read(occurrence);
  }
  converter.finish();
}

}  // namespace regreen
