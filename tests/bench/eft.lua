-- Of 16 nodes the free one where the task would finish first.
function react(ready)
  for _, task in ipairs(ready) do
    if not nodes.any_free() then return end
    local best, earliest
    for node in nodes.fitting(task) do
      local finish = data.fetch(task, node) + estimate.compute(task, node)
      if not best or finish < earliest then best, earliest = node, finish end
    end
    place(task, best)
  end
end
