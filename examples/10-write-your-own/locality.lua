-- Where the data is: each ready task goes to the free node that has to fetch the fewest bytes, the faster one on ties.
local function better(task, node, best)
  local bytes, least = data.missing(task, node), data.missing(task, best)
  return bytes < least or bytes == least and estimate.compute(task, node) < estimate.compute(task, best)
end

function react(ready)
  for _, task in ipairs(ready) do
    if not nodes.any_free() then return end
    local best
    for node in nodes.fitting(task) do
      if not best or better(task, node, best) then best = node end
    end
    if best then place(task, best) end
  end
end

function explain(task, chosen)
  local scores = {}
  for node = 1, #nodes do scores[node] = data.missing(task, node) end
  return { rule = "the free node that has to fetch the fewest bytes", score_name = "bytes to fetch", scores = scores }
end
