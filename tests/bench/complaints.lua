-- wrk: each request a complaint of about 3 KB of its own, with its own idempotency key.
local headers = { ["Content-Type"] = "application/json" }
local words = string.rep("The roof leaks and nobody came, though we rang every week. ", 46)
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("lane", threads)
end
function init(args)
  count = 0
  run = args[1] or "run"
end
function request()
  count = count + 1
  headers["Idempotency-Key"] = string.format("bench-%s-%d-%010d", run, lane, count)
  local body = string.format(
    '{"brand":"homes-plus","kind":"complaint","matter":"repairs","what_happened":"%s%d","reply_by":"email","email":"a.customer@example.org"}',
    words, count)
  return wrk.format("POST", "/api/complaints", headers, body)
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\n{"requests":%d,"microseconds":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d}\n', summary.requests,
    summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
