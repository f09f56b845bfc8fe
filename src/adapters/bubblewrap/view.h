#pragma once

#include <map>
#include <string>
#include <vector>

namespace regreen {

/// A part of this machine that the sandbox sees, beside the system and the repository.
struct View {
  enum class How {
    read_only,
    written,  ///< a cache: commands may write to it, and nothing flows back
    hidden,   ///< a file with credentials in a folder that is seen: it looks empty
  };

  std::string path;    ///< where the sandbox sees it
  std::string source;  ///< where it lies; empty: nowhere yet, a fresh folder
  How how = How::read_only;

  bool operator==(const View&) const = default;
};

/// What the views are chosen for.
struct Whereabouts {
  std::string home;          ///< the user's own, never seen as a whole
  std::string sandbox_home;  ///< the fresh one in the sandbox
  std::string repository;    ///< seen anyway
};

/// What commands need to see: the folders on PATH (with the installation that a bin folder belongs to, and what links
/// there point to), the paths in other variables, caches in their usual places of the home folder. Never whole home
/// folders, system state, keys or sockets. Sorted by path, parents before what lies in them.
std::vector<View> choose_views(const std::map<std::string, std::string>& variables, const Whereabouts& surroundings);

/// The paths in a variable's value: the whole of it, the parts of a list, what follows -I, = or file://.
std::vector<std::string> paths_in(const std::string& value);

/// Is a path one of those that keep credentials (.ssh, .netrc, .npmrc …)?
bool is_private_path(const std::string& path);

}  // namespace regreen
