// An open file of the machine, closed on every way out.
#pragma once
#include <string>
#include <string_view>

namespace putright {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

/// Writes all of it, or gives false with `errno` set.
bool write_all(Descriptor const& file, std::string_view bytes);

/// Makes the names in the folder of `path` safe: a name is on the disk only when its folder is.
void flush_folder_of(std::string const& path);

}  // namespace putright
