// rust.fix-doc-link: the documentation links to a name that is not there, or not in scope where it is written.
//
//   error: unresolved link to `Pipe::close`
//     --> src/channel.rs:15:65
//
// A name that nothing has any more is that of the only type which has all members that links ask of it, else of the only one
// that it can be a slip of. A name that the package gives to one thing is linked by the path that leads there.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A link that leads nowhere.
struct Link {
  TreePlace place;
  std::size_t offset = 0;  ///< of its target in the source
  std::string target;      ///< "Pipe::close"
  std::string front;       ///< "crate::" before it
  std::string type, member;
};

/// Names that people link to and seldom import.
struct Known {
  std::string_view name, path;
};
constexpr auto known = std::to_array<Known>({{"HashMap", "std::collections::HashMap"},
                                             {"HashSet", "std::collections::HashSet"},
                                             {"BTreeMap", "std::collections::BTreeMap"},
                                             {"BTreeSet", "std::collections::BTreeSet"},
                                             {"VecDeque", "std::collections::VecDeque"},
                                             {"BinaryHeap", "std::collections::BinaryHeap"},
                                             {"Arc", "std::sync::Arc"},
                                             {"Mutex", "std::sync::Mutex"},
                                             {"RwLock", "std::sync::RwLock"},
                                             {"Rc", "std::rc::Rc"},
                                             {"RefCell", "std::cell::RefCell"},
                                             {"Cow", "std::borrow::Cow"},
                                             {"Path", "std::path::Path"},
                                             {"PathBuf", "std::path::PathBuf"},
                                             {"OsStr", "std::ffi::OsStr"},
                                             {"OsString", "std::ffi::OsString"},
                                             {"Hash", "std::hash::Hash"},
                                             {"Hasher", "std::hash::Hasher"},
                                             {"Instant", "std::time::Instant"},
                                             {"SystemTime", "std::time::SystemTime"},
                                             {"FromStr", "std::str::FromStr"},
                                             {"Future", "std::future::Future"},
                                             {"Pin", "std::pin::Pin"},
                                             {"PhantomData", "std::marker::PhantomData"},
                                             {"BufRead", "std::io::BufRead"},
                                             {"BufReader", "std::io::BufReader"},
                                             {"Deref", "std::ops::Deref"}});

std::optional<Link> link_of(const Patient& patient, const Occurrence& occurrence) {
  const auto place = rustc_place(patient.tree, occurrence);
  const auto text = place ? patient.tree.read(place->file) : std::nullopt;
  if (!text) return std::nullopt;
  Link link{*place, 0, std::string(between(occurrence.at.text, "unresolved link to `", "`")), "", "", ""};
  if (link.target.starts_with("crate::")) link.front = link.target.substr(0, 7);
  link.target.erase(0, link.front.size());
  const auto path = replace_all(link.target, "::", ":");
  const auto parts = split(path, ':');
  const auto at = offset_of(*text, place->line, place->column);
  constexpr auto here = std::to_array<std::string_view>({"Self", "self", "super", "crate"});
  const bool is_plain = std::ranges::all_of(parts, is_identifier) && parts.size() <= 2 && !is_among(parts[0], here);
  if (!is_plain || !at || !std::string_view(*text).substr(*at).starts_with(link.front + link.target))
    return std::nullopt;
  link.offset = *at + link.front.size();
  link.type = parts[0];
  link.member = parts.size() == 2 ? std::string(parts[1]) : "";
  return link;
}

