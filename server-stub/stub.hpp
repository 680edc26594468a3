// What the routes share: everything a serving stub holds, made once at the start (serve.cpp).
#pragma once
#include <functional>
#include <string>

#include "server-stub/attachments/folder.hpp"
#include "server-stub/background.hpp"
#include "server-stub/colleagues/directory.hpp"
#include "server-stub/http/static_files.hpp"
#include "server-stub/keys/key_folder.hpp"
#include "server-stub/metrics.hpp"
#include "server-stub/policy_source.hpp"
#include "server-stub/store/store.hpp"
#include "server-stub/store/writer.hpp"
#include "server-stub/wrong_keys.hpp"

namespace putright {

struct Stub {
  PolicySource const& policy;
  Keys const& keys;
  store::Store& store;
  store::Writer& writer;
  http::StaticFiles const& site;
  Metrics& metrics;
  WrongKeys& wrong_keys;
  attachments::Folder& attachments;
  Background& background;
  ColleagueDirectory& colleagues;
  std::function<Instant()> now;
  std::function<std::size_t()> connections;
  /// SHA-256 of the joined policy files, base64url: receipts name it.
  std::string policy_sha256;
  /// Where customers find this website; empty: at the host that they ask.
  std::string origin{};
};

}  // namespace putright
