-- Purpose: marks a message as seen, appends it to its contact's line, and hands out a turn if the contact is free.
--          The same call with the same token a second time gives the same turn again.
-- KEYS[1]  the contact; everything else that is touched lies in the same slot.
-- ARGV[1]  now, token of the lease if one is given, name of the message
-- ARGV[2]  body of the message
-- ARGV[3]  the contact's record without a session, for a stranger
-- Returns  {0} seen; {1} waiting; {2, record} this message alone, handed out for the first time;
--          {3, record, hand-outs, name, body ...} a turn
local SEEN_MS = 691200000
local SEEN_IDS = 500
local SEEN_KEPT_MS = 694800000

local now, token, name = string.match(ARGV[1], '^(%d+) (%S+) (%S+)$')
now = tonumber(now)
local till, _, handed, holder, committed = lease_of()
if holder == token then
  return hand_out_again({ 3, redis.call('GET', key) or '' }, handed)
end

local function waits_already(seen_at)
  if not seen_at and redis.call('LLEN', key .. ':l') < SEEN_IDS then
    return false
  end
  for _, one in ipairs(redis.call('LRANGE', key .. ':l', 0, -1)) do
    if string.sub(one, 11, 26) == name then
      return true
    end
  end
  return false
end

local seen = key .. ':s'
local seen_at = redis.call('ZSCORE', seen, name)
local is_new = not seen_at or tonumber(seen_at) < now - SEEN_MS
if is_new then
  is_new = not waits_already(seen_at)
  -- Two of one millisecond keep their order: the oldest goes first when there are too many.
  local last = redis.call('ZREVRANGE', seen, 0, 0, 'WITHSCORES')[2]
  local at = last and math.max(now, tonumber(last) + 1) or now
  redis.call('ZADD', seen, at, name)
  redis.call('ZREMRANGEBYSCORE', seen, '-inf', '(' .. digits(now - SEEN_MS))
  redis.call('ZREMRANGEBYRANK', seen, 0, -SEEN_IDS - 1)
  redis.call('PEXPIRE', seen, SEEN_KEPT_MS)
end

if till > now then
  if is_new then
    redis.call('RPUSH', key .. ':l', entry(0, now, name .. ARGV[2]))
    return { 1 }
  end
  return { 0 }
end

local record = redis.call('GET', key)
if not record and is_new then
  redis.call('SET', key, ARGV[3], 'PX', RECORD_MS)
end
record = record or ''
if is_new then
  if redis.call('RPUSH', key .. ':l', entry(1, now, name .. ARGV[2])) == 1 then
    set_lease(now + LEASE_MS, now, 1, token, committed)
    return { 2, record }
  end
  redis.call('LSET', key .. ':l', -1, entry(0, now, name .. ARGV[2]))
end
return hand_out({ 3, record }, now, token, committed) or { 0 }
