#include "server-stub/http/multipart.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "server-stub/http/header_parameters.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

struct Part {
  std::string name;
  std::optional<std::string> file_name;
  std::string content;
  bool operator==(Part const&) const = default;
};

struct Heard : PartSink {
  std::vector<Part> parts;
  std::size_t ended = 0;
  void begin_part(PartHead head) override { parts.push_back({head.name, head.file_name, {}}); }
  void take_part(std::string_view bytes) override { parts.back().content += bytes; }
  void end_part() override { ++ended; }
};

struct Read {
  std::vector<Part> parts;
  MultipartFault fault;
  bool operator==(Read const&) const = default;
};

// Reads a body in pieces of this many bytes.
Read read(std::string_view body, std::size_t piece, std::string_view boundary = "b") {
  Heard heard;
  MultipartReader reader{boundary, heard};
  for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
    reader.take(body.substr(0, piece));
  MultipartFault const fault = reader.finish();
  if (fault == MultipartFault::none) CHECK(heard.ended == heard.parts.size());
  return {heard.parts, fault};
}

std::string part(std::string const& parameters, std::string const& content) {
  return "--b\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content + "\r\n";
}

TEST_CASE("a form's parts come in order, however the body is cut") {
  std::string const body = part("name=\"what\"", "It leaks.\r\nAgain.") +
                           part("name=\"files\"; filename=\"roof.jpg\"\r\nContent-Type: image/jpeg",
                                "\xFF\r\n--\r\n--c") +
                           part("name=\"files\"; filename=\"\"", "") + "--b--\r\n";
  Read const whole = read(body, body.size());
  CHECK(whole.fault == MultipartFault::none);
  std::vector<Part> const expected{{"what", std::nullopt, "It leaks.\r\nAgain."},
                                   {"files", "roof.jpg", "\xFF\r\n--\r\n--c"},
                                   {"files", "", ""}};
  CHECK(whole.parts == expected);
  for (std::size_t piece = 1; piece < body.size(); ++piece)
    CHECK(read(body, piece) == whole);
}

TEST_CASE("white space after a boundary and what follows the last one are left out") {
  std::string const one = part("name=a", "1");
  std::vector<Part> const expected{{"a", std::nullopt, "1"}};
  for (std::string const& body :
       {one + "--b--", one + "--b--\r\n", one + "--b--\r\nafter --b\r\n", one + "--b \t--",
        std::string{"--b \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--"}}) {
    CAPTURE(body);
    CHECK(read(body, body.size()) == Read{expected, MultipartFault::none});
    CHECK(read(body, 1) == Read{expected, MultipartFault::none});
  }
  CHECK(read("--b--", 1) == Read{{}, MultipartFault::none});
}

TEST_CASE("a body that is not whole, or has a part that is not a form's, is malformed") {
  std::string const one = part("name=a", "1");
  for (std::string const& body :
       {std::string{},
        std::string{"a=1&b=2"},
        std::string{"--b"},
        std::string{"--b\r\n"},
        one,
        one + "--b",
        one + "--b-",
        one + "--bx\r\n",
        one + "--c--",
        "x" + one + "--b--",
        "\r\n" + one + "--b--",
        "before\r\n" + one + "--b--",
        std::string{"--b\r\n\r\nno head\r\n--b--"},
        std::string{"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--"},
        std::string{"--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--"},
        std::string{"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"},
        std::string{"--b\nContent-Disposition: form-data; name=a\n\nx\n--b--"},
        part("name=\"a", "x") + "--b--",
        part("name=a; name=b", "x") + "--b--",
        part("name=a\r\n folded: yes", "x") + "--b--",
        part("name=a\r\nno colon", "x") + "--b--",
        part("name=a\r\nContent-Disposition: form-data; name=b", "x") + "--b--",
        part(std::string{"name=a\0b", 8}, "x") + "--b--"}) {
    CAPTURE(body);
    CHECK(read(body, std::max<std::size_t>(1, body.size())).fault == MultipartFault::malformed);
    CHECK(read(body, 1).fault == MultipartFault::malformed);
  }
}

