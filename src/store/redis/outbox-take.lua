-- Purpose: holds contacts whose time has come and whom nobody holds, and hands out the head of each.
--          The same call with the same token a second time gives the same parts again.
-- KEYS[1]  the queue of an account and lane, of one shard
-- ARGV[1]  now, token, lane
-- ARGV[2]  and on: the contacts
-- Returns  {contact, time of the commit, attempts, name, body, ...}
local now, token, lane = string.match(ARGV[1], '^(%d+) (%S+) (%a)$')
now = tonumber(now)
local tag = string.match(KEYS[1], '^(.-})')
local taken = {}
for i = 2, #ARGV do
  local contact = ARGV[i]
  local list = tag .. contact .. ':' .. lane
  local again = redis.call('GET', list .. 't') == token
  local due = redis.call('ZSCORE', KEYS[1], contact)
  if again or (due and tonumber(due) <= now) then
    local head = redis.call('LINDEX', list, 0)
    if head then
      local attempts, at, name, body = struct.unpack('>I2dc16', head)
      if not again then
        attempts = attempts + 1
        redis.call('LSET', list, 0, packed(attempts, at, string.sub(head, 11)))
        redis.call('SET', list .. 't', token, 'PX', PARTS_KEPT_MS)
        redis.call('ZADD', KEYS[1], now + HOLD_MS, contact)
      end
      for _, told in ipairs({ contact, at, attempts, name, string.sub(head, body) }) do
        taken[#taken + 1] = told
      end
    else
      redis.call('ZREM', KEYS[1], contact)
      redis.call('DEL', list .. 't')
    end
  end
end
return taken
