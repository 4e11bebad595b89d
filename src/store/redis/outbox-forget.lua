-- Purpose: removes parts that were committed before a time and that nobody fetched.
-- KEYS[1]  a queue, of one shard
-- ARGV[1]  the time
-- ARGV[2]  and on: contacts of the queue
-- Returns  how many
local tag, lane, account = string.match(KEYS[1], '^(.-})q(%a)(.*)$')
local before = tonumber(ARGV[1])
local count = 0
for i = 2, #ARGV do
  local list = tag .. ARGV[i] .. ':' .. lane
  local head = redis.call('LINDEX', list, 0)
  while head do
    local _, at = struct.unpack('>I2d', head)
    if at >= before then
      break
    end
    redis.call('LPOP', list)
    count = count + 1
    head = redis.call('LINDEX', list, 0)
  end
  forget_if_empty(tag, ARGV[i], lane, account)
end
return count
