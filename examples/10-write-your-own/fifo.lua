-- First in, first out: ready tasks in the order they became ready, each to the lowest-numbered node with room.
function react(ready)
  for _, task in ipairs(ready) do
    if not nodes.any_free() then return end
    for node in nodes.fitting(task) do
      place(task, node)
      break
    end
  end
end
