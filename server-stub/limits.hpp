// Every limit of the stub, in one place. A limit is there so that one caller cannot take the
// service from the rest.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "shared/wire/case_file.hpp"
#include "shared/wire/json.hpp"

namespace putright::limits {

using namespace std::chrono_literals;

// Connections.
/// Connections open at once; the next one is told to come back later.
inline constexpr std::size_t kConnections = 1024;
/// Connections that are just being told so; past these they are closed without a word.
inline constexpr std::size_t kTurnedAway = 128;
/// How long a caller may take to send a request's head, from its first byte (or from connecting).
inline constexpr auto kHeadTime = 10s;
/// How long a caller may take to send a request's body.
inline constexpr auto kBodyTime = 30s;
/// How long a caller may take to receive one answer.
inline constexpr auto kWriteTime = 60s;
/// What the machine may hold of answers on their way, for each connection (Linux takes twice as
/// much). Without it whole files went there, and slow readers were out of our sight and never cut.
inline constexpr int kSendBufferBytes = 64 << 10;
/// An answer longer than this may wait for its reader. When one is cut, the rest of it goes.
inline constexpr std::size_t kLongAnswerBytes = 32U << 10U;
/// How long a connection may stay open between two requests.
inline constexpr auto kIdleTime = 30s;
/// After a refusal: how long, and how much, to go on reading so that the caller sees the answer.
inline constexpr auto kLingerTime = 2s;
inline constexpr std::size_t kLingerBytes = 1U << 20U;
/// On SIGTERM: how long requests in hand may take to finish.
inline constexpr auto kDrainTime = 10s;
/// How long to wait before accepting again when the machine has no file descriptor left.
inline constexpr auto kAcceptPause = 100ms;

// Requests.
inline constexpr std::size_t kHeadBytes = 16U << 10U;
inline constexpr std::size_t kReadAheadBytes = 48U << 10U;
inline constexpr std::size_t kTargetBytes = 2048;
inline constexpr std::size_t kSubmissionBytes = json::kSubmissionLimits.bytes;
/// A form carries the answers so far, percent-encoded: at most three times as long as they are.
inline constexpr std::size_t kFormBytes = 3 * kSubmissionBytes + (64U << 10U);
inline constexpr std::size_t kFormFields = 64;
/// A form with files: as many as a complaint may have, and the answers so far.
inline constexpr std::size_t kMultipartBytes = 52U << 20U;
/// The headers of one part of it.
inline constexpr std::size_t kPartHeadBytes = 4U << 10U;
inline constexpr std::size_t kVerifyBytes = 64U << 10U;
inline constexpr std::size_t kIdempotencyKeyLeast = 16;
inline constexpr std::size_t kIdempotencyKeyMost = 64;

// Attachments.
/// Of one complaint together, checked when it is sent.
inline constexpr std::size_t kAttachmentsBytes = 50U << 20U;
/// How long a file is kept that no complaint has.
inline constexpr auto kLooseAttachmentTime = 7 * 24h;
/// Files on their way in at once; past these the caller is told to come back later.
inline constexpr std::size_t kUploadsAtOnce = 64;
/// What attachments leave of the disk: complaints need it for their words.
inline constexpr std::uint64_t kDiskKeptFree = 1U << 30U;
/// A caller who sends files has this much longer for a body: as long as it takes at this speed.
inline constexpr std::size_t kUploadBytesASecond = 64U << 10U;
/// After a body with files was refused: how long, and how much, to go on reading.
inline constexpr auto kUploadLingerTime = 30s;
inline constexpr std::size_t kUploadLingerBytes = 128U << 20U;
/// Uploads that came in pieces and are not whole, of all stubs of a folder, and their bytes
/// together (what is just being received may come on top). Past these the next one is told to come
/// in one piece, or later.
inline constexpr std::size_t kUnfinishedUploads = 256;
inline constexpr std::uint64_t kUnfinishedBytes = 1U << 30U;
/// How long their rest may take to come, from the last byte that did.
inline constexpr std::chrono::seconds kUnfinishedTime = 24h;
/// How long a stub remembers that an upload is kept, and of how many, for those who did not hear
/// it.
inline constexpr std::chrono::seconds kRememberedTime = 1h;
inline constexpr std::size_t kRememberedUploads = 1024;
/// Bytes of an upload that are copied at once when it is whole.
inline constexpr std::size_t kCopiedTogetherBytes = 256U << 10U;
/// Times that a file is given its name while sweeps take the one that has it.
inline constexpr int kNamingTries = 3;
/// What is read of a file to tell its kind.
inline constexpr std::size_t kZipDirectoryBytes = 1U << 20U;
inline constexpr std::size_t kOleDirectorySectors = 1024;
/// How long the virus scanner may take for one file, from connecting to its answer.
inline constexpr std::chrono::seconds kScanTime = 20s;

// Tracking.
/// Wrong tracking keys that one client may try for one reference within the time. Behind a proxy,
/// PUTRIGHT_CLIENT_HEADER tells one client from another.
inline constexpr int kWrongKeys = 10;
inline constexpr auto kWrongKeysTime = 15min;
/// Pairs of client and reference that are counted at once.
inline constexpr std::size_t kWrongKeysCounted = 10000;

// Colleagues who sign in with an OpenID Connect issuer.
/// A token; requests' heads have their own limit.
inline constexpr std::size_t kIdentityTokenBytes = 8U << 10U;
/// Each of the issuer's answers: what it says of itself, and its keys.
inline constexpr std::size_t kIssuerBytes = 256U << 10U;
inline constexpr std::chrono::milliseconds kIssuerConnectTime = 3s;
inline constexpr std::chrono::milliseconds kIssuerTime = 5s;
/// How long until its keys are read again; after a failure; at the earliest, for a key not known.
inline constexpr std::chrono::seconds kIssuerPause = 10min;
inline constexpr std::chrono::seconds kIssuerRetryPause = 30s;
inline constexpr std::chrono::seconds kIssuerLeastPause = 5s;
/// While the issuer is down, keys are believed until they are this old.
inline constexpr auto kIssuerKeysOldest = 24h;

// Colleagues.
/// Complaints on one page of the work list.
inline constexpr std::size_t kWorkListRows = 50;
/// Published changes on a page, the newest ones.
inline constexpr std::size_t kPublishedChanges = 100;
/// Characters of each of the two sentences of a published change.
inline constexpr std::size_t kChangeCharacters = 600;
/// A letter is to be posted, and a customer called, by this many working days after the notice was
/// made.
inline constexpr int kHandNoticeWorkingDays = 1;
/// A date counts as soon that is no more than this many working days away.
inline constexpr int kSoonWorkingDays = 2;
/// Characters of a reason for looking at a complaint.
inline constexpr std::size_t kReasonCharacters = 500;
/// How long a browser keeps a colleague signed in.
inline constexpr auto kSignedInTime = 12h;

/// Lines of each list of a report.
inline constexpr std::size_t kReportLines = 200;
/// Overviews made again between two looks at requests, and after how many the log is told.
inline constexpr std::size_t kOverviewsTogether = 64;
inline constexpr std::int64_t kOverviewsToldAfter = 5000;
/// References that a command reads at once, and after how many it says how far it is.
inline constexpr std::size_t kReadTogether = 256;
inline constexpr std::int64_t kToldAfter = 1000;

// The store.
/// Complaints and events that wait to be written; past this the caller is told to come back later.
inline constexpr std::size_t kWaitingToBeKept = 2048;
/// Complaints and events written in one transaction.
inline constexpr std::size_t kKeptTogether = 256;
/// Pages of the store that stay in memory for writing: references and keys are random, so a
/// complaint touches a page here and a page there.
inline constexpr int kStoreCacheKilobytes = 12 << 10;
/// Pages that the write-ahead log may have before they are copied into the store (32 MB). Each page
/// is copied once, however often it was written until then; opening reads the log once.
inline constexpr int kLogPages = 8192;
/// Entries of the audit log read at once when all of it is written down.
inline constexpr std::int64_t kAuditRowsAtOnce = 1000;
/// New references tried when one is already taken.
inline constexpr int kReferenceTries = 4;
/// Times that an act is checked anew because others were kept before it.
inline constexpr int kActTries = 4;
/// How long to wait when another program (a stub beside this one) holds the store: to read, and
/// for the turn to write. Stubs under load take turns of some milliseconds.
inline constexpr std::chrono::milliseconds kStoreBusyTime = 2s;
inline constexpr std::chrono::milliseconds kStoreTurnTime = 5s;
/// How often to look whether it is free. Short, because another busy stub leaves it free for a
/// moment only: SQLite's own pauses, of up to 100 ms, would miss that moment again and again.
inline constexpr auto kStoreBusyPause = 300us;
/// How long a connection to PostgreSQL may take to be made; and how much of that the serving thread
/// waits at a time: it answers 503 and goes on serving, and the next one looks again.
inline constexpr std::chrono::milliseconds kDatabaseConnectTime = 5s;
inline constexpr std::chrono::milliseconds kDatabaseReadConnectTime = 100ms;
/// How long a start waits while others start on the same data folder.
inline constexpr std::chrono::milliseconds kStartTurnTime = 60s;
inline constexpr auto kStartTurnPause = 10ms;

// Notices to customers.
/// How often the outbox is looked into.
inline constexpr auto kNoticeLookTime = 2s;
/// Notices read at once; they are sent one after another.
inline constexpr std::size_t kNoticesAtOnce = 32;
/// How long one sender has a notice to itself: much longer than sending one may take.
inline constexpr auto kNoticeLeaseTime = 5min;
/// Sending one: to connect, between two answers of the mail server, and in all.
inline constexpr auto kMailConnectTime = 20s;
inline constexpr auto kMailAnswerTime = 60s;
inline constexpr auto kMailTime = 120s;
/// On SIGTERM: how long one that is being sent may take to finish.
inline constexpr auto kMailStopTime = 10s;
/// How long to leave a mail server alone that could not be reached or does not take ours.
inline constexpr auto kMailPause = 30s;
/// Tries: 1, 2, 4 ... minutes apart, at most a day; fifteen take five and a half days.
inline constexpr auto kNoticeFirstWait = 1min;
inline constexpr auto kNoticeLongestWait = 24h;
inline constexpr std::int64_t kNoticeTries = 15;
/// A notice that has waited longer than this, without a mail server, is given up: what it says may
/// be of no use any more, and a colleague looks at it.
inline constexpr auto kNoticeMostAge = 14 * 24h;
inline constexpr std::size_t kPasswordFileBytes = 1024;

// Files that the stub reads.
inline constexpr std::size_t kSiteFiles = 4096;
inline constexpr std::size_t kSiteBytes = 128U << 20U;
inline constexpr std::size_t kAssetManifestBytes = 64U << 10U;
inline constexpr std::size_t kKeyFileBytes = 4096;
inline constexpr std::size_t kReceiptBytes = 32U << 10U;
/// A signed case file: base64url takes four characters for three bytes.
inline constexpr std::size_t kCaseFileBytes = (kCaseFileLimits.bytes / 3 + 1) * 4 + 1024;
/// A file to check that is not an audit log, and one line of one that is.
inline constexpr std::size_t kVerifyFileBytes = kCaseFileBytes + 1024;
inline constexpr std::size_t kAuditLineBytes = 64U << 10U;
inline constexpr std::size_t kKeySetBytes = 1U << 20U;
/// Bytes of an export that are written at once.
inline constexpr std::size_t kWrittenTogetherBytes = 256U << 10U;
inline constexpr std::size_t kAccountFileBytes = 512U << 10U;
inline constexpr std::size_t kConfigFileBytes = 64U << 10U;
inline constexpr std::size_t kPolicyFileBytes = 4U << 20U;

}  // namespace putright::limits
