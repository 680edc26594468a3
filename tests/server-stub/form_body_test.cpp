#include "server-stub/routes/form_body.hpp"

#include <future>

#include <doctest/doctest.h>

#include "server-stub/limits.hpp"
#include "server-stub/store/sqlite_open.hpp"
#include "shared/submission/submission.hpp"
#include "tests/server-stub/temporary_folder.hpp"

namespace putright::routes {
namespace {

using http::FormFields;
using support::TemporaryFolder;

std::string const kPicture{"\xFF\xD8\xFF\xDA\0\2 picture\xFF\xD9", 16};

// Everything that a stub holds, in a folder of its own. What the background gives back runs on its
// own thread: these tests have no serving one.
struct Parts {
  TemporaryFolder folder;
  bool sodium = start_sodium();
  PolicySource policy = open_policy("").value();
  Keys keys = open_keys(folder / "keys", {}, MissingKeys::are_made).value();
  std::unique_ptr<store::Store> store =
      store::open_sqlite_store(folder / "complaints.sqlite").value();
  attachments::Folder attachments = attachments::Folder::open(folder / "attachments").value();
  http::StaticFiles site;
  Metrics metrics;
  WrongKeys wrong_keys;
  store::Writer writer{*store, [](auto const& work) { work(); }, [](std::string const&) {}};
  Background background{[](auto const& work) { work(); }};
  std::unique_ptr<ColleagueDirectory> colleagues =
      ColleagueDirectory::open({}, metrics, [](auto const& work) { work(); }).value();
  Stub stub{policy,
            keys,
            *store,
            writer,
            site,
            metrics,
            wrong_keys,
            attachments,
            background,
            *colleagues,
            [] { return Instant{}; },
            [] { return std::size_t{0}; },
            ""};
};

struct Sent {
  FormFields fields;
  int refused = 0;
  std::size_t uploads = 0;
};

// What a form with this body becomes.
Sent send(Parts& parts, std::string const& body) {
  http::Request head;
  head.headers.push_back({"Content-Type", "multipart/form-data; boundary=b"});
  Sent sent;
  std::promise<void> done;
  auto receiving = receive_form_body(
      parts.stub, head, [&](http::Request const&, FormFields fields, http::Reply const&) {
        sent.fields = std::move(fields);
        done.set_value();
      });
  REQUIRE(receiving.has_value());
  receiving->receiver->take(body);
  receiving->receiver->finish(head, [&](http::Answer const& answer) {
    sent.refused = answer.status;
    done.set_value();
  });
  done.get_future().wait();
  return sent;
}

std::string field(std::string const& name, std::string const& value) {
  return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string file(std::string const& name, std::string const& content) {
  return "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name +
         "\"\r\nContent-Type: image/jpeg\r\n\r\n" + content + "\r\n";
}

TEST_CASE("files become fields where they stood, the other parts are ordinary fields") {
  Parts parts;
  Sent const sent =
      send(parts, field("what", "It leaks.\r\nAgain\xFF") + file("../roof.jpg", kPicture) +
                      file("", "") + file("empty.jpg", "") + file("program.jpg", "MZ\1") +
                      file("", "words") + field("go", "on") + "--b--");
  std::string const picture = hexadecimal(sha256(kPicture));
  FormFields const expected{{"what", "It leaks.\nAgain\xEF\xBF\xBD"},
                            {"attachment", picture + " roof.jpg"},
                            {"attachment_problem", "attachment_empty empty.jpg"},
                            {"attachment_problem", "attachment_type_not_allowed program.jpg"},
                            {"attachment", hexadecimal(sha256("words")) + " file"},
                            {"go", "on"}};
  CHECK(sent.fields == expected);
  CHECK(parts.attachments.claim(picture) == kPicture.size());
}

TEST_CASE("a file that is too large is refused alone, and not kept") {
  Parts parts;
  std::string const large(kMaxAttachmentBytes + 1, 'x');
  Sent const sent = send(parts, file("large.txt", large) + file("small.txt", "x") + "--b--");
  FormFields const expected{{"attachment_problem", "attachment_too_large large.txt"},
                            {"attachment", hexadecimal(sha256("x")) + " small.txt"}};
  CHECK(sent.fields == expected);
  CHECK_FALSE(parts.attachments.claim(hexadecimal(sha256(large))).has_value());
}

TEST_CASE("past ten files of one form the next are refused by name") {
  Parts parts;
  std::string body;
  for (std::size_t count = 0; count <= kMaxAttachments; ++count)
    body += file(std::to_string(count), "x");
  Sent const sent = send(parts, body + "--b--");
  REQUIRE(sent.fields.size() == kMaxAttachments + 1);
  CHECK(sent.fields[kMaxAttachments - 1].first == "attachment");
  CHECK(sent.fields[kMaxAttachments].second == "attachments_too_many 10");
}

TEST_CASE("a form that is malformed, or too long in its words, keeps nothing") {
  Parts parts;
  CHECK(send(parts, file("roof.jpg", kPicture)).refused == 400);
  CHECK(send(parts, file("roof.jpg", kPicture) +
                        field("what", std::string(limits::kFormBytes + 1, 'x')) + "--b--")
            .refused == 413);
  std::string many;
  for (std::size_t count = 0; count <= limits::kFormFields; ++count)
    many += field("f", "");
  CHECK(send(parts, many + "--b--").refused == 400);
  CHECK_FALSE(parts.attachments.claim(hexadecimal(sha256(kPicture))).has_value());
}

}  // namespace
}  // namespace putright::routes
