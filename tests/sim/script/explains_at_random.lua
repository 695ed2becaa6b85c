-- Draws where to place; explaining draws too.
function react(ready)
  for _, task in ipairs(ready) do
    if not nodes.any_free() then return end
    local node = math.random(#nodes)
    while not can_place(task, node) do node = node % #nodes + 1 end
    place(task, node)
  end
end

function explain()
  return { rule = "drawn", scores = { math.random(), math.random() } }
end
