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

/// Who may hold the same file locked: `together` with others who do so too, or nobody else.
enum class Locking { together, alone };

/// Locks the file among all who lock it so. The lock goes with the descriptor, or its process.
/// `lock_now` gives false when others hold it; `lock` waits for them.
bool lock_now(Descriptor const& file, Locking locking);
bool lock(Descriptor const& file, Locking locking);

/// Gives the lock back before the descriptor goes.
void unlock(Descriptor const& file);

/// Makes the names in the folder of `path` safe: a name is on the disk only when its folder is.
void flush_folder_of(std::string const& path);

}  // namespace putright
