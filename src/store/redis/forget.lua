-- Purpose: erases what is kept of a contact: session (unless a turn is running: its commit settles it), parts, jobs, dead
--          letters. Names of seen messages and messages that wait are kept.
-- KEYS[1]  the contact
-- ARGV[1]  now, account
-- ARGV[2]  the contact's record without a session
local now, account = string.match(ARGV[1], '^(%d+) (%S+)$')
if lease_of(redis.call('GET', key .. ':h')) <= tonumber(now) then
  redis.call('ZREM', tag .. 'idle', contact)
  if redis.call('EXISTS', key .. ':l') == 1 then
    redis.call('SET', key, ARGV[2], 'PX', RECORD_MS)
  else
    redis.call('DEL', key)
  end
end
drop_parts(tag, contact, account)
for _, name in ipairs(redis.call('ZRANGE', tag .. 'jobs', 0, -1)) do
  local job = tag .. 'j:' .. name
  if redis.call('HGET', job, 'c') == contact then
    redis.call('DEL', job)
    redis.call('ZREM', tag .. 'jobs', name)
  end
end
local letters = redis.call('HGETALL', tag .. 'dead')
for i = 1, #letters, 2 do
  if string.match(letters[i + 1], '^%a+ %d+ (%S+) ') == contact then
    redis.call('HDEL', tag .. 'dead', letters[i])
    redis.call('HDEL', tag .. 'dead:b', letters[i])
  end
end
return nil
