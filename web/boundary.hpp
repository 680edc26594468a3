// The whole WebAssembly boundary: text in, text out. The page writes its input into the buffer that
// `putright_reserve` gives, calls one function, and reads the result. Also compiled natively, so
// that the parity test can feed both builds the same bytes.
#pragma once
#include <cstddef>

extern "C" {
/// A buffer for `size` bytes of input, good until the next call of this function.
char* putright_reserve(std::size_t size);
/// Opens the policy book from its joined files. 1: opened; 0: refused, the reason is the result.
int putright_open_policy(std::size_t size);
/// A portal request to its answer (portal/journey/portal.hpp, `answer_json`).
void putright_answer(std::size_t size);
/// A complaint record, `{"record": ..., "as_of": instant, "receipt": rule}`, to its assessment or
/// problems.
void putright_assess(std::size_t size);
/// A submission to its problems.
void putright_check(std::size_t size);
char const* putright_result_data();
std::size_t putright_result_size();
}
