#include <hs/hs.h>

#include <mutex>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "rules/finder.h"
#include "rules/scan_form.h"

// Traps of this library, each met: every end of a match is reported, so forms have no open ends; the start of
// a match costs a third of the speed, so RE2 finds it on the line; a call per line costs as much, so lines come in
// blocks; with HS_FLAG_UTF8 the text has to be valid.

namespace regreen {
namespace {

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct FreeScratch {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
using Database = std::unique_ptr<hs_database_t, FreeDatabase>;
using Scratch = std::unique_ptr<hs_scratch_t, FreeScratch>;

constexpr hs_platform_info_t any_processor = {};

class HyperscanFinder final : public Finder {
 public:
  HyperscanFinder(Database database, Scratch scratch) : database_(std::move(database)) {
    scratches_.push_back(std::move(scratch));
  }

  void find(std::string_view block, std::vector<Sighting>& found) const override {
    Scratch scratch = take_scratch();
    if (!scratch) return;
    hs_scan(database_.get(), block.data(), static_cast<unsigned>(block.size()), 0, scratch.get(), &on_match, &found);
    const std::lock_guard lock(mutex_);
    scratches_.push_back(std::move(scratch));
  }

 private:
  static int on_match(unsigned id, unsigned long long, unsigned long long end, unsigned, void* context) {
    static_cast<std::vector<Sighting>*>(context)->push_back({static_cast<std::uint32_t>(end), id});
    return 0;
  }

  // One thread uses a scratch at a time.
  Scratch take_scratch() const {
    {
      const std::lock_guard lock(mutex_);
      if (!scratches_.empty()) {
        Scratch scratch = std::move(scratches_.back());
        scratches_.pop_back();
        return scratch;
      }
    }
    hs_scratch_t* raw = nullptr;
    hs_alloc_scratch(database_.get(), &raw);
    return Scratch(raw);
  }

  Database database_;
  mutable std::mutex mutex_;
  mutable std::vector<Scratch> scratches_;
};

std::string key_of(const std::vector<std::string>& forms) {
  Hash hash;
  hash.add(hs_version());
  for (const auto& form : forms) {
    hash.add(form);
    hash.add("\n");
  }
  return hash.hex();
}

Result<Database> compile(const std::vector<std::string>& forms) {
  std::vector<const char*> expressions;
  std::vector<unsigned> flags(forms.size(), HS_FLAG_UTF8), ids;
  for (const auto& form : forms) {
    ids.push_back(static_cast<unsigned>(ids.size()));
    expressions.push_back(form.c_str());
  }
  hs_database_t* raw = nullptr;
  hs_compile_error_t* trouble = nullptr;
  if (hs_compile_multi(expressions.data(), flags.data(), ids.data(), static_cast<unsigned>(forms.size()), HS_MODE_BLOCK,
                       &any_processor, &raw, &trouble) == HS_SUCCESS) {
    return Database(raw);
  }
  const int which = trouble->expression;
  std::string message = trouble->message;
  hs_free_compile_error(trouble);
  if (which >= 0) message += ": " + forms[static_cast<std::size_t>(which)];
  return fail(ErrorKind::invalid, message);
}

Result<Scratch> scratch_for(const Database& database) {
  hs_scratch_t* raw = nullptr;
  if (hs_alloc_scratch(database.get(), &raw) == HS_SUCCESS) return Scratch(raw);
  return fail(ErrorKind::unavailable, "Hyperscan cannot be used on this processor");
}

// A match that Vectorscan 5.4.9 misses.
Result<void> check_honesty() {
  Database database = TRY(compile({"cannot read '[^']+'\\. It is gone"}));
  Scratch scratch = TRY(scratch_for(database));
  std::vector<Sighting> found;
  HyperscanFinder(std::move(database), std::move(scratch)).find("\ncannot read 'the file'. It is gone\n", found);
  if (!found.empty()) return {};
  return fail(ErrorKind::unavailable, std::string("this libhs misses matches: ") + hs_version());
}

Database from_shelf(DatabaseShelf* shelf, const std::string& key) {
  hs_database_t* raw = nullptr;
  const std::string_view bytes = shelf == nullptr ? std::string_view() : shelf->find(key);
  if (!bytes.empty()) hs_deserialize_database(bytes.data(), bytes.size(), &raw);
  return Database(raw);
}

void put_on_shelf(DatabaseShelf* shelf, const std::string& key, const Database& database) {
  char* bytes = nullptr;
  std::size_t size = 0;
  if (shelf == nullptr || hs_serialize_database(database.get(), &bytes, &size) != HS_SUCCESS) return;
  shelf->keep(key, {bytes, size});
  std::free(bytes);
}

}  // namespace

Result<std::unique_ptr<Finder>> make_hyperscan_finder(const std::vector<std::string_view>& patterns,
                                                      DatabaseShelf* shelf) {
  std::vector<std::string> forms;
  for (const auto pattern : patterns) forms.push_back(scan_form(pattern));
  const std::string key = key_of(forms);
  Database database = from_shelf(shelf, key);
  if (!database) {
    TRY(check_honesty());
    database = TRY(compile(forms));
    put_on_shelf(shelf, key, database);
  }
  Scratch scratch = TRY(scratch_for(database));
  return std::make_unique<HyperscanFinder>(std::move(database), std::move(scratch));
}

}  // namespace regreen
