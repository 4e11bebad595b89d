-- Stands in front of the scripts that hand out turns.
--
-- Of one contact, in the slot of their shard (`key` is {shard} and the contact's name):
--   key      string: 2 bytes length, address, session (both encrypted; no session: only the address)
--   key:s    sorted set: names of seen messages by time
--   key:l    list: waiting messages, each 2 bytes count of hand-outs, 8 bytes time, 16 bytes name, body
--   key:h    string: lease: until, given, number of messages handed out, token, token of the last commit
-- Of one shard:
--   due      sorted set: contacts with waiting messages, by the time from which they may be taken up
--   idle     sorted set: contacts with a session, by the time of the last commit
local LEASE_MS = 30000
local LEASE_KEPT_MS = 600000
local TURN_ITEMS = 10
local RECORD_MS = 5184000000

local key = KEYS[1]
local tag, contact = string.match(key, '^(.-})(.*)$')

local function digits(number)
  return string.format('%.0f', number)
end

-- Until, given, number of messages handed out, token, token of the last commit.
local function lease_of(lease)
  if not lease then
    return 0, 0, 0, '-', '-'
  end
  local till, given, handed, token, committed =
    string.match(lease, '^(%d+) (%d+) (%d+) (%S+) (%S+)$')
  return tonumber(till), tonumber(given), tonumber(handed), token, committed
end

local function set_lease(till, given, handed, token, committed)
  local lease = digits(till) .. ' ' .. digits(given) .. ' ' .. handed .. ' ' .. token .. ' ' .. committed
  redis.call('SET', key .. ':h', lease, 'PX', LEASE_KEPT_MS)
  redis.call('ZADD', tag .. 'due', till, contact)
end

local function end_lease(committed)
  redis.call('SET', key .. ':h', '0 0 0 - ' .. committed, 'PX', LEASE_KEPT_MS)
end

-- A waiting message with its count of hand-outs.
local function entry(handouts, at, rest)
  return struct.pack('>I2d', handouts, at) .. rest
end

-- Appends count of the head's hand-outs, then name and body of each message, to the reply.
local function tell(reply, entries, count, more)
  for i = 1, count do
    local handouts, _, name, body = struct.unpack('>I2dc16', entries[i])
    if i == 1 then
      reply[#reply + 1] = handouts + more
    end
    reply[#reply + 1] = name
    reply[#reply + 1] = string.sub(entries[i], body)
  end
  return reply
end

-- Hands out the head of the line under a new lease and completes the reply; nil when nothing waits.
-- A message that was handed out before goes alone, so that one which kills its turn is found out.
local function hand_out(reply, now, token, committed)
  local entries = redis.call('LRANGE', key .. ':l', 0, TURN_ITEMS - 1)
  if #entries == 0 then
    redis.call('ZREM', tag .. 'due', contact)
    return nil
  end
  local before = struct.unpack('>I2', entries[1])
  local count = before == 0 and #entries or 1
  for i = 1, count do
    local handouts, at, rest = struct.unpack('>I2d', entries[i])
    redis.call('LSET', key .. ':l', i - 1, entry(handouts + 1, at, string.sub(entries[i], rest)))
  end
  set_lease(now + LEASE_MS, now, count, token, committed)
  return tell(reply, entries, count, 1)
end

-- What was handed out under the lease that holds now, for a call that comes a second time.
local function hand_out_again(reply, handed)
  local entries = redis.call('LRANGE', key .. ':l', 0, handed - 1)
  return tell(reply, entries, #entries, 0)
end
