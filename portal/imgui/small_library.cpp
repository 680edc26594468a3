#include "portal/imgui/small_library.hpp"

#include "shared/base/require.hpp"

namespace {

// Writes into a buffer of C, always ended; counts what would not fit, as vsnprintf does.
class Written {
 public:
  Written(char* to, std::size_t size) : to_(to), size_(size) {}

  void add(char letter) {
    if (count_ + 1 < size_) to_[count_] = letter;
    ++count_;
  }
  void add(char const* text) {
    for (; *text != 0; ++text)
      add(*text);
  }
  // As `%08X` and `%02d` do, which is all that is asked for.
  void add(unsigned number, unsigned base, int width) {
    char digits[16];
    int count = 0;
    do {
      digits[count++] = "0123456789ABCDEF"[number % base];
      number /= base;
    } while (number != 0);
    for (; width > count; --width)
      add('0');
    while (count > 0)
      add(digits[--count]);
  }
  int end() {
    if (size_ > 0) to_[count_ < size_ ? count_ : size_ - 1] = 0;
    return static_cast<int>(count_);
  }

 private:
  char* to_;
  std::size_t size_;
  std::size_t count_ = 0;
};

constexpr double kTurn = 6.283185307179586;
constexpr double kQuarter = kTurn / 4;
// Terms of the series: the last is below a float's precision over half a turn.
constexpr int kTerms = 12;

float sine(double angle) {
  double const x = angle - kTurn * std::floor(angle / kTurn + 0.5);
  double term = x;
  double sum = x;
  for (int at = 1; at <= kTerms; ++at) {
    term *= -x * x / (2 * at * (2 * at + 1));
    sum += term;
  }
  return static_cast<float>(sum);
}

}  // namespace

extern "C" {
// The settings file that it would read is switched off.
int putright_reads_nothing(char const* /*text*/, char const* /*format*/, ...) {
  return 0;
}

int putright_writes_names(char* to, std::size_t size, char const* format, va_list values) {
  Written written(to, size);
  for (; *format != 0; ++format) {
    if (*format != '%') {
      written.add(*format);
      continue;
    }
    int width = 0;
    for (++format; *format >= '0' && *format <= '9'; ++format)
      width = width * 10 + (*format - '0');
    if (*format == 's') {
      written.add(va_arg(values, char const*));
    } else if (*format == 'X' || *format == 'x') {
      written.add(va_arg(values, unsigned), 16, width);
    } else {
      PUTRIGHT_REQUIRE(*format == 'd');
      written.add(static_cast<unsigned>(va_arg(values, int)), 10, width);
    }
  }
  return written.end();
}

float putright_sine(float angle) {
  return sine(static_cast<double>(angle));
}
float putright_cosine(float angle) {
  return sine(static_cast<double>(angle) + kQuarter);
}
}
