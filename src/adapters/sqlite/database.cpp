#include "adapters/sqlite/database.h"

#include "base/text.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace regreen {
namespace {

constexpr int busy_wait_ms = 5000;  // another regreen writes a chapter in milliseconds
constexpr int pause_ms = 20;
constexpr std::size_t statements_max = 64;

// Ready to run again, whatever became of it: rows that are still to come would keep the file locked.
struct Reset {
  void operator()(sqlite3_stmt* statement) const {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};

void bind(sqlite3_stmt* statement, int index, const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(statement, index, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement, index, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } else if (const auto* blob = std::get_if<SqlBlob>(&value)) {
    sqlite3_bind_blob64(statement, index, blob->bytes.data(), blob->bytes.size(), SQLITE_TRANSIENT);
  } else {
    sqlite3_bind_null(statement, index);
  }
}

SqlValue column(sqlite3_stmt* statement, int index) {
  switch (sqlite3_column_type(statement, index)) {
    case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_column_int64(statement, index));
    case SQLITE_FLOAT: return sqlite3_column_double(statement, index);
    case SQLITE_NULL: return nullptr;
    default: break;
  }
  const void* bytes = sqlite3_column_blob(statement, index);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, index));
  std::string value = bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
  if (sqlite3_column_type(statement, index) == SQLITE_BLOB) return SqlBlob{std::move(value)};
  return value;
}

std::string advice(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program holds it; try again when that one has finished";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "it is damaged or no database; move it away (it is not deleted) or name another one in REGREEN_DB";
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY: return "check its folder and permissions, or name another one in REGREEN_DB";
    case SQLITE_FULL: return "the disk is full";
    default: return "";
  }
}

ErrorKind kind_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL: return ErrorKind::unavailable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorKind::invalid;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY: return ErrorKind::denied;
    default: return ErrorKind::internal;
  }
}

}  // namespace

std::string text_of(const SqlValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? "" : *text;
}

std::string bytes_of(const SqlValue& value) {
  const auto* blob = std::get_if<SqlBlob>(&value);
  return blob == nullptr ? "" : blob->bytes;
}

std::int64_t integer_of(const SqlValue& value) {
  const auto* integer = std::get_if<std::int64_t>(&value);
  return integer == nullptr ? 0 : *integer;
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Error Database::error(int code) const {
  const std::string hint = advice(code);
  return {kind_of(code),
          fmt::format("the store {}: {}{}{}", path_, sqlite3_errmsg(handle_.get()), hint.empty() ? "" : "; ", hint)};
}

Result<Database> Database::open(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Database database(std::unique_ptr<sqlite3, Close>(raw), path);
  if (code != SQLITE_OK) return tl::unexpected(database.error(code));
  sqlite3_busy_timeout(raw, busy_wait_ms);
  return database;
}

// Who may write closes a WAL behind himself; who may only read leaves its files behind. So it is opened to write where
// that is allowed (else SQLite itself opens it to read), and told not to. In a folder where nothing can be made beside
// it, nobody writes: where no WAL is there, it is read as it lies.
Result<Database> Database::open_read_only(const std::string& path) {
  Database database = TRY(open(path, SQLITE_OPEN_READWRITE));
  const auto readable = database.script("PRAGMA query_only = ON; PRAGMA schema_version");
  if (readable) return database;
  std::error_code trouble;
  if (readable.error().kind != ErrorKind::denied || std::filesystem::exists(path + "-wal", trouble)) {
    return tl::unexpected(readable.error());
  }
  std::string address = replace_all(replace_all(path, "%", "%25"), "?", "%3f");
  address = "file:" + replace_all(std::move(address), "#", "%23") + "?immutable=1";
  return open(address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

Result<Database> Database::open(const std::string& path) {
  std::error_code trouble;
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, trouble);
  if (trouble)
    return fail(ErrorKind::denied, fmt::format("could not create {}: {}", folder.string(), trouble.message()));
  Database database = TRY(open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  TRY(database.set_up());
  return database;
}

// Of two who turn a new file to WAL at once SQLite lets one fail, without the wait that everything else has.
Result<void> Database::set_up() {
  for (int pauses = 0;; ++pauses) {
    auto done = script("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
    if (done || done.error().kind != ErrorKind::unavailable || pauses * pause_ms >= busy_wait_ms) return done;
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
  }
}

Result<sqlite3_stmt*> Database::prepared(std::string_view sql) {
  if (const auto known = statements_.find(sql); known != statements_.end()) return known->second.get();
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
  std::unique_ptr<sqlite3_stmt, Finalize> statement(raw);
  if (code != SQLITE_OK) return tl::unexpected(error(code));
  if (statements_.size() >= statements_max) statements_.clear();
  statements_.emplace(sql, std::move(statement));
  return raw;
}

Result<std::vector<SqlRow>> Database::run(std::string_view sql, const std::vector<SqlValue>& parameters) {
  sqlite3_stmt* const raw = TRY(prepared(sql));
  const std::unique_ptr<sqlite3_stmt, Reset> running(raw);
  int code = SQLITE_OK;
  for (std::size_t i = 0; i < parameters.size(); ++i) bind(raw, static_cast<int>(i) + 1, parameters[i]);
  std::vector<SqlRow> rows;
  while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
    SqlRow row;
    for (int i = 0; i < sqlite3_column_count(raw); ++i) row.push_back(column(raw, i));
    rows.push_back(std::move(row));
  }
  if (code != SQLITE_DONE) return tl::unexpected(error(code));
  return rows;
}

Result<void> Database::script(const std::string& sql) {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(error(code));
  return {};
}

std::size_t Database::changes() const { return static_cast<std::size_t>(sqlite3_changes64(handle_.get())); }

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_.get()); }

Result<Transaction> Transaction::begin(Database& database) {
  TRY(database.script("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::~Transaction() {
  // Rolling back can only fail where there is nothing left to roll back.
  if (database_ != nullptr) static_cast<void>(database_->script("ROLLBACK"));
}

Result<void> Transaction::commit() {
  TRY(database_->script("COMMIT"));
  database_ = nullptr;
  return {};
}

}  // namespace regreen
