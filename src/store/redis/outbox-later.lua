-- Purpose: gives a contact back, if the hold is not lost; its parts are due again at a time.
-- KEYS[1]  the contact
-- ARGV[1]  the time, token, lane, account
local at, token, lane, account = string.match(ARGV[1], '^(%d+) (%S+) (%a) (%S+)$')
local list = KEYS[1] .. ':' .. lane
if redis.call('GET', list .. 't') == token then
  local tag, contact = string.match(KEYS[1], '^(.-})(.*)$')
  redis.call('DEL', list .. 't')
  redis.call('ZADD', tag .. 'q' .. lane .. account, 'XX', at, contact)
end
return nil
