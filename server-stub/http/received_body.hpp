// The body of a request, as Beast's parser fills it: in memory, or handed on to a receiver part by
// part.
#pragma once
#include <cstdint>
#include <string>

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/optional/optional.hpp>

#include "server-stub/http/receiver.hpp"

namespace putright::http {

/// A Beast `Body` that can be read. The names inside are those that Beast asks for.
struct ReceivedBody {
  // NOLINTBEGIN(readability-identifier-naming)
  struct value_type {
    std::string text;
    /// When set, it takes every part and `text` stays empty.
    Receiver* receiver = nullptr;
  };

  class reader {
   public:
    template <bool is_request, class Fields>
    reader(boost::beast::http::header<is_request, Fields>&, value_type& body) : body_(body) {}

    void init(boost::optional<std::uint64_t> const& length, boost::beast::error_code& error) {
      if (length && body_.receiver == nullptr)
        body_.text.reserve(static_cast<std::size_t>(*length));
      error = {};
    }

    template <class Buffers>
    std::size_t put(Buffers const& buffers, boost::beast::error_code& error) {
      std::size_t taken = 0;
      for (auto const buffer : boost::beast::buffers_range_ref(buffers)) {
        std::string_view const part{static_cast<char const*>(buffer.data()), buffer.size()};
        if (body_.receiver != nullptr) {
          body_.receiver->take(part);
        } else {
          body_.text += part;
        }
        taken += part.size();
      }
      error = {};
      return taken;
    }

    void finish(boost::beast::error_code& error) { error = {}; }

   private:
    value_type& body_;
  };
  // NOLINTEND(readability-identifier-naming)
};

}  // namespace putright::http
