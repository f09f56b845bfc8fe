#include "adapters/local/journal.h"

#include "adapters/local/commit.h"
#include "adapters/local/disk.h"
#include "base/text.h"
#include "os/beneath.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/git.h"
#include "os/system_error.h"

#include <algorithm>
#include <dirent.h>
#include <sys/stat.h>

namespace regreen {
namespace {

constexpr std::size_t plan_bytes_max = 1 << 30;
constexpr std::string_view plan_head = "regreen journal 1";

// A plan is a list of texts, each written as "length:bytes,".
class Writer {
 public:
  void text(std::string_view text) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
    out += ',';
  }
  void yes(bool is) { text(is ? "1" : "0"); }
  void number(std::size_t number) { text(std::to_string(number)); }
  void optional(const std::optional<std::string>& value) {
    yes(value.has_value());
    text(value ? std::string_view(*value) : std::string_view());
  }
  std::string out;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::string text() {
    const auto colon = rest_.find(':');
    const auto size = parse_number(rest_.substr(0, colon));
    if (colon == std::string_view::npos || !size || rest_.size() < colon + 2 + static_cast<std::size_t>(*size)) {
      damaged = true;
      return {};
    }
    const std::string result(rest_.substr(colon + 1, static_cast<std::size_t>(*size)));
    rest_.remove_prefix(colon + 2 + result.size());
    return result;
  }
  bool yes() { return text() == "1"; }
  std::optional<std::string> optional() {
    const bool there = yes();
    std::string value = text();
    return there ? std::optional(std::move(value)) : std::nullopt;
  }

  bool damaged = false;

 private:
  std::string_view rest_;
};

std::string journals_in(const std::string& state_folder) { return state_folder + "/journals"; }

// Who holds it is the only one to make, remove or look for journals: one that is half made or half removed looks like a dead
// process's.
Result<Lock> lock_all(const std::string& journals) { return Lock::take(journals + "/lock"); }

Result<void> remove_alone(const std::string& folder) {
  const Lock all = TRY(lock_all(folder.substr(0, folder.rfind('/'))));
  return remove_tree(folder);
}

// A journal without a plan, as a bench is, is removed; so all that begins like either is looked at.
bool is_left_by_a_process(std::string_view name) { return name.starts_with("apply-") || name.starts_with("bench-"); }

// A folder on the repository's own disk, outside of its tree, from which a file can be moved into place.
std::string staging_for(const std::string& repository, const std::string& journal) {
  struct stat here {};
  struct stat there {};
  if (stat(repository.c_str(), &here) != 0) return {};
  if (stat(journal.c_str(), &there) == 0 && here.st_dev == there.st_dev) return journal;
  const auto git = ask_git(repository, {"rev-parse", "--absolute-git-dir"});
  return git ? *git : std::string();
}

std::string staged_name(const std::string& journal, std::size_t i) {
  return journal.substr(journal.rfind('/') + 1) + "-" + std::to_string(i);
}

}  // namespace

// Reads and writes what a Journal holds.
struct JournalReader {
  static std::string encode(const Journal& journal) {
    Writer writer;
    writer.text(plan_head);
    writer.text(journal.repository_);
    writer.text(journal.staging_);
    for (const auto* part : {&journal.move_.ref, &journal.move_.from, &journal.move_.to}) writer.text(*part);
    writer.number(journal.made_folders_.size());
    for (const auto& folder : journal.made_folders_) writer.text(folder);
    writer.number(journal.patch_.changes.size());
    for (const auto& change : journal.patch_.changes) {
      writer.text(change.path);
      writer.optional(change.before);
      writer.yes(change.executable_before);
      writer.optional(change.after);
      writer.yes(change.executable_after);
    }
    return writer.out;
  }

  static Result<void> decode(std::string_view text, Journal& journal) {
    Reader reader(text);
    const bool known = reader.text() == plan_head;
    journal.repository_ = reader.text();
    journal.staging_ = reader.text();
    for (auto* part : {&journal.move_.ref, &journal.move_.from, &journal.move_.to}) *part = reader.text();
    const auto folders = parse_number(reader.text()).value_or(0);
    for (long i = 0; i < folders && !reader.damaged; ++i) journal.made_folders_.push_back(reader.text());
    const auto count = parse_number(reader.text()).value_or(0);
    for (long i = 0; i < count && !reader.damaged; ++i) {
      FileChange change;
      change.path = reader.text();
      change.before = reader.optional();
      change.executable_before = reader.yes();
      change.after = reader.optional();
      change.executable_after = reader.yes();
      journal.patch_.changes.push_back(std::move(change));
    }
    if (!known || reader.damaged) return fail(ErrorKind::invalid, "damaged journal " + journal.folder_);
    return {};
  }

  // An unfinished journal, locked for us; nothing where its process lives, or where nothing was written down yet.
  static Result<std::unique_ptr<Journal>> open(const std::string& folder) {
    auto lock = TRY(Lock::try_take(folder + "/lock"));
    if (!lock) return std::unique_ptr<Journal>();
    std::unique_ptr<Journal> journal(new Journal(folder, std::move(*lock)));
    const auto text = read_file(folder + "/plan", plan_bytes_max);
    if (!text && text.error().kind == ErrorKind::not_found) {
      TRY(remove_tree(folder));
      return std::unique_ptr<Journal>();
    }
    if (!text) return tl::unexpected(text.error());
    TRY(decode(*text, *journal));
    return journal;
  }

