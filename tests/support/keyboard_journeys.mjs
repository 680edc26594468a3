// The screens of whole journeys as somebody with a keyboard goes through them (keyboard.mjs). One table for every browser.
const HOME = "Complaints, comments and compliments";
const BEHALF = [
  { at: "Who are you doing this for?", choose: ["For somebody else"] },
  { at: "About the person you are helping", type: { "Their name": "Ada Jones", "Are they happy for you to do this?": "She asked me to." } },
];
const SELF = [{ at: "Who are you doing this for?", choose: ["For myself"] }];
const NO_FILES = [{ at: "Add photos or documents" }];
const DETAILS = [
  { at: "Your name and how we should reply", choose: ["Email"], type: { "Email address": "alex@example.org" } },
  { at: "Making it easier for you", choose: ["Large print"] },
];

/** From a brand's home to the receipt. */
export const JOURNEYS = {
  "a complaint on behalf of somebody": {
    home: HOME, link: "Make a complaint", sent: "Complaint sent",
    screens: [
      ...BEHALF,
      { at: "What is your complaint about?", choose: ["Damp, mould or leaks"] },
      { at: "What happened?", shows: "Write what you want to tell us" },
      { at: "What happened?", type: { "Tell us in your own words": "Nobody came." } },
      { at: "When did it happen", type: { "When did it happen? (optional)": "in May" } },
      { at: "What would put it right?" },
      ...NO_FILES, ...DETAILS,
      { at: "Check your complaint before you send it", press: "Send complaint" },
    ],
  },
  "a comment": {
    home: HOME, link: "Make a comment", sent: "Comment sent",
    screens: [
      ...SELF,
      { at: "What would you like to tell us?", type: { "Your comment": "The garden is nice." } },
      ...NO_FILES, ...DETAILS,
      { at: "Check your comment before you send it", press: "Send comment" },
    ],
  },
  "a compliment": {
    home: HOME, link: "Give a compliment", sent: "Compliment sent",
    screens: [
      ...SELF,
      { at: "What went well?", type: { "Your compliment": "Sam was kind." } },
      ...DETAILS,
      { at: "Check your compliment before you send it", press: "Send compliment" },
    ],
  },
};
