// A file that is whole when it gets its name, and that replaces none: backups and exports.
#pragma once
#include <string>

#include "server-stub/failure.hpp"

namespace putright {

/// The file while it is made, under another name. Gone without a trace unless it got its own.
class NewFile {
 public:
  explicit NewFile(std::string to);
  ~NewFile();
  NewFile(NewFile const&) = delete;
  NewFile& operator=(NewFile const&) = delete;

  /// Where to write it meanwhile.
  std::string const& path() const { return path_; }

  /// Makes it, empty, for its owner alone. Refused when there is a file of that name already.
  Done make() const;

  /// Gives it its name once it is written and flushed. Refused when there is a file of that name
  /// by now.
  Done give_name() const;

 private:
  void remove() const;
  std::string to_;
  std::string path_;
};

}  // namespace putright
