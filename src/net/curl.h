#pragma once

#include <curl/curl.h>

namespace regreen {

/// libcurl, loaded when it is first asked for: with all that it brings it would double the start of a program that mostly
/// does not need it.
struct Curl {
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_perform) easy_perform = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
  decltype(&curl_slist_append) slist_append = nullptr;
  decltype(&curl_slist_free_all) slist_free_all = nullptr;
};

/// Ready for use by any thread; nullptr where it is not installed.
const Curl* curl();

}  // namespace regreen
