// Papers and notices on colleagues' pages of one complaint: the case file and letters to print, and
// what a colleague told the customer by hand.
#pragma once
#include "server-stub/routes/staff_press.hpp"

namespace putright::routes {

void show_case_file_page(Pressed const& press);
void show_letter(Pressed const& press);
/// A file of the customer's, to be saved and never shown: it comes from a stranger.
void open_file(Pressed const& press);

/// Notes that the customer was told by letter or phone; then `shown` answers.
void note_told(Pressed const& press, std::function<void()> const& shown);
/// Lets a mail that was given up be tried again; then `shown` answers.
void try_mail_again(Pressed const& press, std::function<void()> const& shown);

}  // namespace putright::routes
