-- Purpose: removes parts that a fetching channel has shown.
-- KEYS[1]  the contact
-- ARGV[1]  account
-- ARGV[2]  names of the parts, commas between them
local tag, contact = string.match(KEYS[1], '^(.-})(.*)$')
for _, lane in ipairs({ 'r', 'b' }) do
  local list = KEYS[1] .. ':' .. lane
  for _, one in ipairs(redis.call('LRANGE', list, 0, -1)) do
    if string.find(ARGV[2], string.sub(one, 11, 26), 1, true) then
      redis.call('LREM', list, 1, one)
    end
  end
  forget_if_empty(tag, contact, lane, ARGV[1])
end
return nil
