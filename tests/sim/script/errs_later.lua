-- Places three tasks, then fails.
local placed = 0
function react(ready)
  for _, task in ipairs(ready) do
    placed = placed + 1
    if placed > 3 then error("enough") end
    if not can_place(task, 1) then return end
    place(task, 1)
  end
end
