#pragma once

#include "mend/place.h"
#include "model/diagnosis.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// A line that rustc proposes: to stand where line `number` stands, or to be inserted before it.
struct RustcLine {
  std::size_t number = 0;
  char sign = '|';  ///< '+' new, '-' goes, '~' as it will be among several, '|' as it is or, marked, will be
  std::string text;
  std::string marks;  ///< what stands under it: "+++" inserted, "~~~" replaced
};

/// A "help:" of a message with the lines that it shows.
struct RustcHelp {
  std::string text;
  std::vector<RustcLine> lines;
  std::string file = {};  ///< that it names itself; empty where it speaks of the file of the message
  std::string note = {};  ///< what it says where it is a "note:", whose lines are no proposal
};

/// One message of rustc or Clippy, as printed for people.
struct RustcMessage {
  std::string header;  ///< "error[E0425]: cannot find value `total` in this scope"
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t width = 1;      ///< of the row of carets
  std::string shown;          ///< the line that it is about, as it stands beside its number; "" where it is not shown
  std::size_t shift = 0;      ///< of its rows to the right, where bars of other marks stand before them
  std::string inline_help;    ///< "add `;` here", written beside the carets
  std::size_t help_line = 0;  ///< what the inline help speaks of; 0 where it does not stand beside its own marks
  std::size_t help_column = 0;
  std::size_t help_width = 0;
  std::string label;                      ///< what is written at the carets of types: "expected `&str`, found `String`"
  std::string noted_wanted, noted_found;  ///< the same types in full, as a note below says them
  std::string mark_row;                   ///< the last row of carets and dashes, to know what a help below it speaks of
  std::vector<RustcHelp> helps;

  bool operator==(const RustcMessage& other) const {
    return header == other.header && file == other.file && line == other.line && column == other.column;
  }
};

/// The errors around what a diagnosis found, each once.
std::vector<RustcMessage> rustc_messages(const Diagnosis& diagnosis);

/// The place in the tree that a message names on the line below it ("  --> src/lib.rs:11:27"), and not that of the
/// message before; where it names none, the first that the occurrence has.
std::optional<TreePlace> rustc_place(const Tree& tree, const Occurrence& occurrence);

/// Is it a name, or the path to one, and no type with parameters?
bool is_rust_path(std::string_view type);

/// What a path of names ends in: `HashMap` of `std::collections::HashMap`.
std::string last_part(std::string_view path);

}  // namespace regreen
