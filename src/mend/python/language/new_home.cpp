#include "mend/python/language/new_home.h"

#include "mend/python/language/names.h"

#include <algorithm>

namespace regreen {

std::set<std::string> with_companions(std::set<std::string> modules) {
  static const std::set<std::string, std::less<>> python2 = {"ConfigParser",
                                                             "Queue",
                                                             "cPickle",
                                                             "copy_reg",
                                                             "httplib",
                                                             "Cookie",
                                                             "cookielib",
                                                             "BaseHTTPServer",
                                                             "HTMLParser",
                                                             "SocketServer",
                                                             "SimpleHTTPServer",
                                                             "CGIHTTPServer",
                                                             "htmlentitydefs",
                                                             "xmlrpclib",
                                                             "urlparse",
                                                             "robotparser",
                                                             "__builtin__",
                                                             "thread",
                                                             "anydbm",
                                                             "Tkinter",
                                                             "StringIO",
                                                             "cStringIO",
                                                             "UserDict",
                                                             "commands",
                                                             "sets",
                                                             "md5",
                                                             "sha",
                                                             "urllib2",
                                                             "UserList",
                                                             "UserString",
                                                             "ttk",
                                                             "tkMessageBox"};
  const bool is_old = std::ranges::any_of(modules, [&](const auto& module) { return python2.contains(module); });
  if (!is_old) return modules;
  modules.insert(python2.begin(), python2.end());
  for (const auto* lost : {"urllib", "itertools", "string", "types", "sys"}) modules.insert(lost);
  return modules;
}

NewHome moved_from(const Table& moved, std::set<std::string> modules) {
  return [&moved, modules = std::move(modules)](std::string_view name) -> std::optional<std::string> {
    const auto found = moved.find(name);
    if (found == moved.end()) return std::nullopt;
    const auto parent = parent_of(name);
    const bool named =
        std::ranges::any_of(modules, [&](const auto& module) { return parent == module || is_in(name, module); });
    if (!named) return std::nullopt;
    return found->second;
  };
}

}  // namespace regreen
