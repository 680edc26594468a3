// The site folder, read once at the start: a request can only name a file that was there then, and
// never reaches the file system. Links that lead out of the folder are refused.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server-stub/failure.hpp"
#include "server-stub/http/asset_names.hpp"
#include "server-stub/http/message.hpp"

namespace putright::http {

/// One form of a file's bytes. `etag` is strong: each form has its own.
struct FileForm {
  std::shared_ptr<std::string const> bytes;
  std::string etag;
};

/// How long a browser may use a file: until it has asked again; for good, since its name would be
/// another if its bytes were; not at all.
enum class Keeping { until_asked, for_good, never };

/// A file and the compressed forms that lay beside it (`.br`, `.gz`), where they did.
struct StaticFile {
  std::string media_type;
  Keeping keeping;
  FileForm plain;
  FileForm brotli;
  FileForm gzip;
};

class StaticFiles {
 public:
  /// Reads a whole folder. A folder that is not there gives no files; one that cannot be read, is
  /// larger than the limits or names assets that it has not got is refused with one line.
  static Outcome<StaticFiles, Failure> read(std::string const& folder);

  /// Adds or replaces one file, which is made and not read. One that lies there with the same bytes
  /// stays, with its compressed forms.
  void add(std::string path, std::string bytes);

  std::size_t size() const { return files_.size(); }

  /// The file at the request's path: 200, 304 or 404. A page of another build asks for that build's
  /// style sheet or script: it gets this build's, which nobody keeps under that name.
  Answer answer(Request const& request) const;

  /// What pages call the files under /assets/.
  AssetNames const& assets() const { return assets_; }

  /// A page that was made just now, with this build's names in it; when the page that lies at this
  /// address has the same bytes, in the form that the caller takes, with its entity tag.
  Answer answer_page(Request const& request, Answer made) const;

 private:
  Done read_asset_names();
  Answer answer_another_build(Request const& request) const;

  std::unordered_map<std::string, StaticFile> files_;
  AssetNames assets_;
};

/// By the name's ending; `application/octet-stream` when it is not one we know.
std::string_view media_type_for(std::string_view path);

/// A strong entity tag of these bytes, quotes included.
std::string make_etag(std::string_view bytes, std::string_view form);

/// Whether an If-None-Match header names this tag (RFC 9110, 13.1.2).
bool names_etag(std::string_view if_none_match, std::string_view etag);

/// Whether an Accept-Encoding header takes this coding (RFC 9110, 12.5.3).
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

}  // namespace putright::http
