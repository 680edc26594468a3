// The names of the files under /assets/, as the site's build wrote them: each carries the digest of
// its bytes, so that a name never means other bytes (docs/decisions/0020). The presenter writes
// plain names, which are the same in every build; whoever sends a page puts these in.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "server-stub/failure.hpp"

namespace putright::http {

/// Where the build writes them down, below the site folder.
inline constexpr std::string_view kAssetManifest = "/assets/manifest.json";
/// Hexadecimal digits of the SHA-256 that a name carries; web/assets.mjs writes as many.
inline constexpr std::size_t kAssetDigestCharacters = 10;

/// `portal.css` of `/assets/portal.0123456789.css`; empty when the address carries no digest.
std::string plain_name_of(std::string_view address);

/// Whether the address carries the digest of these bytes.
bool carries_digest_of(std::string_view address, std::string_view bytes);

class AssetNames {
 public:
  /// Reads the manifest: a JSON object of plain names and names with digests. One line when it is
  /// not that.
  static Outcome<AssetNames, Failure> read(std::string_view manifest);

  /// The address of the file with this plain name in this build; empty when there is none.
  std::string address_of(std::string_view plain_name) const;

  /// Puts this build's names into the head of a page that the presenter made. Words cannot be
  /// taken for a link: their quotation marks are escaped.
  void write_into(std::string& page) const;

  /// Plain names, and their addresses.
  std::map<std::string, std::string, std::less<>> const& all() const { return addresses_; }

 private:
  std::map<std::string, std::string, std::less<>> addresses_;
};

}  // namespace putright::http
