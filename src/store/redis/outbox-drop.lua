-- Purpose: removes every waiting part of a contact in both lanes.
-- KEYS[1]  the contact
-- ARGV[1]  account
-- Returns  how many
local tag, contact = string.match(KEYS[1], '^(.-})(.*)$')
return drop_parts(tag, contact, ARGV[1])
