-- Purpose: takes off a part that was sent or is given up, if the hold is not lost, and hands out the next.
--          A second time it takes nothing off and hands out the same part again.
-- KEYS[1]  the contact
-- ARGV[1]  now, token, lane, account, name of the part, id of the dead letter (- if it was sent)
-- ARGV[2]  code of the dead letter
-- Returns  {time of the commit, attempts, name, body}, or nil
local now, token, lane, account, name, dead =
  string.match(ARGV[1], '^(%d+) (%S+) (%a) (%S+) (%S+) (%S+)$')
local key = KEYS[1]
local list = key .. ':' .. lane
if redis.call('GET', list .. 't') ~= token then
  return nil
end
now = tonumber(now)
local tag, contact = string.match(key, '^(.-})(.*)$')
local more = 1
local gone = redis.call('LPOP', list)
if gone and string.sub(gone, 11, 26) ~= name then
  redis.call('LPUSH', list, gone)
  more = 0
elseif gone and dead ~= '-' then
  add_dead(tag, contact, dead, 'part', now, ARGV[2], string.sub(gone, 11))
end
local head = gone and redis.call('LINDEX', list, 0)
if not head then
  redis.call('DEL', list .. 't')
  redis.call('ZREM', tag .. 'q' .. lane .. account, contact)
  return nil
end
local attempts, at, following, body = struct.unpack('>I2dc16', head)
attempts = attempts + more
redis.call('LSET', list, 0, packed(attempts, at, string.sub(head, 11)))
redis.call('ZADD', tag .. 'q' .. lane .. account, now + HOLD_MS, contact)
return { at, attempts, following, string.sub(head, body) }
