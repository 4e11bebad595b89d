-- Purpose: stores a turn's outcome at once, if the lease still holds, and takes up what waits behind it.
--          The same call a second time (known by the token of the next lease) stores nothing and answers as the first time.
-- KEYS[1]  the contact
-- ARGV[1]  now, token, token of the next lease and of a hold, 1 if there is a session, names of the messages taken off
--          (commas between them), lane, account, 1 if this process never put parts into this queue before, 1 if the first
--          part is to be held, numbers of parts, jobs and dead messages
-- ARGV[2]  the contact's record
-- ARGV[3]  and on: parts and jobs (name and body), then for each dead message: its name, id of the dead letter, code
-- Returns  {0} refused; {1, held} done; {2, held, hand-outs, name, body ...} done, and the next turn
local now, token, after, with_session, taken, lane, account, is_first, hold, parts, jobs, dead =
  string.match(
    ARGV[1],
    '^(%d+) (%S+) (%S+) (%d) (%S+) (%a) (%S+) (%d) (%d) (%d+) (%d+) (%d+)$'
  )
now = tonumber(now)
local till, _, handed, holder, committed = lease_of(redis.call('GET', key .. ':h'))
if holder ~= token or till <= now then
  if committed ~= after then
    return { 0 }
  end
  local held = redis.call('GET', key .. ':' .. lane .. 't') == after and 1 or 0
  if holder == after then
    return hand_out_again({ 2, held }, handed)
  end
  return { 1, held }
end

local last_part = 2 + tonumber(parts)
local last_job = last_part + tonumber(jobs)
local record = ARGV[2]
local died = {}
for i = last_job + 1, last_job + tonumber(dead) do
  local name, id, code = string.match(ARGV[i], '^(%S+) (%S+) (.*)$')
  died[name] = { id, code }
end

-- Takes off; returns whether something waits.
local function take_off()
  local line = key .. ':l'
  local entries = redis.call('LPOP', line, TURN_ITEMS) or {}
  local kept = {}
  for _, one in ipairs(entries) do
    local name = string.sub(one, 11, 26)
    if not string.find(taken, name, 1, true) then
      kept[#kept + 1] = one
    elseif died[name] then
      local address = string.sub(record, 1, 2 + struct.unpack('>I2', record))
      local id, code = died[name][1], died[name][2]
      add_dead(tag, contact, id, 'message', now, code, address .. string.sub(one, 11))
    end
  end
  for i = #kept, 1, -1 do
    redis.call('LPUSH', line, kept[i])
  end
  return #kept > 0 or (#entries == TURN_ITEMS and redis.call('EXISTS', line) == 1)
end

local more = take_off()
if with_session == '1' then
  redis.call('SET', key, record, 'PX', RECORD_MS)
  redis.call('ZADD', tag .. 'idle', now, contact)
else
  redis.call('ZREM', tag .. 'idle', contact)
  if more then
    redis.call('SET', key, record, 'PX', RECORD_MS)
  else
    redis.call('DEL', key)
  end
end
local held = 0
if last_part > 2 then
  held = add_parts(tag, contact, lane, account, now, 3, last_part, hold == '1' and after)
  if is_first == '1' then
    redis.call('SADD', tag .. 'queues', 'q' .. lane .. account)
  end
end
add_jobs(tag, contact, now, last_part + 1, last_job)
if more then
  return hand_out({ 2, held }, now, after, after)
end
end_lease(after)
redis.call('ZREM', tag .. 'due', contact)
return { 1, held }
