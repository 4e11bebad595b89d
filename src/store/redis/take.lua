-- Purpose: takes up a contact whose line waits and whose lease has run out.
--          The same call with the same token a second time gives the same turn again.
-- KEYS[1]  the contact
-- ARGV[1]  now, token of the new lease
-- Returns  {record, hand-outs, name, body ...}, or nil
local now, token = string.match(ARGV[1], '^(%d+) (%S+)$')
now = tonumber(now)
local till, _, handed, holder, committed = lease_of(redis.call('GET', key .. ':h'))
local record = redis.call('GET', key) or ''
if holder == token then
  return hand_out_again({ record }, handed)
end
if till > now then
  return nil
end
return hand_out({ record }, now, token, committed)
