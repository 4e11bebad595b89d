-- Purpose: hands out, under the lease that holds, everything that waits by now; a head that was handed out before stays alone.
-- KEYS[1]  the contact
-- ARGV[1]  now, token of the lease
-- Returns  {record, hand-outs, name, body ...}, or nil when the lease is lost
local now, token = string.match(ARGV[1], '^(%d+) (%S+)$')
local till, given, handed, holder, committed = lease_of(redis.call('GET', key .. ':h'))
if holder ~= token or till <= tonumber(now) then
  return nil
end
local reply = { redis.call('GET', key) or '' }
local entries = redis.call('LRANGE', key .. ':l', 0, TURN_ITEMS - 1)
if struct.unpack('>I2', entries[1]) > 1 then
  return hand_out_again(reply, handed)
end
for i = 1, #entries do
  local handouts, at, rest = struct.unpack('>I2d', entries[i])
  if handouts == 0 then
    redis.call('LSET', key .. ':l', i - 1, entry(1, at, string.sub(entries[i], rest)))
  end
end
set_lease(till, given, #entries, token, committed)
return tell(reply, entries, #entries, 0)
