-- Purpose: puts a dead letter back where it came from, as new.
-- KEYS[1]  the contact
-- ARGV[1]  id of the dead letter, what it was, now, account
-- ARGV[2]  name and body of the message, part or job
-- ARGV[3]  the contact's record without a session
-- Returns  1, or 0 when there is no such dead letter
local id, what, now, account = string.match(ARGV[1], '^(%S+) (%a+) (%d+) (%S+)$')
now = tonumber(now)
if redis.call('HDEL', tag .. 'dead', id) == 0 then
  return 0
end
redis.call('HDEL', tag .. 'dead:b', id)
if what == 'part' then
  add_parts(tag, contact, 'r', account, now, 2, 2, false)
  redis.call('SADD', tag .. 'queues', 'qr' .. account)
elseif what == 'job' then
  add_jobs(tag, contact, now, 2, 2)
else
  redis.call('RPUSH', key .. ':l', entry(0, now, ARGV[2]))
  redis.call('SET', key, ARGV[3], 'PX', RECORD_MS, 'NX')
  if lease_of(redis.call('GET', key .. ':h')) <= now then
    redis.call('ZADD', tag .. 'due', 'NX', now, contact)
  end
end
return 1
