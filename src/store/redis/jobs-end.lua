-- Purpose: removes a job that is done or given up, or puts it back, if it is still held under this token.
-- KEYS[1]  jobs, of one shard
-- ARGV[1]  name of the job, token, time at which it is due again (- if it is not), id of the dead letter (- if it is none)
-- ARGV[2]  code of the dead letter, which bears the time at which the job was last taken
local JOB_MS = 60000
local name, token, again, dead = string.match(ARGV[1], '^(%S+) (%S+) (%S+) (%S+)$')
local tag = string.match(KEYS[1], '^(.-})')
local job = tag .. 'j:' .. name
local found = redis.call('HMGET', job, 't', 'c', 'b')
if found[1] ~= token then
  return nil
end
if again ~= '-' then
  redis.call('HDEL', job, 't')
  redis.call('ZADD', KEYS[1], again, name)
  return nil
end
if dead ~= '-' then
  local taken = tonumber(redis.call('ZSCORE', KEYS[1], name)) - JOB_MS
  add_dead(tag, found[2], dead, 'job', taken, ARGV[2], name .. found[3])
end
redis.call('DEL', job)
redis.call('ZREM', KEYS[1], name)
return nil
