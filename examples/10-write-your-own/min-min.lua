-- Min-min (Ibarra, Kim 1977): of all ready tasks the one that can finish first, on that node, behind what is there.
insertion = false

function plan()
  local waits, ready = {}, {}
  for task = 1, #tasks do
    waits[task] = #tasks.parents(task)
    if waits[task] == 0 then ready[#ready + 1] = task end
  end
  while #ready > 0 do
    table.sort(ready)
    local place, best, earliest
    for i, task in ipairs(ready) do
      for node = 1, #nodes do
        local _, finish = schedule.when(task, node)
        if not place or finish < earliest then place, best, earliest = i, node, finish end
      end
    end
    local task = table.remove(ready, place)
    schedule.place(task, best)
    for _, child in ipairs(tasks.children(task)) do
      waits[child] = waits[child] - 1
      if waits[child] == 0 then ready[#ready + 1] = child end
    end
  end
end
