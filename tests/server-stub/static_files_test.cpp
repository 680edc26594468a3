#include "server-stub/http/static_files.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "server-stub/files.hpp"
#include "tests/server-stub/temporary_folder.hpp"

namespace putright::http {
namespace {

using support::TemporaryFolder;

void put(TemporaryFolder const& folder, std::string const& name, std::string_view bytes) {
  std::filesystem::create_directories(std::filesystem::path{folder / name}.parent_path());
  REQUIRE(write_file(folder / name, bytes, Readers::everyone).ok());
}

Answer ask(StaticFiles const& files, std::string path, std::vector<Header> headers = {}) {
  Request request;
  request.path = std::move(path);
  request.headers = std::move(headers);
  return files.answer(request);
}

TEST_CASE("a folder that is not there has no files") {
  auto const files = StaticFiles::read("/nonexistent/site");
  REQUIRE(files.ok());
  CHECK(files.value().size() == 0);
  CHECK(ask(files.value(), "/").status == 404);
}

TEST_CASE("a file is answered whole, and as 304 to who has it") {
  TemporaryFolder const folder;
  put(folder, "assets/a.css", "b{}");
  put(folder, "assets/a.css.br", "compressed");
  put(folder, "docs/index.html", "<p>");
  auto const read = StaticFiles::read(folder.path());
  REQUIRE(read.ok());
  StaticFiles const& files = read.value();
  Answer const answer = ask(files, "/assets/a.css");
  CHECK(answer.status == 200);
  CHECK(answer.content() == "b{}");
  CHECK(answer.media_type == "text/css; charset=utf-8");
  std::string const etag = make_etag("b{}", "");
  CHECK(ask(files, "/assets/a.css", {{"if-none-match", etag}}).status == 304);
  CHECK(ask(files, "/assets/a.css", {{"If-None-Match", "W/" + etag}}).status == 304);
  CHECK(ask(files, "/assets/a.css", {{"If-None-Match", "*"}}).status == 304);
  CHECK(ask(files, "/assets/a.css", {{"If-None-Match", "\"other\""}}).status == 200);
  CHECK(ask(files, "/assets/a.css", {{"Accept-Encoding", "br"}}).content() == "compressed");
  CHECK(ask(files, "/assets/a.css.br").status == 404);
  CHECK(ask(files, "/docs/").content() == "<p>");
  CHECK(ask(files, "/docs").status == 404);
}

TEST_CASE("a page made now is answered from the folder when it has the same bytes, and only then") {
  TemporaryFolder const folder;
  put(folder, "brand/index.html", "<p>");
  put(folder, "brand/index.html.gz", "compressed");
  StaticFiles const files = StaticFiles::read(folder.path()).value();
  auto const ask_page = [&](std::string path, std::string made, std::vector<Header> headers) {
    Request request;
    request.path = std::move(path);
    request.headers = std::move(headers);
    Answer answer;
    answer.body = std::move(made);
    return files.answer_page(request, answer);
  };
  Header const gzip{"Accept-Encoding", "gzip"};
  CHECK(ask_page("/brand", "<p>", {gzip}).content() == "compressed");
  CHECK(ask_page("/brand/", "<p>", {gzip}).content() == "compressed");
  CHECK(ask_page("/brand", "<p>", {}).content() == "<p>");
  CHECK(ask_page("/brand", "<b>", {gzip}).content() == "<b>");
  CHECK(ask_page("/other", "<p>", {gzip}).content() == "<p>");
  Header const known{"If-None-Match", make_etag("compressed", "-gz")};
  CHECK(ask_page("/brand", "<p>", {gzip, known}).status == 304);
  CHECK(ask_page("/brand", "<p>", {known}).status == 200);
}

TEST_CASE("a file that is added keeps its compressed forms when its bytes are the same") {
  TemporaryFolder const folder;
  put(folder, "book.json", "{}");
  put(folder, "book.json.br", "compressed");
  StaticFiles files = StaticFiles::read(folder.path()).value();
  files.add("/book.json", "{}");
  CHECK(ask(files, "/book.json", {{"Accept-Encoding", "br"}}).content() == "compressed");
  files.add("/book.json", "[]");
  CHECK(ask(files, "/book.json", {{"Accept-Encoding", "br"}}).content() == "[]");
}

std::string cache_control(Answer const& answer) {
  for (auto const& [name, value] : answer.headers)
    if (name == "Cache-Control") return value;
  return {};
}

constexpr char kForGood[] = "public, max-age=31536000, immutable";
// Ten digits of the SHA-256 of `b{}`, `now` and `core`.
constexpr char kStyles[] = "assets/portal.ef2a875407.css";
constexpr char kScript[] = "assets/portal.ed5eb9a37e.js";
constexpr char kModule[] = "assets/core.0d45f5fd46.wasm";
constexpr char kManifest[] = R"({
  "portal.css": "portal.ef2a875407.css", "portal.js": "portal.ed5eb9a37e.js", "core.wasm": "core.0d45f5fd46.wasm"
})";

