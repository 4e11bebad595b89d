-- Purpose: contacts with waiting messages and no living lease.
-- KEYS[1]  due, of one shard
-- ARGV[1]  now, how many at most
-- Returns  {contact, time of the oldest message, record, ...}
local now, limit = string.match(ARGV[1], '^(%d+) (%d+)$')
local tag = string.match(KEYS[1], '^(.-})')
local found = {}
for _, contact in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, limit)) do
  local head = redis.call('LINDEX', tag .. contact .. ':l', 0)
  local record = redis.call('GET', tag .. contact)
  if not head then
    redis.call('ZREM', KEYS[1], contact)
  elseif record then
    local _, at = struct.unpack('>I2d', head)
    found[#found + 1] = contact
    found[#found + 1] = at
    found[#found + 1] = string.sub(record, 1, 2 + struct.unpack('>I2', record))
  end
end
return found
