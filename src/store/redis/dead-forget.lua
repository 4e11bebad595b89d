-- Purpose: removes what was given up before a time.
-- KEYS[1]  the dead letters of one shard
-- ARGV[1]  the time
-- Returns  how many
local before = tonumber(ARGV[1])
local letters = redis.call('HGETALL', KEYS[1])
local count = 0
for i = 1, #letters, 2 do
  if tonumber(string.match(letters[i + 1], '^%a+ (%d+) ')) < before then
    redis.call('HDEL', KEYS[1], letters[i])
    redis.call('HDEL', KEYS[1] .. ':b', letters[i])
    count = count + 1
  end
end
return count
