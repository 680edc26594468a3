// Reads lines `CALL JSON` (open, answer, assess, check) and answers each with one line of JSON text
// as the boundary gave it; line ends inside a refusal become spaces.
#include <algorithm>
#include <cstring>
#include <iostream>
#include <string>

#include "web/boundary.hpp"

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::size_t const space = line.find(' ');
    std::string const call = line.substr(0, space);
    std::string const input = space == std::string::npos ? "" : line.substr(space + 1);
    std::memcpy(putright_reserve(input.size() + 1), input.data(), input.size());
    if (call == "open") putright_open_policy(input.size());
    if (call == "answer") putright_answer(input.size());
    if (call == "assess") putright_assess(input.size());
    if (call == "check") putright_check(input.size());
    std::string result{putright_result_data(), putright_result_size()};
    std::replace(result.begin(), result.end(), '\n', ' ');
    std::cout << result << '\n';
  }
  return 0;
}
