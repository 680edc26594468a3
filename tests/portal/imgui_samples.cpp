#include "tests/portal/imgui_samples.hpp"

namespace putright::support {

view::Node paragraph(std::string text) {
  return {view::Paragraph{view::plain(std::move(text))}};
}

view::Screen screen_with(std::vector<view::Node> body) {
  view::Screen screen;
  screen.id = "test";
  screen.path = "/test";
  screen.title = "Test";
  screen.body = std::move(body);
  return screen;
}

namespace {

view::Choices sample_choices() {
  using namespace view;
  return {"reply_by",
          "How should we reply?",
          "Choose one",
          {{"email", "Email", "", false}, {"letter", "Letter", "By post", true}},
          "Choose how we should reply",
          Choices::Arity::one,
          false};
}

view::TimelineStep sample_step() {
  using namespace view;
  return {"We log and acknowledge it",
          TimelineStep::State::late,
          "Late. It was due by Thursday 2 April 2026",
          {paragraph("Step words")}};
}

view::DayCount sample_day_count() {
  return {
      "The count",
      "Day",
      "Date",
      "Counted",
      {{view::DayCountRow::Kind::bank_holiday, "", "Friday 3 April", "Good Friday, not counted"}}};
}

std::vector<Sample> samples_of_words_and_questions() {
  using namespace view;
  return {
      {"heading", {Heading{1, "Make a complaint"}}, {"Make a complaint"}, {}},
      {"paragraph",
       {Paragraph{{{Span::Kind::plain, "Call ", ""}, {Span::Kind::link, "our team", "/team"}}}},
       {"Call our team"},
       {"our team"}},
      {"quotation", {Quotation{"line one\nline two"}}, {"line one\nline two"}, {}},
      {"bullet list",
       {BulletList{{plain("First thing"), plain("Second thing")}, BulletList::Order::steps}},
       {"First thing", "Second thing"},
       {}},
      {"inset", {Inset{plain("Beside the flow")}}, {"Beside the flow"}, {}},
      {"warning", {Warning{plain("You must answer")}}, {"You must answer"}, {}, "! Warning"},
      {"notice",
       {Notice{"It has been sent", Notice::Tone::good, {paragraph("We have it")}}},
       {"It has been sent", "We have it"},
       {}},
      {"file field",
       {FileField{"attachments", "Choose files", "Photos", "Choose it again"}},
       {"Choose files", "Photos", "Choose it again"},
       {},
       "Error"},
      {"scan code",
       {ScanCode{"Scan this", "https://example.org/x"}},
       {"Scan this"},
       {"https://example.org/x"},
       "",
       "https://example.org/x"},
      {"text field",
       {TextField{"name", "Your name", "As on a letter", "", "Enter your name",
                  TextField::Size::line, TextField::Purpose::own_name, false}},
       {"Your name", "As on a letter", "Enter your name"},
       {"Your name"},
       "Error"},
      {"choices",
       {sample_choices()},
       {"How should we reply?", "Choose one", "Choose how we should reply"},
       {"Email", "Letter"},
       "Error"},
      {"action", {Action{"Continue", "continue", Action::Weight::main}}, {}, {"Continue"}},
      {"onward", {Onward{"Start now", "/start", Onward::Weight::start}}, {}, {"Start now"}},
      {"summary list",
       {SummaryList{{{"What it is about", "Repairs", "change-about"}}}},
       {"What it is about", "Repairs"},
       {"Change"}},
  };
}

std::vector<Sample> samples_of_records() {
  using namespace view;
  return {
      {"details",
       {Details{"How we worked out this date", {paragraph("Hidden")}}},
       {},
       {"How we worked out this date"},
       "Hidden"},
      {"timeline",
       {Timeline{{sample_step()}}},
       {"We log and acknowledge it", "Late. It was due by", "Step words"},
       {}},
      {"day count",
       {sample_day_count()},
       {"The count", "Friday 3 April: Good Friday, not counted"},
       {},
       "Counted Date Day"},
      {"table",
       {Table{"To do",
              {{"Reference"}, {"Days left", Table::Column::Holds::numbers}},
              {{{link("HP-7K2M-4Q9X", "/staff/")}, plain("3")}}}},
       {"To do", "Reference", "Days left", "3"},
       {"HP-7K2M-4Q9X"}},
      {"bar chart",
       {BarChart{"By month", {{"March", "7 complaints", 7}, {"April", "none", 0}}, 7}},
       {"By month", "March: 7 complaints"},
       {},
       "",
       "By month"},
      {"contact card",
       {ContactCard{"Housing Ombudsman",
                    "Independent",
                    {{ContactWay::Kind::phone, "Call", "0300 111 3000"}}}},
       {"Housing Ombudsman", "Independent", "0300 111 3000"},
       {}},
      {"confirmation",
       {Confirmation{"Complaint sent", "Your reference", "HP-7K2M-4Q9X"}},
       {"Complaint sent", "Your reference", "HP-7K2M-4Q9X"},
       {}},
      {"code",
       {Code{"Your tracking key", "ABCD-EFGH"}},
       {"Your tracking key", "ABCD-EFGH"},
       {"Copy"},
       "",
       "Copy"},
      {"download",
       {Download{"Download your receipt", "receipt.jws", "application/jose", "abc"}},
       {},
       {"Download your receipt"}},
      {"status", {Status{"Late", Status::Tone::attention}}, {"Late"}, {}},
      {"signposts",
       {Signposts{{{"Homes Plus", "/homes-plus/", "Homes to rent"}}}},
       {"Homes to rent"},
       {"Homes Plus"}},
      {"form", {Form{"/send", {}, {paragraph("Inside a form")}}}, {"Inside a form"}, {}},
  };
}

}  // namespace

std::vector<Sample> samples() {
  auto all = samples_of_words_and_questions();
  auto const records = samples_of_records();
  all.insert(all.end(), records.begin(), records.end());
  return all;
}

}  // namespace putright::support
