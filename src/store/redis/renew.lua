-- Purpose: prolongs a lease by 30 s from now, to at most 60 s after it was given.
-- KEYS[1]  the contact
-- ARGV[1]  now, token
-- Returns  until, or nil when the lease is lost
local LEASE_MAX_MS = 60000
local now, token = string.match(ARGV[1], '^(%d+) (%S+)$')
now = tonumber(now)
local till, given, handed, holder, committed = lease_of(redis.call('GET', key .. ':h'))
if holder ~= token or till <= now then
  return nil
end
till = math.max(till, math.min(now + LEASE_MS, given + LEASE_MAX_MS))
set_lease(till, given, handed, token, committed)
return till