/// The links of a diagnosis, and what the package of one of them has.
class Documentation {
 public:
  explicit Documentation(const Patient& patient) : tree_(patient.tree) {
    for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
      auto link = link_of(patient, occurrence);
      if (link) links_.push_back(std::move(*link));
    }
  }

  std::vector<Patch> patches() {
    std::map<std::string, std::map<std::size_t, Edit>> files;
    for (const auto& link : links_) {
      for (auto& edit : mended(link)) files[link.place.file].try_emplace(edit.offset, edit);
    }
    Draft draft(tree_);
    for (auto& [file, edits] : files) {
      std::vector<Edit> all;
      for (auto& [offset, edit] : edits) all.push_back(std::move(edit));
      draft.edit(file, std::move(all));
    }
    return draft.patches();
  }

 private:
  std::vector<Edit> mended(const Link& link) {
    const auto manifest = rust_manifest_of(tree_, link.place.file);
    if (manifest.empty()) return {};
    if (manifest != manifest_) {
      manifest_ = manifest;
      code_ = rust_code(tree_, manifest);
      names_ = rust_names(code_);
      today_.clear();
    }
    const auto text = tree_.read(link.place.file).value_or("");
    const auto code = code_only(text, Speech::rust);
    if (link.front.empty() && is_in_scope(code, link.type)) return respelt_member(link, rust_members(code_, link.type));
    if (auto edits = of_self(link, code); !edits.empty()) return edits;
    const auto same = named(link.type);
    if (same.size() > 1) return {};
    if (same.size() == 1 && same[0]->kind == "mod" && !link.member.empty()) {
      const auto members = of_module(link.type);
      if (!members.contains(link.member)) return respelt_member(link, members);
    }
    if (!same.empty()) return with_path(link, text, link.type, path_to(*same[0]));
    const auto row = std::ranges::find(known, link.type, &Known::name);
    if (row != known.end()) return with_path(link, text, link.type, std::string(row->path));
    const auto [today, fresh] = today_.try_emplace(link.type);
    if (fresh) today->second = type_today(link.type);
    const auto& type = today->second;
    if (type.empty()) return {};
    auto edits = link.front.empty() && is_in_scope(code, type)
                     ? std::vector<Edit>{{link.offset, link.type.size(), type}}
                     : with_path(link, text, type, path_to(*named(type)[0]));
    const auto shown = text_shown(link, text);
    if (words_in(shown, link.type).empty() || edits.empty()) return edits;
    const auto name = shown.starts_with('`') ? shown.substr(1) : shown;
    if (word_at(name, 0) != link.type)
      return {};  // speaks of the old one: "[the old `Channel`](crate::Channel::close)"
    edits.push_back({offset_in(text, name), link.type.size(), type});
    return edits;
  }

  // Is the type declared or imported in the source?
  static bool is_in_scope(std::string_view code, const std::string& name) {
    return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
      const auto head = head_before(code, at);
      const auto front = code.substr(0, at - head.size());
      const bool is_list = front.ends_with('{') && contains(head_before(code, front.size() - 1), "use ");
      return is_list || contains(head, "use ") || head.ends_with("struct ") || head.ends_with("enum ") ||
             head.ends_with("trait ") || head.ends_with("type ") || head.ends_with("union ");
    });
  }

  // The things that go by a name, types first of all.
  std::vector<const RustName*> named(const std::string& name) const {
    std::vector<const RustName*> all;
    for (const auto& one : names_) {
      if (one.name == name && one.is_top) all.push_back(&one);
    }
    return all;
  }

  // crate::Channel, where the root of the crate hands it on; else the modules to its file, where all may see them.
  std::string path_to(const RustName& one) const {
    const auto chain = rust_module_chain(tree_, one.file);
    const auto root = chain.empty() ? one.file : chain.back().file;
    if (name_of(root) != "lib.rs" && name_of(root) != "main.rs") return "";
    const auto code = code_only(tree_.read(root).value_or(""), Speech::rust);
    if (chain.empty() || is_in_scope(code, one.name)) return "crate::" + one.name;
    std::string path = "crate::";
    for (auto line = chain.rbegin(); line != chain.rend(); ++line) {
      const auto declaring = tree_.read(line->file).value_or("");
      if (!std::string_view(declaring).substr(0, line->offset).ends_with("pub ")) return "";
      path += line->name + "::";
    }
    return path + one.name;
  }

  // Does code of the package speak of a name, if only by its path?
  bool is_said(const std::string& name) const {
    return std::ranges::any_of(tree_.list(), [&](const std::string& path) {
      const auto text = path.ends_with(".rs") ? tree_.read(path).value_or("") : "";
      return contains(text, name) && !words_in(code_only(text, Speech::rust), name).empty();
    });
  }

  // What a type is called today: the only one with all members that links ask of it, else the only one near it.
  std::string type_today(const std::string& old) const {
    std::set<std::string> types, having;
    if (is_said(old)) return "";
    for (const auto& one : names_) {
      const bool is_type = one.kind == "struct" || one.kind == "enum" || one.kind == "trait" || one.kind == "union";
      if (is_type && one.is_top) types.insert(one.name);
    }
    std::set<std::string> members;
    for (const auto& link : links_) {
      if (link.type == old && !link.member.empty()) members.insert(link.member);
    }
    members.erase("new");
    members.erase("default");
    for (const auto& type : types) {
      if (members.empty()) break;
      const auto has = rust_members(code_, type);
      if (std::ranges::includes(has, members)) having.insert(type);
    }
    const auto found = having.size() == 1 ? *having.begin()
                       : members.empty()  ? only_near(types, old)
                                          : only_near(having, old);
    return named(found).size() == 1 ? found : "";
  }

  // What a module declares.
  std::set<std::string> of_module(const std::string& module) const {
    std::map<std::string, std::set<std::string>> files;
    for (const auto& one : names_) {
      if (one.is_top) files[one.file].insert(one.name);
    }
    std::set<std::string> members;
    for (auto& [file, names] : files) {
      const auto line = rust_module_line(tree_, file);
      if (line && line->name == module) members.merge(names);
    }
    return members;
  }

  // [`close`] beside the method: [`Self::close`]
  static std::vector<Edit> of_self(const Link& link, std::string_view code) {
    const auto open = bracket_around(code, link.offset);
    if (!link.member.empty() || open == npos || words_in(head_before(code, open), "impl").empty()) return {};
    const auto close = closing_bracket(code, open);
    const auto block = code.substr(open, close == npos ? npos : close - open);
    const bool has_it = std::ranges::any_of(words_in(block, link.type),
                                            [&](std::size_t at) { return block.substr(0, at).ends_with("fn "); });
    return has_it ? std::vector<Edit>{{link.offset, 0, "Self::"}} : std::vector<Edit>{};
  }

  // [`Channel::shut`] → [`Channel::close`], where only that is near
  static std::vector<Edit> respelt_member(const Link& link, const std::set<std::string>& members) {
    if (link.member.empty() || members.contains(link.member)) return {};
    const auto right = only_near(members, link.member);
    if (right.empty()) return {};
    return {{link.offset + link.type.size() + 2, link.member.size(), right}};
  }

  // What a link with a target of its own shows: "`Channel`" of [`Channel`](crate::Channel).
  static std::string_view text_shown(const Link& link, std::string_view text) {
    const auto front = text.substr(0, link.offset - link.front.size());
    const auto open = front.ends_with("](") ? front.rfind('[') : npos;
    return open == npos ? std::string_view() : front.substr(open + 1, front.size() - open - 3);
  }

  // [`Channel`] → [`Channel`](crate::Channel); a target that is written out becomes the path.
  static std::vector<Edit> with_path(const Link& link, std::string_view text, const std::string& type,
                                     const std::string& path) {
    const auto end = link.offset + link.target.size();
    const auto target = path + (link.member.empty() ? "" : "::" + link.member);
    if (path.empty()) return {};
    const auto begin = link.offset - link.front.size();
    if (text.substr(0, begin).ends_with("](")) return {{begin, end - begin, target}};
    const auto close = text.substr(end).starts_with("`]") ? end + 1 : end;
    if (!text.substr(close).starts_with("]") || contains("([:", text.substr(close + 1, 1))) return {};
    std::vector<Edit> edits = {{close + 1, 0, "(" + target + ")"}};
    if (type != link.type) edits.push_back({link.offset, link.type.size(), type});
    return edits;
  }

  const Tree& tree_;
  std::vector<Link> links_;
  std::string manifest_;
  RustCode code_;
  std::vector<RustName> names_;
  std::map<std::string, std::string> today_;  // types that are gone, and what they are called now
};

}  // namespace

std::vector<Patch> fix_rust_doc_link(const Patient& patient) { return Documentation(patient).patches(); }

}  // namespace regreen
