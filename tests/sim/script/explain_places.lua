-- Places once more when asked why.
function react(ready)
  if can_place(ready[1], 1) then place(ready[1], 1) end
end

function explain(task)
  place(task, 1)
end
