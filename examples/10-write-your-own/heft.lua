-- HEFT (Topcuoglu, Hariri, Wu, IEEE TPDS 13(3), 2002): a task's priority is its longest way to the end, and every task
-- goes to the node where it finishes first, gaps included.
priority = {}

function plan()
  local order = tasks.topological()
  for i = #order, 1, -1 do
    local task, below = order[i], 0
    for _, child in ipairs(tasks.children(task)) do
      below = math.max(below, estimate.mean_transfer(task, child) + priority[child])
    end
    priority[task] = estimate.mean_compute(task) + below
  end
  for _, task in ipairs(tasks.by(priority)) do
    local best, earliest
    for node = 1, #nodes do
      local _, finish = schedule.when(task, node)
      if not best or finish < earliest then best, earliest = node, finish end
    end
    schedule.place(task, best)
  end
end
