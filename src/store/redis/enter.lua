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
local HOUR_MS = 3600000
local SEEN_KEPT_MS = SEEN_MS + 2 * HOUR_MS

local now, token, name = string.match(ARGV[1], '^(%d+) (%S+) (%S+)$')
now = tonumber(now)
local found = redis.call('MGET', key .. ':h', key)
local record = found[2] or ''
local till, _, handed, holder, committed = lease_of(found[1])
if holder == token then
  return hand_out_again({ 3, record }, handed)
end

-- A message whose name was forgotten may still wait.
local function waits_already()
  for _, one in ipairs(redis.call('LRANGE', key .. ':l', 0, -1)) do
    if string.sub(one, 11, 26) == name then
      return true
    end
  end
  return false
end

-- Remembers the name; returns whether the message is new.
local function mark()
  local seen = key .. ':s'
  -- Two of one millisecond keep their order: the oldest goes first when there are too many.
  local last = tonumber(redis.call('ZREVRANGE', seen, 0, 0, 'WITHSCORES')[2] or 0)
  local at = math.max(now, last + 1)
  local forgotten = false
  if redis.call('ZADD', seen, 'NX', at, name) == 0 then
    if tonumber(redis.call('ZSCORE', seen, name)) >= now - SEEN_MS then
      return false
    end
    redis.call('ZADD', seen, at, name)
    forgotten = true
  end
  if last < now - HOUR_MS then
    redis.call('ZREMRANGEBYSCORE', seen, '-inf', '(' .. digits(now - SEEN_MS))
    redis.call('PEXPIRE', seen, SEEN_KEPT_MS)
  end
  if redis.call('ZREMRANGEBYRANK', seen, 0, -SEEN_IDS - 1) > 0 then
    forgotten = true
  end
  return not (forgotten and waits_already())
end

local is_new = mark()
if till > now then
  if is_new then
    redis.call('RPUSH', key .. ':l', entry(0, now, name .. ARGV[2]))
    return { 1 }
  end
  return { 0 }
end
if is_new then
  if not found[2] then
    redis.call('SET', key, ARGV[3], 'PX', RECORD_MS)
  end
  if redis.call('RPUSH', key .. ':l', entry(1, now, name .. ARGV[2])) == 1 then
    set_lease(now + LEASE_MS, now, 1, token, committed)
    return { 2, record }
  end
  redis.call('LSET', key .. ':l', -1, entry(0, now, name .. ARGV[2]))
end
return hand_out({ 3, record }, now, token, committed) or { 0 }