TEST_CASE("as many parts as the limit, and not one more") {
  std::string body;
  for (std::size_t count = 0; count < limits::kFormFields; ++count)
    body += part("name=a", "1");
  CHECK(read(body + "--b--", 100).parts.size() == limits::kFormFields);
  CHECK(read(body + "--b--", 100).fault == MultipartFault::none);
  CHECK(read(body + part("name=a", "1") + "--b--", 100).fault == MultipartFault::too_many_parts);
}

TEST_CASE("a part's head is as long as the limit, and not one byte longer") {
  std::string const start = "Content-Disposition: form-data; name=";
  std::size_t const most = limits::kPartHeadBytes - start.size() - 4;
  auto const with_name = [&](std::size_t bytes) {
    return "--b\r\n" + start + std::string(bytes, 'n') + "\r\n\r\nx\r\n--b--";
  };
  CHECK(read(with_name(most), 1).fault == MultipartFault::none);
  CHECK(read(with_name(most), 9000).fault == MultipartFault::none);
  CHECK(read(with_name(most + 1), 1).fault == MultipartFault::malformed);
  CHECK(read(with_name(most + 1), 9000).fault == MultipartFault::malformed);
}

TEST_CASE("after a fault nothing more is heard") {
  Heard heard;
  MultipartReader reader{"b", heard};
  reader.take(part("name=a", "1") + "--bad");
  reader.take(part("name=c", "2") + "--b--");
  CHECK(heard.parts.size() == 1);
  CHECK(reader.finish() == MultipartFault::malformed);
}

TEST_CASE("names are read as browsers and programs write them") {
  struct Row {
    char const* sent;
    char const* read;
  };
  Row const rows[] = {
      {R"("roof.jpg")", "roof.jpg"},
      {R"(roof.jpg)", "roof.jpg"},
      {R"("a; name=b.jpg")", "a; name=b.jpg"},
      {R"("say %22hello%22.jpg")", R"(say "hello".jpg)"},
      {R"("say \"hello\".jpg")", R"(say "hello".jpg)"},
      {R"("C:\photos\roof.jpg")", R"(C:\photos\roof.jpg)"},
      {R"("a\\b.jpg")", R"(a\b.jpg)"},
      {R"("a%0D%0Ab.jpg")", "a\r\nb.jpg"},
      {R"("100%25.jpg")", "100%25.jpg"},
      {R"("../../etc/passwd")", "../../etc/passwd"},
      {R"("")", ""},
  };
  for (auto const& row : rows) {
    CAPTURE(row.sent);
    auto const head = read_part_head("content-disposition:form-data ; NAME=\"f\" ; FileName=" +
                                     std::string{row.sent});
    REQUIRE(head.has_value());
    CHECK(head->name == "f");
    CHECK(head->file_name.value() == row.read);
  }
  auto const extended = read_part_head(
      "Content-Disposition: form-data; name=f; filename*=UTF-8''..%2Froof.jpg; filename=a.jpg");
  CHECK(extended.value().file_name.value() == "a.jpg");
}

TEST_CASE("the boundary is what RFC 2046 allows") {
  CHECK(multipart_boundary("multipart/form-data; boundary=abc") == "abc");
  CHECK(multipart_boundary("Multipart/Form-Data;charset=utf-8;Boundary=\"a b\"") == "a b");
  CHECK(multipart_boundary("multipart/form-data; boundary=" + std::string(70, 'x')).has_value());
  for (std::string const& type :
       {std::string{"multipart/form-data"}, std::string{"multipart/form-data; boundary="},
        std::string{"multipart/form-data; boundary=\"\""},
        std::string{"multipart/form-data; boundary=\"a "},
        std::string{"multipart/form-data; boundary=\"a \""},
        std::string{"multipart/form-data; boundary=a; boundary=b"},
        std::string{"multipart/form-data; boundary=a\"b"},
        "multipart/form-data; boundary=" + std::string(71, 'x'),
        std::string{"multipart/mixed; boundary=abc"}, std::string{"text/plain"}}) {
    CAPTURE(type);
    CHECK_FALSE(multipart_boundary(type).has_value());
  }
}

}  // namespace
}  // namespace putright::http
