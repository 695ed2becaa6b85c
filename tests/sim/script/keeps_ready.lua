-- Keeps the first list of ready tasks for the second reaction.
local kept
function react(ready)
  if kept then place(kept[1], 1) end
  kept = ready
  place(ready[1], 1)
end
