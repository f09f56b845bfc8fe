#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace regreen {

/// Bytes that are no text.
struct SqlBlob {
  std::string bytes;

  bool operator==(const SqlBlob&) const = default;
};

/// A value of a row, and of a parameter.
using SqlValue = std::variant<std::nullptr_t, std::int64_t, double, std::string, SqlBlob>;
using SqlRow = std::vector<SqlValue>;

/// The text of a value; empty for null.
std::string text_of(const SqlValue& value);
std::string bytes_of(const SqlValue& value);  ///< of a blob; empty for anything else
std::int64_t integer_of(const SqlValue& value);

/// One SQLite file, opened. The only place that calls the library. One thread at a time; other processes may use the
/// same file.
class Database {
 public:
  /// Opens or creates the file and its folder, in WAL mode. A locked or damaged file is an error that names it and says
  /// what to do; nothing is ever deleted.
  static Result<Database> open(const std::string& path);

  /// Opens a file that is there, to be asked only. What SQLite needs beside it while it is open goes when it is closed.
  static Result<Database> open_read_only(const std::string& path);

  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;

  /// Runs one statement to its end and answers its rows. Statements are kept prepared, each by its text.
  Result<std::vector<SqlRow>> run(std::string_view sql, const std::vector<SqlValue>& parameters = {});

  /// How many rows the last statement changed.
  std::size_t changes() const;

  /// Runs several statements without parameters.
  Result<void> script(const std::string& sql);

  std::int64_t last_id() const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  Database(std::unique_ptr<sqlite3, Close> handle, std::string path)
      : handle_(std::move(handle)), path_(std::move(path)) {}
  static Result<Database> open(const std::string& path, int flags);
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Error error(int code) const;
  Result<void> set_up();
  Result<sqlite3_stmt*> prepared(std::string_view sql);

  std::unique_ptr<sqlite3, Close> handle_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_;
  std::string path_;
};

/// A transaction that is rolled back unless commit() was called.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace regreen
