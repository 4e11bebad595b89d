-- Stands in front of the scripts that write or read what a turn leaves to be done.
--
-- Of one contact, where `lane` is r (reply) or b (bulk):
--   key:lane   list: waiting parts, each 2 bytes attempts, 8 bytes time of the commit, 16 bytes name, body
--   key:lanet  string: token of whoever sends now
-- Of one shard:
--   q<lane><account>  sorted set: contacts with waiting parts, by the time from which they may be taken
--   queues            set: the names of these sorted sets
--   jobs              sorted set: jobs by the time from which they may be taken
--   j:<job>           hash: b body, c contact, a attempts, t token of whoever has it
--   dead              hash: dead letter -> what, time, contact, code
--   dead:b            hash: dead letter -> body
local HOLD_MS = 30000
local PARTS_KEPT_MS = 2592000000

local function packed(count, at, rest)
  return struct.pack('>I2d', count, at) .. rest
end

local function is_in_list(list, name)
  for _, one in ipairs(redis.call('LRANGE', list, 0, -1)) do
    if string.sub(one, 11, 26) == name then
      return true
    end
  end
  return false
end

-- Appends parts where something waits already; one that is there is left alone.
local function add_behind(list, now, first, last)
  for i = first, last do
    if not is_in_list(list, string.sub(ARGV[i], 1, 16)) then
      redis.call('RPUSH', list, packed(0, now, ARGV[i]))
    end
  end
end

-- Appends ARGV[first] to ARGV[last], each a part's name and body; with a token the first is held where nothing waited.
-- Returns 1 if it is held.
local function add_parts(owner_tag, owner, lane, account, now, first, last, token)
  local list = owner_tag .. owner .. ':' .. lane
  if redis.call('RPUSH', list, packed(token and 1 or 0, now, ARGV[first])) > 1 then
    redis.call('RPOP', list)
    add_behind(list, now, first, last)
    return 0
  end
  add_behind(list, now, first + 1, last)
  local queue = owner_tag .. 'q' .. lane .. account
  if token then
    redis.call('ZADD', queue, now + HOLD_MS, owner)
    redis.call('SET', list .. 't', token, 'PX', PARTS_KEPT_MS)
    return 1
  end
  redis.call('ZADD', queue, now, owner)
  redis.call('PEXPIRE', list, PARTS_KEPT_MS)
  return 0
end

-- Appends ARGV[first] to ARGV[last], each a job's name and body; one that waits already is left alone.
local function add_jobs(owner_tag, owner, now, first, last)
  for i = first, last do
    local name = string.sub(ARGV[i], 1, 16)
    local job = owner_tag .. 'j:' .. name
    if redis.call('EXISTS', job) == 0 then
      redis.call('HSET', job, 'b', string.sub(ARGV[i], 17), 'c', owner, 'a', 0)
      redis.call('ZADD', owner_tag .. 'jobs', now, name)
    end
  end
end

local function add_dead(owner_tag, owner, id, what, at, code, body)
  local told = what .. ' ' .. string.format('%.0f', at) .. ' ' .. owner .. ' ' .. code
  redis.call('HSET', owner_tag .. 'dead', id, told)
  redis.call('HSET', owner_tag .. 'dead:b', id, body)
end

-- Removes a lane that is empty from what is to be sent; returns whether it was.
local function forget_if_empty(owner_tag, owner, lane, account)
  local list = owner_tag .. owner .. ':' .. lane
  if redis.call('EXISTS', list) == 1 then
    return false
  end
  redis.call('DEL', list .. 't')
  redis.call('ZREM', owner_tag .. 'q' .. lane .. account, owner)
  return true
end

-- Removes every part of a contact in both lanes; returns how many.
local function drop_parts(owner_tag, owner, account)
  local count = 0
  for _, lane in ipairs({ 'r', 'b' }) do
    local list = owner_tag .. owner .. ':' .. lane
    count = count + redis.call('LLEN', list)
    redis.call('DEL', list)
    forget_if_empty(owner_tag, owner, lane, account)
  end
  return count
end
