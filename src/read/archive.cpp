#include "read/archive.h"

#include "base/text.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <cerrno>
#include <memory>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t entries_max =
    10'000;  // a run has at most 256 jobs of a few dozen steps; artifacts a few thousand
constexpr std::size_t label_bytes_max = 500;  // GitHub cuts names at 90 characters; deep artifact folders need more

// libarchive asks for bytes through C; our own errors wait here until it returns.
struct Feed {
  const Pull& pull;
  std::optional<Error> error;
  bool saw_central_directory = false;
  std::string last_bytes;  // of the chunk before, where the signature may begin
};

constexpr std::string_view central_directory_end = "PK\x05\x06";

// libarchive does not notice when a streamed ZIP lacks its end, so we look for its signature ourselves.
void look_for_end(Feed& feed, std::string_view chunk) {
  if (feed.saw_central_directory) return;
  feed.last_bytes += chunk.substr(0, central_directory_end.size() - 1);
  feed.saw_central_directory =
      contains(feed.last_bytes, central_directory_end) || contains(chunk, central_directory_end);
  feed.last_bytes = chunk.substr(chunk.size() - std::min(chunk.size(), central_directory_end.size() - 1));
}

la_ssize_t give(archive* reader, void* context, const void** buffer) {
  Feed& feed = *static_cast<Feed*>(context);
  auto chunk = feed.pull();
  if (!chunk) {
    feed.error = std::move(chunk.error());
    archive_set_error(reader, EIO, "the source failed");
    return -1;
  }
  look_for_end(feed, *chunk);
  *buffer = chunk->data();
  return static_cast<la_ssize_t>(chunk->size());
}

struct Free {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Free>;

// libarchive converts names to the locale's characters and drops what has none; in this thread, and while we read, the
// locale has them all.
class Utf8Names {
 public:
  Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{})) {
    if (locale_ != locale_t{}) before_ = uselocale(locale_);
  }
  ~Utf8Names() {
    if (locale_ == locale_t{}) return;
    uselocale(before_);
    freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_, before_{};
};

Reader open_reader(Feed& feed) {
  Reader reader(archive_read_new());
  archive_read_support_format_zip_streamable(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_open(reader.get(), &feed, nullptr, give, nullptr);
  return reader;
}

std::string why(archive* reader) {
  const char* text = archive_error_string(reader);
  return text == nullptr ? "damaged" : text;
}

std::string name_of(archive_entry* entry) {
  for (const char* name : {archive_entry_pathname_utf8(entry), archive_entry_pathname(entry)}) {
    if (name != nullptr) return name;
  }
  return "unnamed";
}

// The bytes of the current entry; what is damaged ends them with a note.
Pull entry_bytes(archive* reader, const std::string& label, Notes& notes) {
  return [=, &notes, ended = std::make_shared<bool>(false)]() -> Result<std::string_view> {
    if (*ended) return std::string_view();
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    while (true) {
      const int answer = archive_read_data_block(reader, &data, &size, &offset);
      if (answer == ARCHIVE_EOF || answer < ARCHIVE_WARN) {
        *ended = true;
        if (answer != ARCHIVE_EOF) notes.add(label + ": cut off or damaged (" + why(reader) + "); read up to there");
        return std::string_view();
      }
      if (size > 0) return std::string_view(static_cast<const char*>(data), size);
    }
  };
}

}  // namespace

std::string entry_label(std::string_view name) {
  const std::string shown = replace_all(printable(name.substr(0, 4 * label_bytes_max)), "\\", "/");
  std::vector<std::string> parts;
  for (const auto part : split(shown, '/')) {
    const bool drive = part.size() == 2 && part[1] == ':';
    if (!part.empty() && part != "." && part != ".." && !drive) parts.emplace_back(part);
  }
  return parts.empty() ? "unnamed" : shortened(join(parts, "/"), label_bytes_max);
}

Result<void> each_entry(const Pull& packed, const std::string& name, Notes& notes, const FileVisitor& visit) {
  const Utf8Names utf8_names;
  Feed feed{packed, {}, false, {}};
  const Reader reader = open_reader(feed);
  const std::string archive_name = name.empty() ? "the archive" : name;
  for (std::size_t count = 0;; ++count) {
    archive_entry* entry = nullptr;
    const int answer = archive_read_next_header(reader.get(), &entry);
    if (feed.error) return tl::unexpected(*std::move(feed.error));
    if (answer == ARCHIVE_EOF) break;
    if (answer < ARCHIVE_WARN) {
      notes.add(archive_name + ": cut off or damaged (" + why(reader.get()) + "); read up to there");
      return {};
    }
    if (count == entries_max) {
      notes.add(archive_name + ": more than " + std::to_string(entries_max) + " files; the rest is not read");
      return {};
    }
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const std::string label = entry_label(name_of(entry));
    if (auto visited = visit(label, entry_bytes(reader.get(), label, notes)); !visited) return visited;
    if (feed.error) return tl::unexpected(*std::move(feed.error));
  }
  const bool zip = (archive_format(reader.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
  while (zip && !feed.saw_central_directory) {  // what libarchive did not ask for
    const auto chunk = TRY(packed());
    if (chunk.empty()) break;
    look_for_end(feed, chunk);
  }
  if (zip && !feed.saw_central_directory) {
    notes.add(archive_name + ": the end of the ZIP is missing, files may be; fetch it again");
  }
  return {};
}

}  // namespace regreen
