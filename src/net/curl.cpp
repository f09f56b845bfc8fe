#include "net/curl.h"

#include <dlfcn.h>

#include <optional>

namespace regreen {
namespace {

constexpr const char* library_name = "libcurl.so.4";  // its interface since 2006

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

// Stays loaded: what it set up is for the life of the process.
std::optional<Curl> load() {
  void* const library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  Curl curl;
  decltype(&curl_global_init) global_init = nullptr;
  const bool is_whole =
      find(library, "curl_easy_init", curl.easy_init) && find(library, "curl_easy_setopt", curl.easy_setopt) &&
      find(library, "curl_easy_perform", curl.easy_perform) && find(library, "curl_easy_cleanup", curl.easy_cleanup) &&
      find(library, "curl_easy_strerror", curl.easy_strerror) &&
      find(library, "curl_slist_append", curl.slist_append) &&
      find(library, "curl_slist_free_all", curl.slist_free_all) && find(library, "curl_global_init", global_init);
  if (!is_whole || global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return std::nullopt;
  return curl;
}

}  // namespace

const Curl* curl() {
  static const std::optional<Curl> loaded = load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace regreen
