#include "portal/information/pages.hpp"

namespace putright::information {
namespace {

// Sentences longer than a line stand on several: no comma is missing.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

// Our promise
constexpr Words kPromisePoints[] = {
    "We log your complaint and tell you that we have it within {acknowledge} working days. We do "
    "it "
    "sooner when we can.",
    "We talk with you about your complaint.",
    "We aim to respond within {respond} working days after that.",
    "If you are not happy with our response, we look at it again. We respond within {review} "
    "working "
    "days.",
    "We work with you to find an answer that you are happy with, and keep you informed.",
    "We tell you which ombudsman can help you, and how to reach it.",
};
constexpr Words kPromiseLearn[] = {
    "We use complaints, comments and compliments to do better. We share what we have changed in "
    "newsletters, in our annual report and on our websites.",
    "We also report to the Customer Partnership Panel and to the Homes Board, so that they see "
    "what "
    "complaints are about and what we have changed."};
constexpr Words kWorkingDay[] = {
    "A working day is Monday to Friday. Evenings, weekends and bank holidays in England and Wales "
    "do "
    "not count. Every date that we give you can be opened to see how it was worked out."};
constexpr Section kPromise[] = {{"What we do", {}, kPromisePoints},
                                {"What we learn", kPromiseLearn, {}},
                                {"What a working day is", kWorkingDay, {}}};

// Step by step
constexpr Words kSendPoints[] = {
    "Tell us what went wrong, when, who was affected and how.", "Tell us what would put it right.",
    "Give us your name and a way to reply. We help you with any of this.",
    "You get a reference and a receipt at once. The receipt proves what we have and when it came."};
constexpr Words kLogPoints[] = {
    "Within {acknowledge} working days a member of our team logs your complaint and acknowledges "
    "it.",
    "A customer advocacy officer contacts you to understand it. We may ask a question or arrange a "
    "home visit.",
    "Within {respond} working days after the acknowledgement we send our stage 1 response, by "
    "letter "
    "or email unless you prefer another way.",
    "If we need longer, we tell you why and give you a new date before the old one has passed."};
constexpr Words kReviewPoints[] = {
    "If you are not happy with the response, or it is late, you can ask for a review. You do not "
    "have to give a reason.",
    "Within {review_acknowledge} working days a senior advocacy officer contacts you and "
    "acknowledges your request.",
    "Somebody who did not handle stage 1 looks at everything again. A director or a member of the "
    "executive team signs it off.",
    "We send our stage 2 response within {review} working days."};
constexpr Section kSteps[] = {
    {"You tell us", {}, kSendPoints}, {"Stage 1", {}, kLogPoints}, {"Stage 2", {}, kReviewPoints}};

// All the ways
constexpr Words kWaysPoints[] = {
    "On this website: send a complaint, a comment or a compliment at any time of day.",
    "By phone or by email to our customer advocacy team.", "By letter.", "On social media.",
    "In person, to any member of our team."};
constexpr Words kWaysSame[] = {
    "However you tell us, the same promise holds. You do not have to use the word “complaint”."};
constexpr Section kWays[] = {{"Choose what suits you", {}, kWaysPoints},
                             {"It is all the same to us", kWaysSame, {}}};

// Help
constexpr Words kHelpUs[] = {
    "Call us and we write it down with you. You can have our letters in large print, easy read, "
    "braille, audio, another language or British Sign Language. Tell us once and we remember it."};
constexpr Words kHelpOthers[] = {
    "A friend, a relative, a support worker, an advice centre or a councillor can complain for "
    "you. "
    "We ask you if you are happy with that, and if what they say is right.",
    "The response then comes in a format that suits you both."};
constexpr Words kHelpElse[] = {
    "If we are not the right people to help, we tell you who is: for example, an advice service, "
    "or "
    "an "
    "advocate who speaks for you."};
constexpr Section kHelp[] = {{"We help you", kHelpUs, {}},
                             {"Somebody else can do it for you", kHelpOthers, {}},
                             {"Other support", kHelpElse, {}}};

// The ombudsman
constexpr Words kOmbudsmanWhat[] = {
    "An ombudsman is independent of us and free. It can look at how we dealt with your complaint, "
    "and "
    "tell us to put things right."};
constexpr Section kOmbudsman[] = {{"What an ombudsman does", kOmbudsmanWhat, {}}};

// Emergencies and first reports
constexpr Words kUrgentDanger[] = {
    "If somebody is in danger now, call 999.",
    "If you smell gas, leave the building, do not switch anything on or off, and call the National "
    "Gas "
    "Emergency Service. The number is on your gas bill and on your meter.",
    "For anything else in your home that cannot wait, such as no heating in winter, a bad leak or "
    "an "
    "unsafe door, call us."};
constexpr Words kUrgentFirst[] = {
    "The quickest way to get a repair is to report it. Call us, and we arrange it.",
    "You can complain at any time, also about something that you report for the first time. If you "
    "are "
    "unhappy with how we handle a repair, that is a complaint, and the repair goes on while we "
    "look "
    "at it."};
constexpr Section kUrgent[] = {{"In an emergency", kUrgentDanger, {}},
                               {"To report a repair for the first time", kUrgentFirst, {}}};

// Accessibility
constexpr Words kAccessAim[] = {
    "We want everybody to be able to use this website. It aims to meet the Web Content "
    "Accessibility "
    "Guidelines, version 2.2, at level AA."};
constexpr Words kAccessCan[] = {
    "use it with a keyboard alone",
    "make text bigger, up to 400%, without scrolling from side to side",
    "use it on a phone, with or without JavaScript, and go on when there is no signal",
    "use dark mode and the high contrast colours of your device",
    "take as long as you need: nothing times out"};
constexpr Words kAccessTested[] = {
    "Every screen and every message is tested by machine each time we change something: with the "
    "rules "
    "of axe, with HTML checks, with a keyboard alone, at narrow widths and with JavaScript off.",
    "It has not yet been tested with people who use screen readers or other assistive technology "
    "every "
    "day, and not on real phones. We will say so here when it has."};
constexpr Words kAccessKnown[] = {
    "The workbench that our colleagues use draws on a canvas. It is not for customers, and nothing "
    "that "
    "you need is only there."};
constexpr Words kAccessTell[] = {
    "If something is hard to use, call or email us. We help you at once in another way, and mend "
    "it.",
    "If you are not happy with how we answer, contact the Equality Advisory and Support Service."};
constexpr Section kAccess[] = {{"What we aim for", kAccessAim, {}},
                               {"What you can do", {}, kAccessCan},
                               {"How it was tested", kAccessTested, {}},
                               {"What we know is not right", kAccessKnown, {}},
                               {"Tell us", kAccessTell, {}}};

// Privacy
constexpr Words kPrivacyCookies[] = {
    "This website sets no cookies, measures nobody and sends nothing to other companies. So there "
    "is "
    "nothing to agree to."};
constexpr Words kPrivacyDevice[] = {
    "Your answers save themselves on your own device as you type, so that nothing is lost. They "
    "stay "
    "there until you send them or clear them, and for 90 days at most.",
    "Pages that you have opened are kept on your device too, so that they work without a signal.",
    "If other people use your device, press “Clear my answers” when you stop."};
constexpr Words kPrivacySent[] = {
    "When you press Send, your answers go to us, with the time at which they came. We use them to "
    "answer "
    "you and to do better, and for nothing else.",
    "Only what happened and a way to reply are needed. You never have to give a tenancy "
    "number or a phone number.",
    "Your tracking key is shown to you once. We keep only a fingerprint of it, so that nobody here "
    "can "
    "use it."};
constexpr Words kPrivacyRights[] = {
    "You can ask us what we hold about you, have it put right, and ask us to delete it. Call or "
    "email "
    "us."};
constexpr Section kPrivacy[] = {{"Cookies", kPrivacyCookies, {}},
                                {"What stays on your device", kPrivacyDevice, {}},
                                {"What we get when you send it", kPrivacySent, {}},
                                {"Your rights", kPrivacyRights, {}}};

// What we changed
constexpr Words kChangedHow[] = {
    "When we change something because you told us, we list it here. We never say who told us."};
constexpr Section kChanged[] = {{"Because you told us", kChangedHow, {}}};

// NOLINTEND(bugprone-suspicious-missing-comma)

using Ending = Page::Ending;
constexpr Page kPages[] = {
    {"our-promise", "Our promise to you",
     "What you can expect when you complain, comment or thank us.", kPromise, Ending::nothing,
     "promise.1"},
    {"step-by-step", "How it goes, step by step", "From what you tell us to the last letter.",
     kSteps, Ending::ombudsman, "review.1"},
    {"ways-to-complain", "All the ways to tell us", "This website is one way. Here are the others.",
     kWays, Ending::contacts, "make.1"},
    {"help-to-complain", "Help to complain", "You do not have to do it alone.", kHelp,
     Ending::contacts, "make.2"},
    {"ombudsman", "The ombudsman", "Who else can help, and when.", kOmbudsman, Ending::ombudsman,
     "promise.6"},
    {"urgent-and-repairs", "Emergencies and first repairs",
     "When it cannot wait, call. When it can, report it.", kUrgent, Ending::contacts, ""},
    {"what-we-changed", "What we changed because you told us", "Complaints are how we learn.",
     kChanged, Ending::improvements, "promise.7"},
    {"contact",
     "Contact us",
     "Talk to our customer advocacy team.",
     {},
     Ending::contacts,
     "contact.1"},
    {"accessibility", "Accessibility",
     "How this website works for everybody, and where it does not yet.", kAccess, Ending::contacts,
     ""},
    {"privacy", "Privacy and cookies", "What we keep, where, and for how long.", kPrivacy,
     Ending::contacts, ""},
};

}  // namespace

std::span<Page const> pages() {
  return kPages;
}

}  // namespace putright::information
