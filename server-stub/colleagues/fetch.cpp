#include "server-stub/colleagues/fetch.hpp"

#include <array>
#include <memory>

#include <curl/curl.h>

#include "server-stub/limits.hpp"

namespace putright {
namespace {

struct HandleFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, HandleFree>;

std::size_t take(char* bytes, std::size_t, std::size_t count, void* into) {
  auto& body = *static_cast<std::string*>(into);
  // Fewer than were given ends the transfer.
  if (body.size() + count > limits::kIssuerBytes) return 0;
  body.append(bytes, count);
  return count;
}

int look_whether_to_end(void* ending, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<std::atomic<bool> const*>(ending)->load() ? 1 : 0;
}

template <class... Values>
bool set(CURL* handle, CURLoption option, Values... values) {
  return curl_easy_setopt(handle, option, values...) == CURLE_OK;
}

bool set_up(CURL* handle, std::string const& url, std::string* body, char* why,
            std::atomic<bool> const& ending) {
  bool const secure = url.compare(0, 8, "https://") == 0;
  return set(handle, CURLOPT_URL, url.c_str()) && set(handle, CURLOPT_ERRORBUFFER, why) &&
         set(handle, CURLOPT_PROTOCOLS_STR, secure ? "https" : "http") &&
         // To this machine without a proxy, whatever the environment says.
         (secure || set(handle, CURLOPT_PROXY, "")) &&
         set(handle, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2}) &&
         set(handle, CURLOPT_FOLLOWLOCATION, 0L) && set(handle, CURLOPT_NOSIGNAL, 1L) &&
         set(handle, CURLOPT_CONNECTTIMEOUT_MS,
             static_cast<long>(limits::kIssuerConnectTime.count())) &&
         set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits::kIssuerTime.count())) &&
         set(handle, CURLOPT_USERAGENT, "putright/" PUTRIGHT_VERSION) &&
         set(handle, CURLOPT_WRITEFUNCTION, &take) && set(handle, CURLOPT_WRITEDATA, body) &&
         set(handle, CURLOPT_NOPROGRESS, 0L) &&
         set(handle, CURLOPT_XFERINFOFUNCTION, &look_whether_to_end) &&
         set(handle, CURLOPT_XFERINFODATA, static_cast<void const*>(&ending));
}

// The host and port of an address, which begins with `start`.
std::string_view host_of(std::string_view url, std::string_view start) {
  if (!url.starts_with(start)) return {};
  url.remove_prefix(start.size());
  return url.substr(0, url.find('/'));
}

bool is_this_machine(std::string_view host) {
  std::string_view const name = host.substr(0, host.find(':'));
  return name == "127.0.0.1" || name == "localhost";
}

}  // namespace

bool is_fetchable(std::string_view url) {
  if (url.find_first_of("?#@\\ \t\r\n") != std::string_view::npos) return false;
  std::string_view const host = host_of(url, "https://");
  return !host.empty() ? host.front() != ':' : is_this_machine(host_of(url, "http://"));
}

Outcome<std::string, Failure> fetch(std::string const& url, std::atomic<bool> const& ending) {
  if (!is_fetchable(url)) return Failure{"may not be asked: " + url};
  // Counted by the library: made ready at the first call, and for as long as the program runs.
  static CURLcode const ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  Handle const handle{ready == CURLE_OK ? curl_easy_init() : nullptr};
  std::string body;
  std::array<char, CURL_ERROR_SIZE> why{};
  if (!handle || !set_up(handle.get(), url, &body, why.data(), ending))
    return Failure{"cannot ask " + url};
  CURLcode const code = curl_easy_perform(handle.get());
  if (code == CURLE_WRITE_ERROR)
    return Failure{url + " answers with more than " + std::to_string(limits::kIssuerBytes) +
                   " bytes"};
  if (code != CURLE_OK)
    return Failure{"cannot read " + url + ": " +
                   (why[0] != '\0' ? why.data() : curl_easy_strerror(code))};
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) return Failure{url + " answers with " + std::to_string(status)};
  return body;
}

}  // namespace putright
