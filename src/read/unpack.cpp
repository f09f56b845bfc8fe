#include "read/unpack.h"

#include "base/hash.h"
#include "base/text.h"
#include "read/circleci.h"
#include "read/inflate.h"
#include "read/utf16.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t piece_bytes_max = 1 << 20;  // a source may hand over gigabytes at once, zlib takes less
constexpr std::size_t head_bytes = 1024;          // enough for every signature; that of tar begins at 257
constexpr std::size_t zip_bytes_max = 32 << 20;   // of a ZIP that is held whole; it unpacks to half a gigabyte
constexpr int depth_max = 4;                      // a .log.gz in a ZIP of a ZIP, and no matryoshka

// A bomb is stopped by what it unpacks to. Logs shrink to a tenth or a fiftieth, a loop that spams one line to a
// two-hundredth; deflate can reach a thousandth and nested archives anything.
constexpr std::uint64_t unpacked_always_allowed = std::uint64_t{256} << 20;
constexpr std::uint64_t unpacked_ratio_max = 200;
constexpr std::uint64_t unpacked_bytes_max = std::uint64_t{16} << 30;

enum class Kind { text, circleci, utf16_little, utf16_big, gzip, zstd, archive, binary };

struct Magic {
  std::string_view bytes;
  std::size_t offset;
  Kind kind;
  std::string_view what;
};

using namespace std::string_view_literals;
constexpr std::array magics = {
    Magic{"\x1F\x8B"sv, 0, Kind::gzip, "gzip"},
    Magic{"\x28\xB5\x2F\xFD"sv, 0, Kind::zstd, "zstd"},
    Magic{"PK\x03\x04"sv, 0, Kind::archive, "a ZIP"},
    Magic{"PK\x05\x06"sv, 0, Kind::archive, "an empty ZIP"},
    Magic{"ustar"sv, 257, Kind::archive, "a tar"},
    Magic{"\xFF\xFE\0\0"sv, 0, Kind::binary, "UTF-32 text; save it as UTF-8"},
    Magic{"\xFF\xFE"sv, 0, Kind::utf16_little, "UTF-16"},
    Magic{"\xFE\xFF"sv, 0, Kind::utf16_big, "UTF-16"},
    Magic{"\x89PNG"sv, 0, Kind::binary, "a PNG image"},
    Magic{"\xFF\xD8\xFF"sv, 0, Kind::binary, "a JPEG image"},
    Magic{"GIF8"sv, 0, Kind::binary, "a GIF image"},
    Magic{"RIFF"sv, 0, Kind::binary, "sound, video or an image"},
    Magic{"\x1A\x45\xDF\xA3"sv, 0, Kind::binary, "a video"},
    Magic{"ftyp"sv, 4, Kind::binary, "a video"},
    Magic{"%PDF"sv, 0, Kind::binary, "a PDF"},
    Magic{"\x7F"
          "ELF"sv,
          0, Kind::binary, "a program"},
    Magic{"\xCF\xFA\xED\xFE"sv, 0, Kind::binary, "a program"},
    Magic{"\xCA\xFE\xBA\xBE"sv, 0, Kind::binary, "a program"},
    Magic{"\0asm"sv, 0, Kind::binary, "a program"},
    Magic{"!<arch>"sv, 0, Kind::binary, "a library"},
    Magic{"SQLite format 3"sv, 0, Kind::binary, "a database"},
    Magic{"BZh"sv, 0, Kind::binary, "packed by bzip2; unpack it first"},
    Magic{"\xFD"
          "7zXZ"sv,
          0, Kind::binary, "packed by xz; unpack it first"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, 0, Kind::binary, "packed by 7-Zip; unpack it first"},
    Magic{"Rar!"sv, 0, Kind::binary, "packed by RAR; unpack it first"},
};

