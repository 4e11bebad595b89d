-- Purpose: gives a lease back; the line keeps its messages and its count of hand-outs.
-- KEYS[1]  the contact
-- ARGV[1]  token
local _, _, _, holder, committed = lease_of(redis.call('GET', key .. ':h'))
if holder ~= ARGV[1] then
  return nil
end
end_lease(committed)
local head = redis.call('LINDEX', key .. ':l', 0)
if head then
  local _, at = struct.unpack('>I2d', head)
  redis.call('ZADD', tag .. 'due', at, contact)
else
  redis.call('ZREM', tag .. 'due', contact)
end
return nil
