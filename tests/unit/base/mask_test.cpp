#include "base/mask.h"

#include <gtest/gtest.h>

#include <random>

namespace regreen {
namespace {

struct Masked {
  std::string before, after;
};

// No test holds a token that a scanner of secrets would take for a real one: they are put together here.
std::string letters(std::size_t count) {
  const std::string alphabet = "aB3dE5fG7hJ9kL2mN4pQ6rS8tU0vWxYz1";
  std::string text;
  while (text.size() < count) text += alphabet;
  return text.substr(0, count);
}
std::string digits(std::size_t count) {
  std::string text;
  while (text.size() < count) text += "0a1b2c3d4e5f6789";
  return text.substr(0, count);
}
std::string capitals(std::size_t count) { return std::string("Q3ZR7T2WX9LMK4NB8VC6PD5FG1HJ").substr(0, count); }

TEST(Mask, HidesTokensOfPublishedFormats) {
  const std::vector<std::string> beginnings = {
      "ghp_",     "gho_",     "ghu_",   "ghs_", "ghr_",          "github_pat_", "glpat-",  "npm_",  "pypi-",
      "sk_live_", "rk_test_", "hf_",    "sk-",  "sk-ant-api03-", "dckr_pat_",   "GOCSPX-", "ya29.", "hvs.",
      "xoxb-",    "xoxp-",    "whsec_", "SG."};
  for (const auto& beginning : beginnings) {
    const std::string secret = letters(60), line = "using " + beginning + secret + " now";
    EXPECT_EQ(masked(line).find(secret.substr(0, 12)), std::string::npos) << masked(line);
    EXPECT_TRUE(holds_token(line)) << line;
  }
  EXPECT_EQ(masked("key AKIA" + capitals(16) + "."), "key AKIA***.");
  EXPECT_EQ(masked("AIza" + letters(35)), "AIza***");
  EXPECT_EQ(masked("shpat_" + digits(32)), "shpat_***");
  EXPECT_EQ(masked("(eyJ" + letters(20) + ".eyJ" + letters(30) + "." + letters(43) + ")"), "(eyJ***)");
  EXPECT_EQ(masked("POST https://hooks.slack.com/services/T0/B0/" + letters(24)),
            "POST https://hooks.slack.com/services/***");
}

TEST(Mask, HidesWhatIsLeftOfATokenThatWasCutOff) { EXPECT_EQ(masked("ghp_" + letters(12) + "…"), "ghp_***…"); }

const std::vector<Masked> named = {
    {"password=hunter2", "password=***"},
    {"DB_PASSWORD=postgres", "DB_PASSWORD=***"},
    {"  DB_PASSWORD: postgres", "  DB_PASSWORD: ***"},
    {"password: swordfish", "password: ***"},
    {R"({"user": "ada", "password": "hunter2", "port": 1})", R"({"user": "ada", "password": "***", "port": 1})"},
    {R"({\"password\":\"hunter2\"})", R"({\"password\":\"***\"})"},
    {R"(:password => "hunter2", :host => "h")", R"(:password => "***", :host => "h")"},
    {"client_secret='abc def ghi'", "client_secret='***'"},
    {"spring.datasource.password=s3cr3t", "spring.datasource.password=***"},
    {"jdbc:mysql://h/db?user=sa&password=s3cr3t&ssl=no", "jdbc:mysql://h/db?user=sa&password=***&ssl=no"},
    {"token: 9f8a7b6c5d4e", "token: ***"},
    {"export API_TOKEN=abc123def456", "export API_TOKEN=***"},
    {"CODECOV_TOKEN=3f2504e0-4f89-11d3-9a0c-0305e82c3301", "CODECOV_TOKEN=***"},
    {"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = ***"},
    {"X-Api-Key: 0123abcd4567", "X-Api-Key: ***"},
    {"//registry.npmjs.org/:_authToken=0a1b2c3d4e", "//registry.npmjs.org/:_authToken=***"},
    {"SECRET_KEY_BASE=abcdef123456", "SECRET_KEY_BASE=***"},
    {"Authorization: Bearer abcDEF123456", "Authorization: Bearer ***"},
    {"> authorization: Basic dXNlcjpwYXNz", "> authorization: Basic ***"},
    {"-H 'Authorization: token abc123def'", "-H 'Authorization: token ***'"},
    {R"("Authorization": "Bearer abc.def.123")", R"("Authorization": "Bearer ***")"},
    {"sent Bearer 0123456789abcdef0", "sent Bearer ***"},
    {"docker login --username ada --password p4ss", "docker login --username ada --password ***"},
    {"curl -u ada:hunter2 https://h/", "curl -u ada:*** https://h/"},
    {"git clone https://ada:hunter2@example.org/r.git", "git clone https://ada:***@example.org/r.git"},
    {"https://0123456789abcdef0123@github.com/o/r", "https://***@github.com/o/r"},
    {"postgres://postgres:postgres@localhost:5432/test", "postgres://postgres:***@localhost:5432/test"},
    {"redis://:s3cret@redis:6379/0", "redis://:***@redis:6379/0"},
    {"Using the token aB3dE5fG7hJ9kL2mN4pQ6rS8 for upload", "Using the token *** for upload"},
};

TEST(Mask, HidesWhatIsNamedASecret) {
  for (const auto& [before, after] : named) EXPECT_EQ(masked(before), after);
}

const std::vector<std::string> harmless = {
    "ModuleNotFoundError: No module named 'yaml'",
    "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "integrity sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
    "run 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "expected: 'dGhlIHF1aWNrIGJyb3duIGZveCAxMjM0NTY3ODkw'",
    "SyntaxError: Unexpected token : in JSON at position 12",
    "SyntaxError: Unexpected token '}', \"{ a: }\" is not valid JSON",
    "parse error: unexpected token: 'identifier42'",
    "error: expected identifier, found token: LPAREN",
    "password: must be at least 8 characters",
    R"({"password": ["This field is required."]})",
    R"({"password": "This field is required."})",
    "AuthenticationError: password: incorrect",
    "fatal: could not read Password for 'https://ada@example.org': terminal prompts disabled",
    "git@github.com:o/r.git",
    "ssh://git@github.com/o/r.git",
    "https://registry.npmjs.org/@types/node/-/node-20.1.0.tgz",
    "https://x-access-token:***@github.com/o/r",
    "https://$USER:$TOKEN@github.com/o/r",
    "token = self.next_token()",
    "    login(user=user, password=password)",
    "    password=settings.DB_PASSWORD,",
    "  token: string;",
    "  readonly password: Password,",
    "max_tokens=4096 token_count: 1234567",
    "PWD=/home/runner/work/r/r",
    "cache key: Linux-node-9fceb02d0ae598e95dc970b74767f19372d61af8",
    "cache-key=npm-0a1b2c3d4e5f6071",
    "API_TOKEN: ***",
    "NODE_AUTH_TOKEN: XXXXX-XXXXX-XXXXX-XXXXX",
    "Downloading ghp_import-2.1.0-py3-none-any.whl.metadata (7.2 kB)",
    "System.Web.Entity, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
    "Created wheel for Flask-BasicAuth: filename=flask_basicauth-0.2.0-py3-none-any.whl",
    "Unpacking remmina-plugin-secret:amd64 (1.4.2) ...",
    "CTxIn(COutPoint(0bbf06, 1), scriptSig=483045022100ce)",
    "password=${{ secrets.PASSWORD }}",
    "password=$DB_PASSWORD",
    "token=<redacted>",
    "assert token == 'abc123def456'",
    "tokenizer=BertTokenizer12345678",
    "the --password option is required",
    "FAIL: token TestTokenRefreshReturnsErrorWhenItIsExpired2",
    "secrets: inherit",
    "std::unique_ptr<Token> token::parse12345()",
    "com.example.Token: token=com.example.Token@5f4dcc3b",
    "Error: sk-learn-is-a-package-that-nobody-should-install",
    "eyJhbGciOiJIUzI1NiJ9",
    "Authorization: Bearer token missing",
};

TEST(Mask, LeavesTheRest) {
  for (const auto& line : harmless) EXPECT_EQ(masked(line), line);
}

TEST(Mask, HidesPrivateKeysLineByLine) {
  const std::string text = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n" + letters(64) + "\n" +
                           letters(20) + "==\n-----END RSA PRIVATE KEY-----\nnext";
  EXPECT_EQ(masked(text), "-----BEGIN RSA PRIVATE KEY-----\n***\n\n***\n***\n-----END RSA PRIVATE KEY-----\nnext");
  EXPECT_EQ(masked("-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY----- x"),
            "-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY----- x");
  EXPECT_EQ(masked("-----BEGIN OPENSSH PRIVATE KEY-----\nError: no such key"),
            "-----BEGIN OPENSSH PRIVATE KEY-----\nError: no such key")
      << "no key follows";
  EXPECT_EQ(masked("-----BEGIN CERTIFICATE-----\n" + letters(64)), "-----BEGIN CERTIFICATE-----\n" + letters(64));
}

TEST(Mask, OfWhatIsMaskedChangesNothing) {
  for (const auto& [before, after] : named) EXPECT_EQ(masked(after), after);
  const std::string key = masked("-----BEGIN PRIVATE KEY-----\n" + letters(64) + "\n-----END PRIVATE KEY-----");
  EXPECT_EQ(masked(key), key);
}

// Mixes pieces of lines that hold secrets, so that every finder meets what it did not expect.
TEST(Mask, HoldsItsPromisesForAnyMixture) {
  std::mt19937 random(7);
  const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
  const std::string bytes("\"'`\\:=@/ -*$\xFF\0\t\n", 17);
  for (int i = 0; i < 20000; ++i) {
    std::string line;
    for (std::size_t pieces = 1 + below(3); pieces > 0; --pieces) {
      const std::string& from = named[below(named.size())].before;
      const std::size_t begin = below(from.size());
      line += from.substr(begin, 1 + below(from.size() - begin));
      if (below(2) == 0) line += bytes[below(bytes.size())];
    }
    const std::string once = masked(line);
    EXPECT_EQ(masked(once), once) << line;
    EXPECT_LE(once.size(), line.size()) << line;
  }
}

TEST(Mask, SurvivesAnyBytes) {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += {static_cast<char>(c), '=', ':', '-', '-'};
  EXPECT_NO_FATAL_FAILURE(masked(bytes));
  for (const std::string cut :
       {"password", "password=", "password=\"", "password=\\", "https://", "https://@", "--password ", "curl -u ",
        "Bearer ", "Authorization:", "-----BEGIN PRIVATE KEY", ":", "=", "eyJ", "ghp_", "token: '"}) {
    EXPECT_EQ(masked(cut), cut);
  }
}

}  // namespace
}  // namespace regreen
