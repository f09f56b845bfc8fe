#include "net/http.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace regreen {
namespace {

// Answers one connection with these bytes, and keeps what it was asked.
class OneAnswer {
 public:
  explicit OneAnswer(std::string answer) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(socket_, 1), 0);
    EXPECT_EQ(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/x";
    thread_ = std::thread([this, answer = std::move(answer)] { serve(answer); });
  }
  ~OneAnswer() {
    thread_.join();
    close(socket_);
  }

  const std::string& url() const { return url_; }
  const std::string& asked() const { return asked_; }

 private:
  void serve(const std::string& answer) {
    const int one = accept(socket_, nullptr, nullptr);
    char buffer[4096];
    while (asked_.find("\r\n\r\n") == std::string::npos) {
      const auto got = read(one, buffer, sizeof buffer);
      if (got <= 0) break;
      asked_.append(buffer, static_cast<std::size_t>(got));
    }
    EXPECT_EQ(write(one, answer.data(), answer.size()), static_cast<ssize_t>(answer.size()));
    close(one);
  }

  int socket_;
  std::string url_, asked_;
  std::thread thread_;
};

std::string answer_of(const std::string& head, const std::string& body) {
  return "HTTP/1.1 " + head + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(Http, AnswersWhateverTheStatus) {
  OneAnswer server(answer_of("404 Not Found\r\nX-Name:  some value ", "no"));
  const auto answer = send({"GET", server.url(), {"Accept: text/plain"}, Secret("Bearer abc"), ""});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 404);
  EXPECT_EQ(answer->header("x-name"), "some value");
  EXPECT_EQ(answer->body, "no");
  EXPECT_NE(server.asked().find("Authorization: Bearer abc\r\n"), std::string::npos);
}

TEST(Http, DoesNotFollow) {
  OneAnswer server(answer_of("302 Found\r\nLocation: http://127.0.0.1:1/", ""));
  const auto answer = send({"GET", server.url(), {}, {}, ""});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 302);
  EXPECT_EQ(answer->header("location"), "http://127.0.0.1:1/");
}

TEST(Http, TakesNoMoreThanItMay) {
  OneAnswer server(answer_of("200 OK", std::string(100, 'x')));
  HttpLimits limits;
  limits.body_bytes = 99;
  const auto answer = send({"GET", server.url(), {}, {}, ""}, limits);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::unavailable);
}

TEST(Http, NoticesThatAnAnswerWasCut) {
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
  const auto answer = send({"GET", server.url(), {}, {}, ""});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::unavailable);
}

TEST(Http, EndsWithItsSinksTrouble) {
  OneAnswer server(answer_of("200 OK", "bytes"));
  const auto answer = send({"GET", server.url(), {}, {}, ""}, {},
                           [](std::string_view) { return fail(ErrorKind::denied, "the disk is full"); });
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().message, "the disk is full");
}

TEST(Http, AsksNobodyElse) {
  const auto answer = send({"GET", "file:///etc/hostname", {}, {}, ""});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace regreen
