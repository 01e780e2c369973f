-- wrk -s delivery.lua URL -- TEMPLATE: {slug} (of COUNT articles), {cat}, {q}, {day} and {fields} are filled in for each request from a fixed seed.
local cats = { "politics", "economy", "science", "culture", "sport" }
local words = { "time", "year", "people", "water", "day", "town", "road", "life", "child", "world", "school", "council", "street",
  "group", "country", "problem", "hand", "part", "place", "week", "plan", "question", "work", "bridge", "harvest", "reform" }
local fields = { "title,path", "title,summary,category", "title,publishedAt,author,tags", "path,body", "title,date,summary" }
local count = tonumber(os.getenv("COUNT") or "10000")
local template

function init(args)
  math.randomseed(42)
  template = args[1]
end

function request()
  local path = template:gsub("{slug}", function() return string.format("post-%06d", math.random(1, count)) end)
  path = path:gsub("{cat}", function() return cats[math.random(#cats)] end)
  path = path:gsub("{q}", function() return words[math.random(#words)] .. "%20" .. words[math.random(#words)] end)
  path = path:gsub("{day}", function() return string.format("2024-%02d-%02d", math.random(7, 9), math.random(1, 28)) end)
  path = path:gsub("{fields}", function() return fields[math.random(#fields)] end)
  return wrk.format("GET", path)
end

function done(summary, latency)
  io.write(string.format("RESULT %.1f %.3f %.3f %d %d\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, summary.bytes / math.max(summary.requests, 1),
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