void put_named_assets(TemporaryFolder const& folder) {
  put(folder, kStyles, "b{}");
  put(folder, kScript, "now");
  put(folder, kModule, "core");
  put(folder, "assets/manifest.json", kManifest);
}

TEST_CASE("a file is kept for good when its name carries the digest of its bytes, and only then") {
  TemporaryFolder const folder;
  put_named_assets(folder);
  put(folder, "assets/portal.0123456789.css", "b{}");
  put(folder, "assets/portal.css", "b{}");
  StaticFiles const files = StaticFiles::read(folder.path()).value();
  Answer const named = ask(files, "/" + std::string{kStyles});
  CHECK(cache_control(named) == kForGood);
  std::string const etag = make_etag("b{}", "");
  Answer const known = ask(files, "/" + std::string{kStyles}, {{"If-None-Match", etag}});
  CHECK(known.status == 304);
  CHECK(cache_control(known) == kForGood);
  for (char const* const other :
       {"/assets/portal.0123456789.css", "/assets/portal.css", "/assets/manifest.json"}) {
    CAPTURE(other);
    CHECK(ask(files, other).status == 200);
    CHECK(cache_control(ask(files, other)) == "no-cache");
  }
}

TEST_CASE("another build's style sheet and script are answered with this build's, for now") {
  TemporaryFolder const folder;
  put_named_assets(folder);
  StaticFiles const files = StaticFiles::read(folder.path()).value();
  Answer const styles = ask(files, "/assets/portal.0123456789.css");
  CHECK(styles.status == 200);
  CHECK(styles.content() == "b{}");
  CHECK(cache_control(styles) == "no-store");
  CHECK(ask(files, "/assets/portal.0123456789.js").content() == "now");
  CHECK(ask(files, "/assets/core.0123456789.wasm").status == 404);
  CHECK(ask(files, "/assets/other.0123456789.js").status == 404);
  CHECK(ask(files, "/assets/portal.css").status == 404);
}

TEST_CASE("a site folder without the assets that it names, or with a wrong manifest, is refused") {
  TemporaryFolder const folder;
  put_named_assets(folder);
  REQUIRE(StaticFiles::read(folder.path()).ok());
  std::filesystem::remove(folder / kModule);
  auto const without = StaticFiles::read(folder.path());
  REQUIRE_FALSE(without.ok());
  CHECK(without.error().why.find(kModule) != std::string::npos);
  put(folder, "assets/manifest.json", "[]");
  CHECK_FALSE(StaticFiles::read(folder.path()).ok());
}

TEST_CASE("a page made now has this build's names in it, and is the page that lies there") {
  TemporaryFolder const folder;
  put_named_assets(folder);
  std::string const named = "<head>\"/" + std::string{kStyles} + "\"</head>";
  put(folder, "brand/index.html", named);
  put(folder, "brand/index.html.gz", "compressed");
  StaticFiles const files = StaticFiles::read(folder.path()).value();
  Request request;
  request.path = "/brand";
  request.headers = {{"Accept-Encoding", "gzip"}};
  Answer made;
  made.body = R"(<head>"/assets/portal.css"</head>)";
  CHECK(files.answer_page(request, made).content() == "compressed");
  request.path = "/elsewhere";
  CHECK(files.answer_page(request, made).content() == named);
}

TEST_CASE("the same name in the compressed form has another entity tag") {
  CHECK(make_etag("x", "") != make_etag("x", "-br"));
  CHECK(make_etag("x", "") != make_etag("y", ""));
}

TEST_CASE("links inside the folder are followed, links out of it are refused") {
  TemporaryFolder const folder;
  put(folder, "a.txt", "a");
  std::filesystem::create_symlink("a.txt", folder / "b.txt");
  auto const inside = StaticFiles::read(folder.path());
  REQUIRE(inside.ok());
  CHECK(ask(inside.value(), "/b.txt").content() == "a");
  std::filesystem::create_symlink("/etc/hostname", folder / "c.txt");
  CHECK_FALSE(StaticFiles::read(folder.path()).ok());
}

TEST_CASE("Accept-Encoding: a coding is taken when it is named and its weight is not zero") {
  CHECK(accepts_coding("gzip, deflate, br", "br"));
  CHECK(accepts_coding("BR;q=0.5", "br"));
  CHECK_FALSE(accepts_coding("gzip, br;q=0", "br"));
  CHECK_FALSE(accepts_coding("gzip, br; q=0.000", "br"));
  CHECK_FALSE(accepts_coding("brotli", "br"));
  CHECK_FALSE(accepts_coding("", "br"));
}

}  // namespace
}  // namespace putright::http
