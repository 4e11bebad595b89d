-- Purpose: contacts with a session whose last commit lies before a time, and with nothing waiting, oldest first.
-- KEYS[1]  idle, of one shard
-- ARGV[1]  the time, how many at most
-- Returns  {contact, time of the last commit, record, ...}
local before, limit = string.match(ARGV[1], '^(%d+) (%d+)$')
limit = tonumber(limit)
local tag = string.match(KEYS[1], '^(.-})')
local found = {}
local skipped = 0
repeat
  local page = redis.call(
    'ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. before, 'WITHSCORES', 'LIMIT', skipped, limit
  )
  for i = 1, #page, 2 do
    local contact = page[i]
    local record = redis.call('GET', tag .. contact)
    if not record then
      redis.call('ZREM', KEYS[1], contact)
    else
      skipped = skipped + 1
      if redis.call('EXISTS', tag .. contact .. ':l') == 0 then
        found[#found + 1] = contact
        found[#found + 1] = page[i + 1]
        found[#found + 1] = string.sub(record, 1, 2 + struct.unpack('>I2', record))
      end
    end
  end
until #page < 2 * limit or #found >= 3 * limit
return found
