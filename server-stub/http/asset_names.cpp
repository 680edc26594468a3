#include "server-stub/http/asset_names.hpp"

#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"
#include "shared/wire/json.hpp"

namespace putright::http {
namespace {

constexpr std::string_view kFolder = "/assets/";
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz_";
constexpr std::string_view kHexadecimal = "0123456789abcdef";
constexpr json::Limits kManifestLimits{.bytes = limits::kAssetManifestBytes, .depth = 1};

bool is_made_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

// The parts of `name.digest.ending`; all empty when it is not that.
struct Parts {
  std::string_view name;
  std::string_view digest;
  std::string_view ending;
};

Parts parts_of(std::string_view address) {
  if (address.substr(0, kFolder.size()) != kFolder) return {};
  address.remove_prefix(kFolder.size());
  std::size_t const first = address.find('.');
  std::size_t const last = address.rfind('.');
  if (first == last) return {};
  Parts const parts{address.substr(0, first), address.substr(first + 1, last - first - 1),
                    address.substr(last + 1)};
  bool const is_one = is_made_of(parts.name, kLetters) && is_made_of(parts.ending, kLetters) &&
                      is_made_of(parts.digest, kHexadecimal) &&
                      parts.digest.size() == kAssetDigestCharacters;
  return is_one ? parts : Parts{};
}

Failure refused(std::string_view why) {
  return {"the site folder's " + std::string{kAssetManifest.substr(1)} + ' ' + std::string{why}};
}

}  // namespace

std::string plain_name_of(std::string_view address) {
  Parts const parts = parts_of(address);
  if (parts.name.empty()) return {};
  return std::string{parts.name} + '.' + std::string{parts.ending};
}

bool carries_digest_of(std::string_view address, std::string_view bytes) {
  Parts const parts = parts_of(address);
  return !parts.digest.empty() &&
         parts.digest == hexadecimal(sha256(bytes)).substr(0, kAssetDigestCharacters);
}

Outcome<AssetNames, Failure> AssetNames::read(std::string_view manifest) {
  auto const root = json::parse(manifest, kManifestLimits);
  if (!root.ok() || root.value().kind != json::Kind::object) return refused("is no JSON object");
  AssetNames names;
  for (auto const& [name, offset, value] : root.value().members) {
    std::string address = std::string{kFolder} + value.string;
    if (plain_name_of(address) != name)
      return refused("gives " + name + " a name that is not its own with a digest");
    names.addresses_.emplace(name, std::move(address));
  }
  return names;
}

std::string AssetNames::address_of(std::string_view plain_name) const {
  auto const found = addresses_.find(plain_name);
  return found == addresses_.end() ? std::string{} : found->second;
}

void AssetNames::write_into(std::string& page) const {
  for (auto const& [name, address] : addresses_) {
    std::string_view const head = std::string_view{page}.substr(0, page.find("</head>"));
    std::string const plain = '"' + std::string{kFolder} + name + '"';
    std::size_t const at = head.find(plain);
    if (at != std::string_view::npos) page.replace(at + 1, plain.size() - 2, address);
  }
}

}  // namespace putright::http
