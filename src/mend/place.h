#pragma once

#include "model/diagnosis.h"
#include "model/tree.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The file of the tree that a log means by a path it prints: the path itself; else what is left of it when
/// leading folders (of a runner, container or build) are stripped; else the only file of the tree that ends
/// in it. Nothing where none or several could be meant, and for files of interpreters, standard libraries and
/// installed packages.
std::optional<std::string> find_file(const Tree& tree, std::string_view printed);

/// A line of a file of the tree, as the log names it; line 0 where the log names only the file.
struct TreePlace {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;

  auto operator<=>(const TreePlace&) const = default;
};

/// The number of a line or column that a log prints; nothing where it is none that a source file has: who goes through a
/// file line by line would not come to an end.
std::optional<long> line_number(std::string_view digits);

/// The places in the tree that an occurrence names, as far as they are files of the tree; the captured one
/// first.
std::vector<TreePlace> places_of(const Tree& tree, const Occurrence& occurrence);

/// All places that a diagnosis and its occurrences name, each once, in reading order.
std::vector<TreePlace> places_of(const Tree& tree, const Diagnosis& diagnosis);

/// The files of `places_of`, each once.
std::vector<std::string> files_of(const Tree& tree, const Diagnosis& diagnosis);

/// What happened, every time: the occurrences, or the diagnosis itself where it has none.
std::vector<Occurrence> occurrences_of(const Diagnosis& diagnosis);

/// What the log shows of an occurrence: the lines above, the line itself, the lines below.
std::vector<std::string> lines_of(const Occurrence& occurrence);

/// The value of a capture; empty where there is none.
std::string_view capture(const Occurrence& occurrence, std::string_view name);

/// Does a file whose name matches one of the globs hold a text? What only a log names is neither installed nor set up.
bool is_mentioned(const Tree& tree, std::span<const std::string_view> globs, std::string_view text);

/// The parts of a path: "a/b/c.py" → folder "a/b", name "c.py".
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);

/// Makefile, makefile, GNUmakefile.
bool is_makefile(std::string_view path);

/// The Makefile that make reads in the top folder; "" where there is none.
std::string top_makefile(const Tree& tree);

/// Dockerfile, Dockerfile.test, Containerfile, api.dockerfile.
bool is_dockerfile(std::string_view path);

/// Does a path lie in a folder for copies of other people's code? Nobody corrects what lies there.
bool is_vendored(std::string_view path);

/// "a/b" and "c" → "a/b/c"; "" and "c" → "c".
std::string path_in(std::string_view folder, std::string_view name);

/// The file of a name in a file's folder, or the nearest above; "" where there is none.
std::string nearest(const Tree& tree, std::string_view file, std::string_view name);

/// The way from a folder to a file or folder of the same tree: "../core", "lib/a.ts"; "." for itself.
std::string path_from(std::string_view folder, std::string_view to);

/// A relative path with "." and ".." parts resolved; nothing where it leaves its folder or is absolute.
std::optional<std::string> resolved(std::string_view path);

}  // namespace regreen