  static Result<Recovered> settle(Journal& journal);
  static Result<void> drop(Journal& journal);
};

Result<std::unique_ptr<Journal>> Journal::write(const std::string& state_folder, const std::string& repository,
                                                const Patch& patch, const BranchMove& move) {
  const std::string journals = journals_in(state_folder);
  TRY(make_folders(journals));
  std::unique_ptr<Journal> journal;
  {
    const Lock all = TRY(lock_all(journals));
    std::string folder = TRY(make_fresh_folder(journals, "apply-"));
    Lock lock = TRY(Lock::take(folder + "/lock"));
    journal.reset(new Journal(std::move(folder), std::move(lock)));
  }
  journal->repository_ = repository;
  journal->staging_ = staging_for(repository, journal->folder_);
  const Fd top = TRY(open_folder(repository));
  journal->made_folders_ = missing_folders(top.get(), patch);
  journal->patch_ = patch;
  journal->move_ = move;
  TRY(replace_file(journal->folder_ + "/plan", JournalReader::encode(*journal), 0600));
  TRY(sync_folder(journals));
  return journal;
}

Result<void> Journal::apply() {
  const Fd repository = TRY(open_folder(repository_));
  for (std::size_t i = 0; i < patch_.changes.size(); ++i) {
    const auto& change = patch_.changes[i];
    if (side_of(repository.get(), change) == Side::after) continue;
    const Target target{change.path, change.after, change.executable_after};
    TRY(put_in_place(repository.get(), target, staging_, staged_name(folder_, i)));
  }
  return {};
}

Result<void> Journal::undo() {
  const Fd repository = TRY(open_folder(repository_));
  for (std::size_t i = 0; i < patch_.changes.size(); ++i) {
    const auto& change = patch_.changes[i];
    clean_place(repository.get(), change.path, staging_, staged_name(folder_, i));
    if (!check_place(repository.get(), change) || side_of(repository.get(), change) != Side::after) continue;
    const Target target{change.path, change.before, change.executable_before};
    TRY(put_in_place(repository.get(), target, staging_, staged_name(folder_, i)));
  }
  for (auto folder = made_folders_.rbegin(); folder != made_folders_.rend(); ++folder) {
    if (is_confined_path(*folder)) remove_empty_folder(repository.get(), *folder);
  }
  return {};
}

Result<void> Journal::close() {
  TRY(forget());
  return remove_alone(folder_);
}

// The plan first: without it nothing will be done, however far the rest comes.
Result<void> Journal::forget() {
  if (unlink((folder_ + "/plan").c_str()) != 0) return fail_errno("closing the journal");
  return sync_folder(folder_);
}

// Completed, if all of it had happened but for the closing; undone otherwise. A commit that the branch has got has
// happened: its files were in place before.
Result<Recovered> JournalReader::settle(Journal& journal) {
  Recovered recovered{journal.repository_, journal.patch_.paths(), Recovered::How::undone};
  const auto repository = open_folder(journal.repository_);
  if (!repository) {  // the repository is gone, and what was to be done with it
    TRY(drop(journal));
    return recovered;
  }
  const bool all = std::all_of(journal.patch_.changes.begin(), journal.patch_.changes.end(),
                               [&](const auto& change) { return side_of(repository->get(), change) == Side::after; });
  const bool committed = !journal.move_.ref.empty() && TRY(is_moved(journal.repository_, journal.move_));
  if (committed) TRY(update_index(journal.repository_, journal.patch_, journal.move_.to));
  if (committed || (all && journal.move_.ref.empty())) {
    recovered.how = Recovered::How::completed;
  } else {
    TRY(journal.undo());
  }
  TRY(drop(journal));
  return recovered;
}

// Closes it where the lock of all is held.
Result<void> JournalReader::drop(Journal& journal) {
  TRY(journal.forget());
  return remove_tree(journal.folder_);
}

Result<std::unique_ptr<Bench>> Bench::make(const std::string& state_folder) {
  const std::string journals = journals_in(state_folder);
  TRY(make_folders(journals));
  const Lock all = TRY(lock_all(journals));
  std::string folder = TRY(make_fresh_folder(journals, "bench-"));
  Lock lock = TRY(Lock::take(folder + "/lock"));
  return std::unique_ptr<Bench>(new Bench(std::move(folder), std::move(lock)));
}

Bench::~Bench() { std::ignore = remove_alone(folder_); }

namespace {

// Sorted; none where there is no such folder.
std::vector<std::string> left_in(const std::string& journals) {
  std::vector<std::string> folders;
  DIR* stream = opendir(journals.c_str());
  if (!stream) return folders;
  while (const dirent* entry = readdir(stream)) {
    if (const std::string name = entry->d_name; is_left_by_a_process(name)) folders.push_back(journals + "/" + name);
  }
  closedir(stream);
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

Result<std::vector<Recovered>> recover(const std::string& state_folder) {
  std::vector<Recovered> recovered;
  const std::string journals = journals_in(state_folder);
  if (left_in(journals).empty()) return recovered;
  const Lock all = TRY(lock_all(journals));
  for (const auto& folder : left_in(journals)) {
    const auto journal = TRY(JournalReader::open(folder));
    if (journal) recovered.push_back(TRY(JournalReader::settle(*journal)));
  }
  return recovered;
}

}  // namespace regreen
