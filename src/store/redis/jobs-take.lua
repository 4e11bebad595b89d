-- Purpose: takes one job whose time has come and that nobody holds, for 60 s.
--          The same call with the same token a second time gives the same job again.
-- KEYS[1]  jobs, of one shard
-- ARGV[1]  now, token
-- ARGV[2]  and on: the jobs that come into question
-- Returns  {name, attempts, body}, or nil
local JOB_MS = 60000
local now, token = string.match(ARGV[1], '^(%d+) (%S+)$')
now = tonumber(now)
local tag = string.match(KEYS[1], '^(.-})')
for i = 2, #ARGV do
  local held = redis.call('HMGET', tag .. 'j:' .. ARGV[i], 't', 'a', 'b')
  if held[1] == token then
    return { ARGV[i], tonumber(held[2]), held[3] }
  end
end
for i = 2, #ARGV do
  local due = redis.call('ZSCORE', KEYS[1], ARGV[i])
  if due and tonumber(due) <= now then
    local job = tag .. 'j:' .. ARGV[i]
    local attempts = redis.call('HINCRBY', job, 'a', 1)
    redis.call('HSET', job, 't', token)
    redis.call('ZADD', KEYS[1], now + JOB_MS, ARGV[i])
    return { ARGV[i], attempts, redis.call('HGET', job, 'b') }
  end
end
return nil