// Compiled files have a NUL in their first bytes, and lots of other control characters.
bool looks_binary(std::string_view head) {
  const auto odd = std::ranges::count_if(head, [](char c) {
    return (c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\b' && c != 0x1B);
  });
  return contains(head, "\0"sv) && static_cast<std::size_t>(odd) * 16 > head.size();
}

Magic kind_of(std::string_view head) {
  for (const auto& magic : magics) {
    if (head.size() > magic.offset && head.substr(magic.offset).starts_with(magic.bytes)) return magic;
  }
  if (is_circleci_output(head)) return {"", 0, Kind::circleci, "CircleCI's output"};
  return {"", 0, looks_binary(head) ? Kind::binary : Kind::text, "bytes that are no text"};
}

std::string skipped(const std::string& name, std::string_view what) { return name + ": skipped, " + std::string(what); }

class Unpacker {
 public:
  Unpacker(Source& source, Notes& notes, const FileVisitor& visit, const ZipVisitor& visit_zip, Hashing hashing)
      : source_(source), notes_(notes), visit_(visit), visit_zip_(visit_zip) {
    if (hashing == Hashing::yes) hash_.emplace();
  }

  Result<Unpacked> run() {
    const Pull given = [this] { return next_piece(); };
    while (auto name = TRY(source_.next_file())) {
      alone_ = name->empty();
      if (hash_) hash_->add(*name);
      piece_ = {};
      const std::string label = alone_ ? "" : entry_label(*name);
      if (auto opened = open(label, given, 0); !opened) return tl::unexpected(std::move(opened).error());
      while (!TRY(given()).empty()) {
      }  // all bytes are counted, and hashed
    }
    if (hash_) result_.hash = hash_->hex();
    return std::move(result_);
  }

 private:
  Result<std::string_view> next_piece() {
    if (piece_.empty()) {
      piece_ = TRY(source_.next_chunk());
      if (hash_) hash_->add(piece_);
      result_.bytes += piece_.size();
    }
    const std::string_view piece = piece_.substr(0, piece_bytes_max);
    piece_.remove_prefix(piece.size());
    return piece;
  }

  // Ends a stream that unpacks to too much.
  Pull limited(Pull bytes, const std::string& name) {
    return [this, bytes = std::move(bytes), name]() -> Result<std::string_view> {
      if (exhausted_) return std::string_view();
      const auto chunk = TRY(bytes());
      unpacked_ += chunk.size();
      if (unpacked_ <= allowed_bytes()) return chunk;
      exhausted_ = true;
      notes_.add((name.empty() ? "the log" : name) + ": unpacks to more than " + std::to_string(unpacked_ratio_max) +
                 " times its size, as a ZIP bomb does; the rest is not read. Unpack it by hand if it is a log");
      return std::string_view();
    };
  }

  Result<void> open(const std::string& name, const Pull& packed, int depth) {
    const auto [head, bytes] = TRY(peek(packed, head_bytes));
    const Magic magic = kind_of(head);
    if (magic.kind == Kind::binary && !is_bare_nul(head)) return skip(name, magic.what, depth);
    const bool unpacks = magic.kind == Kind::gzip || magic.kind == Kind::zstd || magic.kind == Kind::archive;
    if (unpacks && depth == depth_max) return skip(name, "packed too deeply", depth);
    switch (magic.kind) {
      case Kind::gzip: return open(name, limited(gunzip(bytes, name, notes_), name), depth + 1);
      case Kind::zstd: return open(name, limited(unzstd(bytes, name, notes_), name), depth + 1);
      case Kind::archive: return depth == 0 ? open_first(name, bytes) : open_archive(name, bytes, depth);
      case Kind::circleci: return visit(name, circleci_text(bytes));
      case Kind::utf16_little: return visit(name, utf16_to_utf8(bytes, ByteOrder::little));
      case Kind::utf16_big: return visit(name, utf16_to_utf8(bytes, ByteOrder::big));
      default: return visit(name, bytes);
    }
  }

  // A log that begins with NULs, as a sparse one does after a crash of its machine, is a log still.
  bool is_bare_nul(std::string_view head) const {
    return alone_ && head.find_first_not_of('\0') == std::string_view::npos;
  }

  // An archive that is not within another.
  Result<void> open_first(const std::string& name, const Pull& bytes) {
    std::string zip;
    while (zip.size() <= zip_bytes_max) {
      const auto chunk = TRY(bytes());
      if (chunk.empty()) break;
      zip += chunk;
    }
    if (zip.size() <= zip_bytes_max && take_zip(name, zip)) return {};
    const Pull again = [&, given = false]() mutable -> Result<std::string_view> {
      return std::exchange(given, true) ? bytes() : zip;
    };
    return open_archive(name, again, 0);
  }

  bool take_zip(const std::string& name, std::string_view zip) {
    auto entries = list_zip(zip);
    if (!entries) return false;
    std::uint64_t bytes = unpacked_;
    for (auto& entry : *entries) {
      bytes += entry.bytes;
      if (!name.empty()) entry.label = name + "/" + entry.label;
    }
    if (bytes > allowed_bytes() || !visit_zip_(*entries)) return false;
    unpacked_ = bytes;
    return true;
  }

  std::uint64_t allowed_bytes() const {
    return std::min(std::max(unpacked_always_allowed, result_.bytes * unpacked_ratio_max), unpacked_bytes_max);
  }

  Result<void> open_archive(const std::string& name, const Pull& bytes, int depth) {
    return each_entry(bytes, name, notes_, [&](const std::string& entry, const Pull& content) {
      const bool was_alone = std::exchange(alone_, false);
      auto opened = open(name.empty() ? entry : name + "/" + entry, limited(content, entry), depth + 1);
      alone_ = was_alone;
      return opened;
    });
  }

  Result<void> visit(const std::string& name, const Pull& bytes) {
    // An archive may hold a name twice; a place must tell which.
    const std::size_t before = ++visited_[name];
    return visit_(before == 1 ? name : name + " (" + std::to_string(before) + ")", bytes);
  }

  Result<void> skip(const std::string& name, std::string_view what, int depth) {
    if (alone_) {
      return fail(ErrorKind::invalid,
                  source_.name() + ": not a log but " + std::string(what) + (depth > 0 ? ", once unpacked" : ""));
    }
    notes_.add(skipped(name, what));
    return {};
  }

  Source& source_;
  Notes& notes_;
  const FileVisitor& visit_;
  const ZipVisitor& visit_zip_;
  std::optional<Hash> hash_;
  Unpacked result_;
  std::map<std::string, std::size_t> visited_;
  std::string_view piece_;  // of the source's chunk, not handed on yet
  std::uint64_t unpacked_ = 0;
  bool exhausted_ = false;
  bool alone_ = true;  // the source is one file and we are not inside an archive
};

}  // namespace

Result<Unpacked> unpack(Source& source, Notes& notes, const FileVisitor& visit, const ZipVisitor& visit_zip,
                        Hashing hashing) {
  return Unpacker(source, notes, visit, visit_zip, hashing).run();
}

Result<bool> visit_unpacked(const std::string& name, const Pull& bytes, Notes& notes, const FileVisitor& visit) {
  const auto [head, all] = TRY(peek(bytes, head_bytes));
  const Magic magic = kind_of(head);
  switch (magic.kind) {
    case Kind::text: TRY(visit(name, all)); return true;
    case Kind::circleci: TRY(visit(name, circleci_text(all))); return true;
    case Kind::utf16_little: TRY(visit(name, utf16_to_utf8(all, ByteOrder::little))); return true;
    case Kind::utf16_big: TRY(visit(name, utf16_to_utf8(all, ByteOrder::big))); return true;
    case Kind::binary: notes.add(skipped(name, magic.what)); return true;
    default: return false;
  }
}

}  // namespace regreen
