#include "server-stub/http/static_files.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "server-stub/files.hpp"
#include "server-stub/http/refusal.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kMediaTypes{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".map", "application/json"},
    {".json", "application/json"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".webmanifest", "application/manifest+json"},
    {".ics", "text/calendar; charset=utf-8"},
}};

FileForm form_of(std::string bytes, std::string_view form) {
  std::string etag = make_etag(bytes, form);
  return {std::make_shared<std::string const>(std::move(bytes)), std::move(etag)};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

// Takes the next item of a comma-separated header.
std::string_view next_item(std::string_view& rest) {
  std::string_view const item = rest.substr(0, rest.find(','));
  rest.remove_prefix(item.size() == rest.size() ? item.size() : item.size() + 1);
  return trimmed(item);
}

bool weight_is_zero(std::string_view parameters) {
  std::size_t const at = parameters.find("q=");
  if (at == std::string_view::npos) return false;
  std::string_view const weight = parameters.substr(at + 2);
  return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

// Whether a link's target lies inside the folder; both are canonical paths.
bool lies_inside(fs::path const& folder, fs::path const& file) {
  auto const inside = file.lexically_relative(folder);
  return !inside.empty() && *inside.begin() != "..";
}

FileForm const& form_for(StaticFile const& file, std::string_view accepted) {
  if (file.brotli.bytes && accepts_coding(accepted, "br")) return file.brotli;
  if (file.gzip.bytes && accepts_coding(accepted, "gzip")) return file.gzip;
  return file.plain;
}

std::string cache_control(Keeping keeping) {
  switch (keeping) {
    case Keeping::for_good:
      return "public, max-age=31536000, immutable";
    case Keeping::until_asked:
      return "no-cache";
    case Keeping::never:
      break;
  }
  return "no-store";
}

StaticFile file_of(std::string_view path, std::string bytes) {
  auto const keeping = carries_digest_of(path, bytes) ? Keeping::for_good : Keeping::until_asked;
  return {std::string{media_type_for(path)}, keeping, form_of(std::move(bytes), ""), {}, {}};
}

Answer answer_file(StaticFile const& file, Request const& request, Keeping keeping) {
  FileForm const& form = form_for(file, request.header("Accept-Encoding"));
  Answer answer;
  answer.headers.push_back({"Cache-Control", cache_control(keeping)});
  answer.headers.push_back({"Vary", "Accept-Encoding"});
  answer.headers.push_back({"ETag", form.etag});
  if (names_etag(request.header("If-None-Match"), form.etag)) {
    answer.status = 304;
    return answer;
  }
  if (&form != &file.plain)
    answer.headers.push_back({"Content-Encoding", &form == &file.brotli ? "br" : "gzip"});
  answer.media_type = file.media_type;
  answer.shared_body = form.bytes;
  return answer;
}

}  // namespace

std::string_view media_type_for(std::string_view path) {
  for (auto const& [ending, type] : kMediaTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::string make_etag(std::string_view bytes, std::string_view form) {
  return '"' + hexadecimal(sha256(bytes)).substr(0, 32) + std::string{form} + '"';
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    std::string_view item = next_item(if_none_match);
    if (item.substr(0, 2) == "W/") item.remove_prefix(2);
    if (item == etag || item == "*") return true;
  }
  return false;
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  while (!accept_encoding.empty()) {
    std::string_view const item = next_item(accept_encoding);
    std::string_view const token = trimmed(item.substr(0, item.find(';')));
    if (same_ignoring_case(token, coding)) return !weight_is_zero(item.substr(token.size()));
  }
  return false;
}

void StaticFiles::add(std::string path, std::string bytes) {
  if (auto const found = files_.find(path);
      found != files_.end() && *found->second.plain.bytes == bytes)
    return;
  StaticFile file = file_of(path, std::move(bytes));
  files_.insert_or_assign(std::move(path), std::move(file));
}

Outcome<StaticFiles, Failure> StaticFiles::read(std::string const& folder) {
  StaticFiles files;
  std::error_code error;
  fs::path const root = fs::canonical(folder, error);
  if (error) return files;
  std::unordered_map<std::string, std::string> found;
  std::size_t bytes = 0;
  for (fs::recursive_directory_iterator at{root, error}, end; !error && at != end;
       at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    fs::path const real = fs::canonical(at->path(), error);
    if (error || !lies_inside(root, real)) {
      return Failure{"the site folder has a link that leads out of it: " + at->path().string()};
    }
    auto content = read_file(real.string(), limits::kSiteBytes - bytes);
    if (!content.ok()) return content.error();
    bytes += content.value().size();
    found.emplace('/' + at->path().lexically_relative(root).generic_string(),
                  std::move(content).value());
    if (found.size() > limits::kSiteFiles)
      return Failure{"the site folder has too many files: " + folder};
  }
  if (error) return Failure{"cannot read the site folder " + folder + ": " + error.message()};
  for (auto& [path, content] : found) {
    if (path.ends_with(".br") || path.ends_with(".gz")) continue;
    StaticFile file = file_of(path, content);
    if (auto const at = found.find(path + ".br"); at != found.end())
      file.brotli = form_of(at->second, "-br");
    if (auto const at = found.find(path + ".gz"); at != found.end())
      file.gzip = form_of(at->second, "-gz");
    files.files_.emplace(path, std::move(file));
  }
  if (auto const named = files.read_asset_names(); !named.ok()) return named.error();
  return files;
}

Done StaticFiles::read_asset_names() {
  auto const manifest = files_.find(std::string{kAssetManifest});
  if (manifest == files_.end()) return std::monostate{};
  auto names = AssetNames::read(*manifest->second.plain.bytes);
  if (!names.ok()) return names.error();
  for (auto const& [name, address] : names.value().all()) {
    if (files_.count(address) == 0)
      return Failure{"the site folder has no " + address.substr(1) + ", which its " +
                     std::string{kAssetManifest.substr(1)} + " names"};
  }
  assets_ = std::move(names).value();
  return std::monostate{};
}

Answer StaticFiles::answer(Request const& request) const {
  auto const found =
      files_.find(request.path.back() == '/' ? request.path + "index.html" : request.path);
  if (found == files_.end()) return answer_another_build(request);
  return answer_file(found->second, request, found->second.keeping);
}

// While one build takes another's place, a page may come from one and be asked for what it links at
// the other: it must neither look broken nor stop. A module is left out: the page does without, and
// an older core with a newer script would be worse.
Answer StaticFiles::answer_another_build(Request const& request) const {
  std::string const plain = plain_name_of(request.path);
  bool const may_stand_in = plain.ends_with(".css") || plain.ends_with(".js");
  auto const found = files_.find(may_stand_in ? assets_.address_of(plain) : "");
  if (found == files_.end()) return refuse(Refusal::not_found);
  return answer_file(found->second, request, Keeping::never);
}

Answer StaticFiles::answer_page(Request const& request, Answer made) const {
  bool const is_folder = request.path.back() == '/';
  auto const found = files_.find(request.path + (is_folder ? "index.html" : "/index.html"));
  assets_.write_into(made.body);
  if (made.status != 200 || found == files_.end() || *found->second.plain.bytes != made.body)
    return made;
  return answer_file(found->second, request, found->second.keeping);
}

}  // namespace putright::http
