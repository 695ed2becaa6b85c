<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>import</name>
        <message>
            <source>%1 task has no runtime and counts as %2</source>
            <translation>%1 个任务没有运行时间，按 %2 计</translation>
        </message>
        <message>
            <source>%1 tasks have no runtime and count as %2</source>
            <translation>%1 个任务没有运行时间，按 %2 计</translation>
        </message>
        <message>
            <source>%1 task has no runtime and counts as the mean of the known ones</source>
            <translation>%1 个任务没有运行时间，按已知值的平均值计</translation>
        </message>
        <message>
            <source>%1 tasks have no runtime and count as the mean of the known ones</source>
            <translation>%1 个任务没有运行时间，按已知值的平均值计</translation>
        </message>
        <message>
            <source>%1 task has no runtime and counts as the median of the known ones</source>
            <translation>%1 个任务没有运行时间，按已知值的中位数计</translation>
        </message>
        <message>
            <source>%1 tasks have no runtime and count as the median of the known ones</source>
            <translation>%1 个任务没有运行时间，按已知值的中位数计</translation>
        </message>
        <message>
            <source>no task states its cores; each takes %1 core</source>
            <translation>没有任务写明核心数；每个占用 %1 个核心</translation>
        </message>
        <message>
            <source>%1 task states no cores and takes %2 core</source>
            <translation>%1 个任务没有写明核心数，每个占用 %2 个核心</translation>
        </message>
        <message>
            <source>%1 tasks state no cores and take %2 core</source>
            <translation>%1 个任务没有写明核心数，每个占用 %2 个核心</translation>
        </message>
        <message>
            <source>%1 task states no cores and takes %2 cores</source>
            <translation>%1 个任务没有写明核心数，每个占用 %2 个核心</translation>
        </message>
        <message>
            <source>%1 tasks state no cores and take %2 cores</source>
            <translation>%1 个任务没有写明核心数，每个占用 %2 个核心</translation>
        </message>
        <message>
            <source>%1 file is listed with two sizes; the larger one counts</source>
            <translation>%1 个文件列出了两个大小，以较大者为准</translation>
        </message>
        <message>
            <source>%1 files are listed with two sizes; the larger one counts</source>
            <translation>%1 个文件列出了两个大小，以较大者为准</translation>
        </message>
        <message>
            <source>%1 file has no size and counts as %2</source>
            <translation>%1 个文件没有大小，按 %2 计</translation>
        </message>
        <message>
            <source>%1 files have no size and count as %2</source>
            <translation>%1 个文件没有大小，按 %2 计</translation>
        </message>
        <message>
            <source>%1 file is written by more than one task; the first one's output is moved</source>
            <translation>%1 个文件由多个任务写出；传输的是第一个任务的输出</translation>
        </message>
        <message>
            <source>%1 files are written by more than one task; the first one's output is moved</source>
            <translation>%1 个文件由多个任务写出；传输的是第一个任务的输出</translation>
        </message>
        <message>
            <source>declares %1 tasks, which agrees</source>
            <translation>声明有 %1 个任务，与内容相符</translation>
        </message>
        <message>
            <source>declares %1 tasks but holds %2, which counts</source>
            <translation>声明有 %1 个任务，实际有 %2 个，以实际为准</translation>
        </message>
        <message>
            <source>declares %1 dependencies, which agrees</source>
            <translation>声明有 %1 个依赖，与内容相符</translation>
        </message>
        <message>
            <source>declares %1 dependencies but holds %2, which counts</source>
            <translation>声明有 %1 个依赖，实际有 %2 个，以实际为准</translation>
        </message>
        <message>
            <source>declares %1 of critical path, which agrees</source>
            <translation>声明关键路径长 %1，与内容相符</translation>
        </message>
        <message>
            <source>declares %1 of critical path but holds %2, which counts</source>
            <translation>声明关键路径长 %1，实际为 %2 秒，以实际为准</translation>
        </message>
        <message>
            <source>schemaVersion is missing; read as %1</source>
            <translation>缺少 schemaVersion；按 %1 读取</translation>
        </message>
        <message>
            <source>%1 job waits for one that the file does not have or that never ran, and waits for none</source>
            <translation>%1 个作业等待文件中没有或从未运行的作业，现不等待任何作业</translation>
        </message>
        <message>
            <source>%1 jobs wait for ones that the file does not have or that never ran, and wait for none</source>
            <translation>%1 个作业等待文件中没有或从未运行的作业，现不等待任何作业</translation>
        </message>
        <message>
            <source>no job states how long it waited: the submission times are the recorded starts</source>
            <translation>没有作业写明等待了多久：以提交时间为记录的开始时间</translation>
        </message>
        <message>
            <source>%1 line has fewer than %2 fields and is ignored</source>
            <translation>%1 行少于 %2 个字段，已忽略</translation>
        </message>
        <message>
            <source>%1 lines have fewer than %2 fields and are ignored</source>
            <translation>%1 行少于 %2 个字段，已忽略</translation>
        </message>
        <message>
            <source>%1 line has more than %2 fields; those behind are ignored</source>
            <translation>%1 行多于 %2 个字段，多出的已忽略</translation>
        </message>
        <message>
            <source>%1 lines have more than %2 fields; those behind are ignored</source>
            <translation>%1 行多于 %2 个字段，多出的已忽略</translation>
        </message>
        <message>
            <source>%1 job has neither run time nor requested time and is ignored</source>
            <translation>%1 个作业既无运行时间也无申请时间，已忽略</translation>
        </message>
        <message>
            <source>%1 jobs have neither run time nor requested time and are ignored</source>
            <translation>%1 个作业既无运行时间也无申请时间，已忽略</translation>
        </message>
        <message>
            <source>%1 job has no run time; its requested time counts, an upper bound</source>
            <translation>%1 个作业没有运行时间；以申请时间（上界）计</translation>
        </message>
        <message>
            <source>%1 jobs have no run time; their requested times count, upper bounds</source>
            <translation>%1 个作业没有运行时间；以申请时间（上界）计</translation>
        </message>
        <message>
            <source>%1 job states no allocated processors; the requested ones count</source>
            <translation>%1 个作业没有写明分配的处理器；以申请的计</translation>
        </message>
        <message>
            <source>%1 jobs state no allocated processors; the requested ones count</source>
            <translation>%1 个作业没有写明分配的处理器；以申请的计</translation>
        </message>
        <message>
            <source>%1 negative number other than %2 counts as unknown</source>
            <translation>%1 个 %2 以外的负数按未知计</translation>
        </message>
        <message>
            <source>%1 negative numbers other than %2 count as unknown</source>
            <translation>%1 个 %2 以外的负数按未知计</translation>
        </message>
        <message>
            <source>%1 job id is used again; the job is kept under another name</source>
            <translation>%1 个作业编号重复使用；作业以另外的名字保留</translation>
        </message>
        <message>
            <source>%1 job ids are used again; the jobs are kept under other names</source>
            <translation>%1 个作业编号重复使用；作业以另外的名字保留</translation>
        </message>
        <message>
            <source>declares %1 tasks besides two dummies, which agrees</source>
            <translation>声明有 %1 个任务，另有两个虚任务，与内容相符</translation>
        </message>
        <message>
            <source>the column of deadlines is not used</source>
            <translation>截止时间一列未使用</translation>
        </message>
        <message>
            <source>times are abstract and count as seconds; edges carry no data</source>
            <translation>时间没有单位，按秒计；边不携带数据</translation>
        </message>
        <message>
            <source>times are abstract and count as seconds</source>
            <translation>时间没有单位，按秒计</translation>
        </message>
        <message>
            <source>communication costs are abstract and count as bytes</source>
            <translation>通信代价没有单位，按字节计</translation>
        </message>
        <message>
            <source>%1 line is a part of a job that was stopped and resumed; it counts beside the line of the whole job, if there is one</source>
            <translation>%1 行是中断后又继续的作业的一部分；若有整个作业的行，与之并计</translation>
        </message>
        <message>
            <source>%1 lines are parts of jobs that were stopped and resumed; they count beside the lines of the whole jobs, if there are any</source>
            <translation>%1 行是中断后又继续的作业的一部分；若有整个作业的行，与之并计</translation>
        </message>
        <message>
            <source>%1 job is a whole workflow in a file of its own and counts as one task</source>
            <translation>%1 个作业本身是另一个文件中的完整工作流，按一个任务计</translation>
        </message>
        <message>
            <source>%1 jobs are whole workflows in files of their own and count as one task each</source>
            <translation>%1 个作业本身是其他文件中的完整工作流，各按一个任务计</translation>
        </message>
        <message>
            <source>%1 file is listed again with the same size and counts once</source>
            <translation>%1 个文件以相同大小重复列出，只计一次</translation>
        </message>
        <message>
            <source>%1 files are listed again with the same sizes and count once</source>
            <translation>%1 个文件以相同大小重复列出，只计一次</translation>
        </message>
        <message>
            <source>the declared makespan of %1 is no time and is ignored</source>
            <translation>声明的完工时间 %1 不是时间，已忽略</translation>
        </message>
        <message>
            <source>the log stops before the application ended; its last event counts as the end</source>
            <translation>日志在应用结束之前中断；以最后一个事件为结束</translation>
        </message>
        <message>
            <source>%1 stage was skipped: its output was there already</source>
            <translation>%1 个阶段被跳过：其输出已经存在</translation>
        </message>
        <message>
            <source>%1 stages were skipped: their outputs were there already</source>
            <translation>%1 个阶段被跳过：其输出已经存在</translation>
        </message>
        <message>
            <source>%1 event says nothing of tasks</source>
            <translation>%1 个事件与任务无关</translation>
        </message>
        <message>
            <source>%1 events say nothing of tasks</source>
            <translation>%1 个事件与任务无关</translation>
        </message>
        <message>
            <source>%1 attempt was speculative</source>
            <translation>%1 次推测执行</translation>
        </message>
        <message>
            <source>%1 attempts were speculative</source>
            <translation>%1 次推测执行</translation>
        </message>
        <message>
            <source>%1 attempt besides the one that counts</source>
            <translation>%1 次不计入的尝试</translation>
        </message>
        <message>
            <source>%1 attempts besides those that count</source>
            <translation>%1 次不计入的尝试</translation>
        </message>
        <message>
            <source>%1 were read from storage; these reads are part of the runtimes</source>
            <translation>从存储读取了 %1；这些读取已计入运行时间</translation>
        </message>
        <message>
            <source>%1 shuffle is too wide for single dependencies; a task without work stands between its stages, and its bytes are not moved</source>
            <translation>%1 次混洗过宽，无法逐一表示依赖；其阶段之间放置无工作量的任务，数据不传输</translation>
        </message>
        <message>
            <source>%1 shuffles are too wide for single dependencies; tasks without work stand between their stages, and their bytes are not moved</source>
            <translation>%1 次混洗过宽，无法逐一表示依赖；其阶段之间放置无工作量的任务，数据不传输</translation>
        </message>
        <message>
            <source>%1 task never succeeded and counts with its last attempt</source>
            <translation>%1 个任务从未成功，以最后一次尝试计</translation>
        </message>
        <message>
            <source>%1 tasks never succeeded and count with their last attempts</source>
            <translation>%1 个任务从未成功，以最后一次尝试计</translation>
        </message>
        <message>
            <source>%1 task ends before it begins: its runtime is unknown</source>
            <translation>%1 个任务的结束早于开始：运行时间未知</translation>
        </message>
        <message>
            <source>%1 tasks end before they begin: their runtimes are unknown</source>
            <translation>%1 个任务的结束早于开始：运行时间未知</translation>
        </message>
        <message>
            <source>%1 dependency on a stage that did not run is ignored</source>
            <translation>%1 个对未运行阶段的依赖已忽略</translation>
        </message>
        <message>
            <source>%1 dependencies on stages that did not run are ignored</source>
            <translation>%1 个对未运行阶段的依赖已忽略</translation>
        </message>
        <message>
            <source>%1 line is no complete JSON and is ignored</source>
            <translation>%1 行不是完整的 JSON，已忽略</translation>
        </message>
        <message>
            <source>%1 lines are no complete JSON and are ignored</source>
            <translation>%1 行不是完整的 JSON，已忽略</translation>
        </message>
        <message>
            <source>%1 line is longer than %2 and is ignored</source>
            <translation>%1 行超过 %2，已忽略</translation>
        </message>
        <message>
            <source>%1 lines are longer than %2 and are ignored</source>
            <translation>%1 行超过 %2，已忽略</translation>
        </message>
        <message>
            <source>%1 end of a task names neither task nor stage and is ignored</source>
            <translation>%1 个任务结束事件既无任务也无阶段，已忽略</translation>
        </message>
        <message>
            <source>%1 ends of tasks name neither task nor stage and are ignored</source>
            <translation>%1 个任务结束事件既无任务也无阶段，已忽略</translation>
        </message>
        <message>
            <source>attempts that had not ended when the log stopped are ignored: %1</source>
            <translation>日志中断时尚未结束的尝试已忽略：%1 次</translation>
        </message>
        <message>
            <source>%1 edge is written again; the graph is strict, the last one counts</source>
            <translation>%1 条边重复写出；该图为 strict，以最后一条为准</translation>
        </message>
        <message>
            <source>%1 edges are written again; the graph is strict, the last one counts</source>
            <translation>%1 条边重复写出；该图为 strict，以最后一条为准</translation>
        </message>
        <message>
            <source>%1 edge is written again; their sizes are added</source>
            <translation>%1 条边重复写出；其数据量相加</translation>
        </message>
        <message>
            <source>%1 edges are written again; their sizes are added</source>
            <translation>%1 条边重复写出；其数据量相加</translation>
        </message>
        <message>
            <source>%1 entry or exit node costs nothing</source>
            <translation>%1 个入口或出口节点没有工作量</translation>
        </message>
        <message>
            <source>%1 entry and exit nodes cost nothing</source>
            <translation>%1 个入口或出口节点没有工作量</translation>
        </message>
        <message>
            <source>%1 edge has a negative size: it carries nothing</source>
            <translation>%1 条边的数据量为负：不携带数据</translation>
        </message>
        <message>
            <source>%1 edges have negative sizes: they carry nothing</source>
            <translation>%1 条边的数据量为负：不携带数据</translation>
        </message>
        <message>
            <source>what follows the first graph is ignored</source>
            <translation>第一个图之后的内容已忽略</translation>
        </message>
        <message>
            <source>%1 use of a file is optional and counts as any other</source>
            <translation>%1 处文件使用是可选的，与其他一样计入</translation>
        </message>
        <message>
            <source>%1 uses of files are optional and count as any other</source>
            <translation>%1 处文件使用是可选的，与其他一样计入</translation>
        </message>
        <message>
            <source>%1 use of a file has no direction and is ignored</source>
            <translation>%1 处文件使用没有方向，已忽略</translation>
        </message>
        <message>
            <source>%1 uses of files have no direction and are ignored</source>
            <translation>%1 处文件使用没有方向，已忽略</translation>
        </message>
        <message>
            <source>a task stream has no dependencies: the tasks are independent</source>
            <translation>任务流没有依赖：各任务相互独立</translation>
        </message>
        <message>
            <source>%1 entry has no key and is ignored</source>
            <translation>%1 个条目没有键，已忽略</translation>
        </message>
        <message>
            <source>%1 entries have no key and are ignored</source>
            <translation>%1 个条目没有键，已忽略</translation>
        </message>
        <message>
            <source>%1 task did not end well and counts as any other</source>
            <translation>%1 个任务没有正常结束，与其他一样计入</translation>
        </message>
        <message>
            <source>%1 tasks did not end well and count as any other</source>
            <translation>%1 个任务没有正常结束，与其他一样计入</translation>
        </message>
        <message>
            <source>%1 key was computed again; each time is a task</source>
            <translation>%1 个键被重复计算；每次算一个任务</translation>
        </message>
        <message>
            <source>%1 keys were computed again; each time is a task</source>
            <translation>%1 个键被重复计算；每次算一个任务</translation>
        </message>
        <message>
            <source>%1 slice runs inside another and is a part of it</source>
            <translation>%1 个切片嵌在另一个之内，是其一部分</translation>
        </message>
        <message>
            <source>%1 slices run inside others and are parts of them</source>
            <translation>%1 个切片嵌在另一个之内，是其一部分</translation>
        </message>
        <message>
            <source>%1 event is neither slice nor arrow</source>
            <translation>%1 个事件既非切片也非箭头</translation>
        </message>
        <message>
            <source>%1 events are neither slices nor arrows</source>
            <translation>%1 个事件既非切片也非箭头</translation>
        </message>
        <message>
            <source>%1 slice has a name that is used already</source>
            <translation>%1 个切片的名字已被使用</translation>
        </message>
        <message>
            <source>%1 slices have names that are used already</source>
            <translation>%1 个切片的名字已被使用</translation>
        </message>
        <message>
            <source>%1 slice never ends and stops with the trace</source>
            <translation>%1 个切片没有结束，随跟踪一起终止</translation>
        </message>
        <message>
            <source>%1 slices never end and stop with the trace</source>
            <translation>%1 个切片没有结束，随跟踪一起终止</translation>
        </message>
        <message>
            <source>%1 slice had begun before the one it depends on ended; in a simulation it waits</source>
            <translation>%1 个切片在其所依赖的切片结束之前就已开始；仿真中它会等待</translation>
        </message>
        <message>
            <source>%1 slices had begun before the ones they depend on ended; in a simulation they wait</source>
            <translation>%1 个切片在其所依赖的切片结束之前就已开始；仿真中它会等待</translation>
        </message>
        <message>
            <source>%1 event lacks its time or its duration and is ignored</source>
            <translation>%1 个事件缺少时间或时长，已忽略</translation>
        </message>
        <message>
            <source>%1 events lack their times or durations and are ignored</source>
            <translation>%1 个事件缺少时间或时长，已忽略</translation>
        </message>
        <message>
            <source>%1 end of a slice that was not begun is ignored</source>
            <translation>%1 个未开始的切片的结束已忽略</translation>
        </message>
        <message>
            <source>%1 ends of slices that were not begun are ignored</source>
            <translation>%1 个未开始的切片的结束已忽略</translation>
        </message>
        <message>
            <source>%1 end of an arrow meets no slice or no other end and is ignored</source>
            <translation>%1 个箭头端点没有对应的切片或另一端，已忽略</translation>
        </message>
        <message>
            <source>%1 ends of arrows meet no slices or no other ends and are ignored</source>
            <translation>%1 个箭头端点没有对应的切片或另一端，已忽略</translation>
        </message>
        <message>
            <source>%1 arrow points back in time and is ignored</source>
            <translation>%1 个箭头指向过去，已忽略</translation>
        </message>
        <message>
            <source>%1 arrows point back in time and are ignored</source>
            <translation>%1 个箭头指向过去，已忽略</translation>
        </message>
        <message>
            <source>the list of events does not end; what stands there counts</source>
            <translation>事件列表没有结尾；以已有内容为准</translation>
        </message>
        <message>
            <source>%1 dependency names a task that its job does not have and is ignored</source>
            <translation>%1 个依赖指向其作业中没有的任务，已忽略</translation>
        </message>
        <message>
            <source>%1 dependencies name tasks that their jobs do not have and are ignored</source>
            <translation>%1 个依赖指向其作业中没有的任务，已忽略</translation>
        </message>
        <message>
            <source>%1 task names itself as predecessor, which is ignored</source>
            <translation>%1 个任务把自己列为前驱，已忽略</translation>
        </message>
        <message>
            <source>%1 tasks name themselves as predecessors, which is ignored</source>
            <translation>%1 个任务把自己列为前驱，已忽略</translation>
        </message>
        <message>
            <source>%1 task has a name without a place in the graph: independent</source>
            <translation>%1 个任务的名字不表示在图中的位置：相互独立</translation>
        </message>
        <message>
            <source>%1 tasks have a name without a place in the graph: independent</source>
            <translation>%1 个任务的名字不表示在图中的位置：相互独立</translation>
        </message>
        <message>
            <source>the %1 tasks stand for %2 instances that ran at once; each takes the cores of one</source>
            <translation>这 %1 个任务代表同时运行的 %2 个实例；每个只占用一个实例的核心</translation>
        </message>
        <message>
            <source>%1 line has not %2 fields and is ignored</source>
            <translation>%1 行不是 %2 个字段，已忽略</translation>
        </message>
        <message>
            <source>%1 lines have not %2 fields and are ignored</source>
            <translation>%1 行不是 %2 个字段，已忽略</translation>
        </message>
        <message>
            <source>%1 task states no number of instances and counts as one</source>
            <translation>%1 个任务没有写明实例数，按一个计</translation>
        </message>
        <message>
            <source>%1 tasks state no number of instances and count as one</source>
            <translation>%1 个任务没有写明实例数，按一个计</translation>
        </message>
        <message>
            <source>%1 task's name is used again in its job; the task is kept under another name</source>
            <translation>%1 个任务名在其作业中重复使用；任务以另外的名字保留</translation>
        </message>
        <message>
            <source>%1 tasks' names are used again in their jobs; the tasks are kept under other names</source>
            <translation>%1 个任务名在其作业中重复使用；任务以另外的名字保留</translation>
        </message>
        <message>
            <source>%1 task asks for more cores than any node has; it takes a whole node for the recorded time</source>
            <translation>%1 个任务要求的核心多于任何节点；各按记录的时间占用整个节点</translation>
        </message>
        <message>
            <source>%1 tasks ask for more cores than any node has; each takes a whole node for the recorded time</source>
            <translation>%1 个任务要求的核心多于任何节点；各按记录的时间占用整个节点</translation>
        </message>
        <message>
            <source>%1 machine states no cores and has one</source>
            <translation>%1 台机器没有写明核心数，各按一个计</translation>
        </message>
        <message>
            <source>%1 machines state no cores and have one each</source>
            <translation>%1 台机器没有写明核心数，各按一个计</translation>
        </message>
        <message>
            <source>quantities without a unit are read as flop/s, B/s and s</source>
            <translation>没有单位的量按 flop/s、B/s 和 s 读取</translation>
        </message>
        <message>
            <source>&lt;prop&gt; properties are ignored</source>
            <translation>&lt;prop&gt; 属性已忽略</translation>
        </message>
        <message>
            <source>%1 task has a name of its own</source>
            <translation>%1 个任务有自己的名称</translation>
        </message>
        <message>
            <source>%1 tasks have names of their own</source>
            <translation>%1 个任务有自己的名称</translation>
        </message>
        <message>
            <source>%1 kind of task is told apart</source>
            <translation>%1 种任务类型有区分</translation>
        </message>
        <message>
            <source>%1 kinds of tasks are told apart</source>
            <translation>%1 种任务类型有区分</translation>
        </message>
        <message>
            <source>%1 task takes several cores</source>
            <translation>%1 个任务占用多个核心</translation>
        </message>
        <message>
            <source>%1 tasks take several cores</source>
            <translation>%1 个任务占用多个核心</translation>
        </message>
        <message>
            <source>%1 task says how its time depends on its cores</source>
            <translation>%1 个任务说明了时间如何随核心数变化</translation>
        </message>
        <message>
            <source>%1 tasks say how their time depends on their cores</source>
            <translation>%1 个任务说明了时间如何随核心数变化</translation>
        </message>
        <message>
            <source>%1 task needs memory</source>
            <translation>%1 个任务需要内存</translation>
        </message>
        <message>
            <source>%1 tasks need memory</source>
            <translation>%1 个任务需要内存</translation>
        </message>
        <message>
            <source>%1 task needs an accelerator</source>
            <translation>%1 个任务需要加速器</translation>
        </message>
        <message>
            <source>%1 tasks need an accelerator</source>
            <translation>%1 个任务需要加速器</translation>
        </message>
        <message>
            <source>%1 task says which items it works on</source>
            <translation>%1 个任务说明了处理哪些条目</translation>
        </message>
        <message>
            <source>%1 tasks say which items they work on</source>
            <translation>%1 个任务说明了处理哪些条目</translation>
        </message>
        <message>
            <source>%1 task has a runtime for every node; their mean is written</source>
            <translation>%1 个任务对每个节点都有运行时间；写入的是平均值</translation>
        </message>
        <message>
            <source>%1 tasks have a runtime for every node; their means are written</source>
            <translation>%1 个任务对每个节点都有运行时间；写入的是平均值</translation>
        </message>
        <message>
            <source>%1 file is read by several tasks; every reader gets one of its own</source>
            <translation>%1 个文件由多个任务读取；每个读者各得一份</translation>
        </message>
        <message>
            <source>%1 files are read by several tasks; every reader gets one of its own</source>
            <translation>%1 个文件由多个任务读取；每个读者各得一份</translation>
        </message>
        <message>
            <source>%1 file is there from the start</source>
            <translation>%1 个文件一开始就在</translation>
        </message>
        <message>
            <source>%1 files are there from the start</source>
            <translation>%1 个文件一开始就在</translation>
        </message>
        <message>
            <source>%1 file is written and not read</source>
            <translation>%1 个文件写了但没有人读</translation>
        </message>
        <message>
            <source>%1 files are written and not read</source>
            <translation>%1 个文件写了但没有人读</translation>
        </message>
        <message>
            <source>%1 size is not a whole number of bytes and is rounded</source>
            <translation>%1 个大小不是整数字节，已取整</translation>
        </message>
        <message>
            <source>%1 sizes are not whole numbers of bytes and are rounded</source>
            <translation>%1 个大小不是整数字节，已取整</translation>
        </message>
        <message>
            <source>%1 task is released later than at the start</source>
            <translation>%1 个任务在开始之后才释放</translation>
        </message>
        <message>
            <source>%1 tasks are released later than at the start</source>
            <translation>%1 个任务在开始之后才释放</translation>
        </message>
        <message>
            <source>%1 task has a priority</source>
            <translation>%1 个任务有优先级</translation>
        </message>
        <message>
            <source>%1 tasks have priorities</source>
            <translation>%1 个任务有优先级</translation>
        </message>
        <message>
            <source>%1 node has limited memory</source>
            <translation>%1 个节点的内存有限</translation>
        </message>
        <message>
            <source>%1 nodes have limited memory</source>
            <translation>%1 个节点的内存有限</translation>
        </message>
        <message>
            <source>%1 node has accelerators</source>
            <translation>%1 个节点有加速器</translation>
        </message>
        <message>
            <source>%1 nodes have accelerators</source>
            <translation>%1 个节点有加速器</translation>
        </message>
        <message>
            <source>%1 node only stores; it becomes a host of one core</source>
            <translation>%1 个节点只做存储；写成单核主机</translation>
        </message>
        <message>
            <source>%1 nodes only store; they become hosts of one core</source>
            <translation>%1 个节点只做存储；写成单核主机</translation>
        </message>
        <message>
            <source>%1 node is in a rack or zone</source>
            <translation>%1 个节点属于机架或区域</translation>
        </message>
        <message>
            <source>%1 nodes are in racks or zones</source>
            <translation>%1 个节点属于机架或区域</translation>
        </message>
        <message>
            <source>%1 node or link changes over time by its profile</source>
            <translation>%1 个节点或链路按配置文件随时间变化</translation>
        </message>
        <message>
            <source>%1 nodes and links change over time by their profiles</source>
            <translation>%1 个节点或链路按配置文件随时间变化</translation>
        </message>
    </context>
    <context>
        <name>registry</name>
        <message>
            <source>list schedulers</source>
            <translation>列表调度</translation>
        </message>
        <message>
            <source>clustering</source>
            <translation>聚类调度</translation>
        </message>
        <message>
            <source>batch heuristics</source>
            <translation>批量启发式</translation>
        </message>
        <message>
            <source>online policies</source>
            <translation>在线策略</translation>
        </message>
        <message>
            <source>searches</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>精确求解</translation>
        </message>
        <message>
            <source>choosers among others</source>
            <translation>在其他调度器中选择</translation>
        </message>
        <message>
            <source>baselines</source>
            <translation>基准</translation>
        </message>
        <message>
            <source>online: ready tasks in queue order to the lowest-numbered idle node</source>
            <translation>在线：就绪任务按排队次序放到编号最小的空闲节点</translation>
        </message>
        <message>
            <source>a task that fits no idle node holds back those behind it</source>
            <translation>放不进任何空闲节点的任务会挡住排在后面的任务</translation>
        </message>
        <message>
            <source>online: the ready task of lowest index to the lowest-numbered idle node</source>
            <translation>在线：编号最小的就绪任务放到编号最小的空闲节点</translation>
        </message>
        <message>
            <source>task i on node i mod n, in index order on each node</source>
            <translation>任务 i 放在节点 i mod n，各节点按编号次序执行</translation>
        </message>
        <message>
            <source>a node drawn uniformly for each task, in ready order</source>
            <translation>按就绪次序，每个任务均匀随机抽取一个节点</translation>
        </message>
        <message>
            <source>everything on the fastest node: the lower bar for every other</source>
            <translation>全部放在最快的节点：其他调度器的最低标准</translation>
        </message>
        <message>
            <source>tasks by decreasing upward rank, each to the node of earliest finish</source>
            <translation>任务按向上秩从大到小，各放到最早完成的节点</translation>
        </message>
        <message>
            <source>mean transfer: mean of bytes / bandwidth over pairs, or bytes / mean bandwidth</source>
            <translation>平均传输时间：各节点对的 字节/带宽 的均值，或 字节/平均带宽</translation>
        </message>
        <message>
            <source>use idle gaps between tasks already placed</source>
            <translation>利用已放置任务之间的空隙</translation>
        </message>
        <message>
            <source>the critical path on one node, other tasks to the node of earliest finish</source>
            <translation>关键路径放在一个节点，其他任务放到最早完成的节点</translation>
        </message>
        <message>
            <source>earliest finish plus an optimistic estimate of what follows</source>
            <translation>最早完成时间加上对后续的乐观估计</translation>
        </message>
        <message>
            <source>optimistic costs with the real link instead of the mean transfer</source>
            <translation>乐观代价用真实链路而非平均传输时间</translation>
        </message>
        <message>
            <source>of the ready tasks the one that can finish first, on that node</source>
            <translation>就绪任务中能最先完成的那个，放在对应节点</translation>
        </message>
        <message>
            <source>newly ready tasks join at once, or when all ready before them are placed</source>
            <translation>新就绪的任务立即加入，或等之前就绪的全部放置后再加入</translation>
        </message>
        <message>
            <source>of the ready tasks the one whose earliest finish is latest, on that node</source>
            <translation>就绪任务中最早完成时间最晚的那个，放在对应节点</translation>
        </message>
        <message>
            <source>HEFT that chooses the node by the finish of the task's children</source>
            <translation>按子任务的完成时间选择节点的 HEFT</translation>
        </message>
        <message>
            <source>the ready task and node of greatest dynamic level</source>
            <translation>动态级最大的就绪任务与节点</translation>
        </message>
        <message>
            <source>the ready task and node of earliest start; poor on nodes of different speed</source>
            <translation>开始最早的就绪任务与节点；节点速度不同时效果差</translation>
        </message>
        <message>
            <source>highest static level first, to the node of earliest start</source>
            <translation>静态级最高者优先，放到开始最早的节点</translation>
        </message>
        <message>
            <source>smallest latest start time first, to the node of earliest start</source>
            <translation>最迟开始时间最小者优先，放到开始最早的节点</translation>
        </message>
        <message>
            <source>best imaginary level: the task and node by the makespan they imply</source>
            <translation>最佳虚拟级：按所蕴含的完工时间选择任务与节点</translation>
        </message>
        <message>
            <source>HEFT with the deviation of a task's times in place of their mean, no duplication</source>
            <translation>以任务时间的偏差代替均值的 HEFT，不复制任务</translation>
        </message>
        <message>
            <source>level by level, the task of largest rounded rank first</source>
            <translation>逐层进行，取整后秩最大的任务优先</translation>
        </message>
        <message>
            <source>critical tasks in order, each after its parents</source>
            <translation>关键任务依次进行，各在其父任务之后</translation>
        </message>
        <message>
            <source>index order, each task to the node available first</source>
            <translation>按编号次序，各任务放到最先可用的节点</translation>
        </message>
        <message>
            <source>index order, each task to the node that computes it fastest</source>
            <translation>按编号次序，各任务放到计算它最快的节点</translation>
        </message>
        <message>
            <source>index order, each task to the node of earliest finish</source>
            <translation>按编号次序，各任务放到最早完成的节点</translation>
        </message>
        <message>
            <source>the ready task that would lose most without its best node</source>
            <translation>失去最佳节点损失最大的就绪任务</translation>
        </message>
        <message>
            <source>one task at a time, or one task a node in every pass</source>
            <translation>每次一个任务，或每轮每个节点一个任务</translation>
        </message>
        <message>
            <source>the shorter of the plans of min-min and max-min</source>
            <translation>min-min 与 max-min 两个计划中较短的一个</translation>
        </message>
        <message>
            <source>pairs of ready task and node drawn among those that lengthen the plan least; the best of several plans</source>
            <translation>在使计划增长最少的（就绪任务，节点）对中随机抽取；取多个计划中最好的</translation>
        </message>
        <message>
            <source>how much worse than the best a pair may be: 0 = as good, 1 = any</source>
            <translation>一对可以比最好的差多少：0 = 一样好，1 = 任意</translation>
        </message>
        <message>
            <source>plans drawn, of which the shortest is kept</source>
            <translation>抽取的计划数，保留其中最短的</translation>
        </message>
        <message>
            <source>HLFET that fills the hole before a task with ready tasks</source>
            <translation>用就绪任务填补任务前空隙的 HLFET</translation>
        </message>
        <message>
            <source>dynamic level with what the main child needs and what is lost without the preferred node</source>
            <translation>动态级，计入主要子任务的需要以及失去首选节点的损失</translation>
        </message>
        <message>
            <source>count what the child that receives most data needs from each node (DL2)</source>
            <translation>计入接收数据最多的子任务对各节点的需要（DL2）</translation>
        </message>
        <message>
            <source>raise tasks that would lose most without their preferred node</source>
            <translation>提升失去首选节点损失最大的任务</translation>
        </message>
        <message>
            <source>groups of independent tasks by rank_u, balanced by moving tasks off the node that ends last</source>
            <translation>按 rank_u 分成相互独立的任务组，再从最后结束的节点移走任务以平衡</translation>
        </message>
        <message>
            <source>highest bottom level first, on the node idle first or the one its last message comes from</source>
            <translation>底层级最高者优先，放在最先空闲的节点或最后一条消息来自的节点</translation>
        </message>
        <message>
            <source>ready tasks kept in order, the rest waits in a queue; 0 = as many as nodes</source>
            <translation>保持有序的就绪任务数，其余排队等待；0 = 与节点数相同</translation>
        </message>
        <message>
            <source>ETF found in two candidates instead of all pairs</source>
            <translation>只看两个候选而非所有对的 ETF</translation>
        </message>
        <message>
            <source>dominant sequence clusters, mapped to the nodes there are</source>
            <translation>主导序列聚类，再映射到现有节点</translation>
        </message>
        <message>
            <source>list-based load balancing, or the cluster of most work first to the least loaded node</source>
            <translation>基于列表的负载均衡，或工作量最大的簇优先放到负载最小的节点</translation>
        </message>
        <message>
            <source>earliest finish plus a predicted cost of what follows; parents of many children first</source>
            <translation>最早完成时间加上对后续代价的预测；子任务多的父任务优先</translation>
        </message>
        <message>
            <source>online: the ready task of greatest key to an idle node</source>
            <translation>在线：键值最大的就绪任务放到空闲节点</translation>
        </message>
        <message>
            <source>longest path to an exit with mean transfers, with transfers at mean bandwidth, or without transfers</source>
            <translation>到出口的最长路径：用平均传输时间、按平均带宽的传输，或不计传输</translation>
        </message>
        <message>
            <source>the idle node of lowest number, or where the task would finish first</source>
            <translation>编号最小的空闲节点，或任务最先完成的节点</translation>
        </message>
        <message>
            <source>online: first come first served, to the one of d drawn nodes that has most free cores</source>
            <translation>在线：先来先服务，放到随机抽取的 d 个节点中空闲核最多的一个</translation>
        </message>
        <message>
            <source>nodes drawn for every task among those it fits</source>
            <translation>每个任务在放得下的节点中抽取的节点数</translation>
        </message>
        <message>
            <source>online: tasks stay where their parents ran until an idle node steals them</source>
            <translation>在线：任务留在父任务运行的节点，直到被空闲节点窃取</translation>
        </message>
        <message>
            <source>steal half of the victim's tasks instead of one</source>
            <translation>窃取对方一半的任务而不是一个</translation>
        </message>
        <message>
            <source>steal where the task has most bytes on the thief instead of from a drawn node</source>
            <translation>从任务在窃取者上数据最多之处窃取，而不是随机抽取的节点</translation>
        </message>
        <message>
            <source>online: a node passes a few times before it takes a task whose data is elsewhere</source>
            <translation>在线：节点先放弃几次机会，才接受数据在别处的任务</translation>
        </message>
        <message>
            <source>chances in a row to pass over before a task runs anywhere</source>
            <translation>连续放弃多少次机会后，任务可以在任意节点运行</translation>
        </message>
        <message>
            <source>list scheduling by independent switches; HEFT, CPOP, HLFET, MCT and others are points of it</source>
            <translation>由相互独立的开关构成的列表调度；HEFT、CPOP、HLFET、MCT 等是其中的点</translation>
        </message>
        <message>
            <source>which ready task goes first: the greatest upward rank, rank by mean bandwidth, path through the task, static level, rank by deviation, smallest latest start, mean optimistic cost, or the lowest index</source>
            <translation>哪个就绪任务优先：最大的向上秩、按平均带宽的秩、经过任务的路径、静态级、按偏差的秩、最小的最迟开始时间、平均乐观代价，或最小编号</translation>
        </message>
        <message>
            <source>which node it gets: earliest finish, earliest start, or least compute time</source>
            <translation>放到哪个节点：最早完成、最早开始，或计算时间最短</translation>
        </message>
        <message>
            <source>tasks of the critical path on the node that runs all of it soonest</source>
            <translation>关键路径上的任务放在能最快执行整条路径的节点</translation>
        </message>
        <message>
            <source>of the first two ready tasks the one that would lose more on its second-best node</source>
            <translation>前两个就绪任务中，放到次优节点损失更大的那个</translation>
        </message>
        <message>
            <source>the shortest schedule, or the gap that is left when the budget is spent; for small graphs</source>
            <translation>最短的调度，或预算用完时剩余的差距；适用于小图</translation>
        </message>
        <message>
            <source>states to look at, at most; all of them are remembered, some 50 bytes each</source>
            <translation>最多查看的状态数；全部记住，每个约 50 字节</translation>
        </message>
        <message>
            <source>from HEFT's plan by random steps, longer plans taken less and less often</source>
            <translation>从 HEFT 的计划随机移动，越来越少接受更长的计划</translation>
        </message>
        <message>
            <source>plans to decode, HEFT's among them</source>
            <translation>要解码的计划数，含 HEFT 的计划</translation>
        </message>
        <message>
            <source>temperature at the start, in parts of HEFT's makespan</source>
            <translation>起始温度，以 HEFT 完工时间为单位</translation>
        </message>
        <message>
            <source>temperature at the end, in parts of HEFT's makespan</source>
            <translation>结束温度，以 HEFT 完工时间为单位</translation>
        </message>
        <message>
            <source>from HEFT's plan to the best of some neighbours, never straight back</source>
            <translation>从 HEFT 的计划移到若干邻居中最好的，不立即返回</translation>
        </message>
        <message>
            <source>plans drawn in a round, of which the shortest is taken</source>
            <translation>每轮抽取的计划数，取其中最短的</translation>
        </message>
        <message>
            <source>rounds during which a move may not be taken back</source>
            <translation>一次移动多少轮内不得撤回</translation>
        </message>
        <message>
            <source>generations of plans that cross and mutate, HEFT's in the first</source>
            <translation>计划的各代交叉与变异，第一代含 HEFT 的计划</translation>
        </message>
        <message>
            <source>plans in a generation</source>
            <translation>一代中的计划数</translation>
        </message>
        <message>
            <source>how likely a child takes a random step</source>
            <translation>子代随机移动一步的概率</translation>
        </message>
        <message>
            <source>plans constructed half greedily, each improved until nothing helps</source>
            <translation>半贪心地构造计划，各自改进到无法再改进</translation>
        </message>
        <message>
            <source>how far from the best a choice may be: 0 = the best, 1 = any</source>
            <translation>选择可以离最好的多远：0 = 最好，1 = 任意</translation>
        </message>
        <message>
            <source>steps in a row that do not help, before the next plan is constructed</source>
            <translation>连续多少步无改进后构造下一个计划</translation>
        </message>
        <message>
            <source>plans with every candidate and takes the shortest plan</source>
            <translation>用每个候选调度器制定计划，取最短的</translation>
        </message>
        <message>
            <source>candidates as in heft+cpop+peft[links=true]; all = every static scheduler that does not search</source>
            <translation>候选，如 heft+cpop+peft[links=true]；all = 所有不搜索的静态调度器</translation>
        </message>
        <message>
            <source>learns on this very instance, with noisy costs, which candidate stands noise best</source>
            <translation>就在此实例上，以带噪声的代价学习哪个候选最耐噪声</translation>
        </message>
        <message>
            <source>how the candidate to try next is chosen</source>
            <translation>如何选择下一个要试的候选</translation>
        </message>
        <message>
            <source>candidates; all = every static scheduler that does not search</source>
            <translation>候选；all = 所有不搜索的静态调度器</translation>
        </message>
        <message>
            <source>trial plans before the one that counts</source>
            <translation>正式计划之前的试验计划数</translation>
        </message>
        <message>
            <source>sigma of the log-normal factor on every task's estimated time in a trial</source>
            <translation>试验中每个任务估计时间的对数正态因子的 σ</translation>
        </message>
        <message>
            <source>task i on worker i mod n; index order on each node</source>
            <translation>任务 i 放在工作节点 i mod n；各节点按编号次序</translation>
        </message>
        <message>
            <source>a node drawn uniformly; ready order</source>
            <translation>均匀随机抽取节点；按就绪次序</translation>
        </message>
        <message>
            <source>everything on the node that needs least time for all tasks; ready order</source>
            <translation>全部放在执行所有任务最快的节点；按就绪次序</translation>
        </message>
        <message>
            <source>the ready task of largest basic imaginary makespan (BIM); the node of smallest revised BIM</source>
            <translation>基本虚拟完工时间（BIM）最大的就绪任务；修正 BIM 最小的节点</translation>
        </message>
        <message>
            <source>highest rank_u + rank_d first; tasks of the critical path on the node that runs all of it soonest, others on the node of smallest EFT</source>
            <translation>rank_u + rank_d 最高者优先；关键路径任务放在能最快执行整条路径的节点，其余放在 EFT 最小的节点</translation>
        </message>
        <message>
            <source>no local task for the node, and passed over often enough: the first of the queue</source>
            <translation>该节点没有本地任务，且已放弃足够多次：取队首任务</translation>
        </message>
        <message>
            <source>the first of the queue whose data is on the node</source>
            <translation>队列中数据在该节点上的第一个任务</translation>
        </message>
        <message>
            <source>clusters by DSC; the node idle first takes its own ready task or that of a new cluster, whichever starts earlier</source>
            <translation>按 DSC 聚类；最先空闲的节点取自己的就绪任务或新簇的任务，取开始较早者</translation>
        </message>
        <message>
            <source>clusters by DSC, the largest first to the node of least work; highest bottom level first</source>
            <translation>按 DSC 聚类，最大的簇优先放到工作量最小的节点；底层级最高者优先</translation>
        </message>
        <message>
            <source>the ready task and node of earliest start, the higher static level on ties; speed does not count</source>
            <translation>开始最早的就绪任务与节点，相同时静态级较高者；不计速度</translation>
        </message>
        <message>
            <source>highest bottom level first; the earlier start on the node idle first or the node the last message comes from</source>
            <translation>底层级最高者优先；在最先空闲的节点与最后消息来自的节点中取开始较早者</translation>
        </message>
        <message>
            <source>ready task of lowest index; the idle node of lowest number</source>
            <translation>编号最小的就绪任务；编号最小的空闲节点</translation>
        </message>
        <message>
            <source>first task of the queue; the idle node of lowest number</source>
            <translation>队首任务；编号最小的空闲节点</translation>
        </message>
        <message>
            <source>the ready task and node of earliest start: on the sender of its last message, or on the node idle first</source>
            <translation>开始最早的就绪任务与节点：在最后消息的发送节点，或最先空闲的节点</translation>
        </message>
        <message>
            <source>the ready task and node of greatest generalised dynamic level</source>
            <translation>广义动态级最大的就绪任务与节点</translation>
        </message>
        <message>
            <source>groups of independent tasks by rank_u; each to its soonest completion, then moved off the node that completes last</source>
            <translation>按 rank_u 分成独立任务组；各放到最早完成处，再从最后完成的节点移走</translation>
        </message>
        <message>
            <source>critical tasks in order, their unlisted parents before them; the node of smallest EFT, gaps included</source>
            <translation>关键任务依次进行，未列出的父任务在前；EFT 最小的节点，含空隙</translation>
        </message>
        <message>
            <source>highest rank_u first; the node of smallest EFT, gaps included</source>
            <translation>rank_u 最高者优先；EFT 最小的节点，含空隙</translation>
        </message>
        <message>
            <source>highest rank_u first; the node of smallest EFT behind its last task</source>
            <translation>rank_u 最高者优先；排在末尾时 EFT 最小的节点</translation>
        </message>
        <message>
            <source>highest upward rank by deviation of times first; the node of smallest EFT, gaps included</source>
            <translation>按时间偏差的向上秩最高者优先；EFT 最小的节点，含空隙</translation>
        </message>
        <message>
            <source>of the ready tasks the highest static level first; the node of earliest start</source>
            <translation>就绪任务中静态级最高者优先；开始最早的节点</translation>
        </message>
        <message>
            <source>index order; the node available first, whatever the task takes there</source>
            <translation>按编号次序；最先可用的节点，不论任务在其上耗时多少</translation>
        </message>
        <message>
            <source>index order; the node that computes the task fastest, however loaded</source>
            <translation>按编号次序；计算该任务最快的节点，不论负载</translation>
        </message>
        <message>
            <source>index order; the node of smallest EFT</source>
            <translation>按编号次序；EFT 最小的节点</translation>
        </message>
        <message>
            <source>of the ready tasks the highest mean predicted cost x children first; the node of smallest EFT + what is predicted to follow</source>
            <translation>就绪任务中 平均预测代价 × 子任务数 最高者优先；EFT 加预测后续最小的节点</translation>
        </message>
        <message>
            <source>highest static level first, to the node of earliest start; then ready tasks into the hole before it</source>
            <translation>静态级最高者优先，放到开始最早的节点；再用就绪任务填补其前的空隙</translation>
        </message>
        <message>
            <source>highest rank_u first; the node that lets the task's children finish soonest</source>
            <translation>rank_u 最高者优先；使子任务最早完成的节点</translation>
        </message>
        <message>
            <source>smallest latest start time (ALAP) first; the node of earliest start, gaps included</source>
            <translation>最迟开始时间（ALAP）最小者优先；开始最早的节点，含空隙</translation>
        </message>
        <message>
            <source>the ready task and node of smallest EFT</source>
            <translation>EFT 最小的就绪任务与节点</translation>
        </message>
        <message>
            <source>the ready task whose best EFT is largest, on its best node</source>
            <translation>最佳 EFT 最大的就绪任务，放在其最佳节点</translation>
        </message>
        <message>
            <source>the ready task of highest priority; the node of smallest EFT</source>
            <translation>优先级最高的就绪任务；EFT 最小的节点</translation>
        </message>
        <message>
            <source>the ready task of highest priority; the node of smallest EST</source>
            <translation>优先级最高的就绪任务；EST 最小的节点</translation>
        </message>
        <message>
            <source>the ready task of highest priority; the node that computes it fastest</source>
            <translation>优先级最高的就绪任务；计算它最快的节点</translation>
        </message>
        <message>
            <source>of the ready tasks the highest mean OCT first; the node of smallest EFT + OCT</source>
            <translation>就绪任务中平均 OCT 最高者优先；EFT + OCT 最小的节点</translation>
        </message>
        <message>
            <source>level by level, highest rank first, the shorter task on ties; the node of smallest EFT, gaps included</source>
            <translation>逐层进行，秩最高者优先，相同时较短者；EFT 最小的节点，含空隙</translation>
        </message>
        <message>
            <source>first task of the queue; of some drawn nodes the one with most free cores</source>
            <translation>队首任务；随机抽取的若干节点中空闲核最多的一个</translation>
        </message>
        <message>
            <source>the ready task of greatest key; the idle node where it finishes first</source>
            <translation>键值最大的就绪任务；最先完成它的空闲节点</translation>
        </message>
        <message>
            <source>the ready task of greatest key; the idle node of lowest number</source>
            <translation>键值最大的就绪任务；编号最小的空闲节点</translation>
        </message>
        <message>
            <source>in a pass every ready task bids for its node of smallest EFT, a node keeps the bid that would suffer most</source>
            <translation>每轮各就绪任务竞争 EFT 最小的节点，节点保留损失最大的竞争者</translation>
        </message>
        <message>
            <source>the ready task that would suffer most without its best node; the node of smallest EFT</source>
            <translation>失去最佳节点损失最大的就绪任务；EFT 最小的节点</translation>
        </message>
        <message>
            <source>a pair of ready task and node drawn among those that lengthen the plan least</source>
            <translation>在使计划增长最少的（就绪任务，节点）对中随机抽取</translation>
        </message>
        <message>
            <source>the bottom of the node's own deque</source>
            <translation>节点自己的双端队列的底部任务</translation>
        </message>
        <message>
            <source>as the script decides</source>
            <translation>由脚本决定</translation>
        </message>
        <message>
            <source>stolen from the top of a drawn deque</source>
            <translation>从随机抽取的双端队列顶部窃取</translation>
        </message>
        <message>
            <source>stolen from the top of the deque whose task has most bytes here</source>
            <translation>从任务在此数据最多的双端队列顶部窃取</translation>
        </message>
        <message>
            <source>min-min is the shorter</source>
            <translation>min-min 较短</translation>
        </message>
        <message>
            <source>max-min is the shorter</source>
            <translation>max-min 较短</translation>
        </message>
        <message>
            <source>part of the shortest schedule of some heuristics; too large to search</source>
            <translation>若干启发式中最短调度的一部分；规模太大无法搜索</translation>
        </message>
        <message>
            <source>dynamic level</source>
            <translation>动态级</translation>
        </message>
        <message>
            <source>- dynamic level</source>
            <translation>−动态级</translation>
        </message>
        <message>
            <source>available</source>
            <translation>可用时刻</translation>
        </message>
        <message>
            <source>compute time</source>
            <translation>计算时间</translation>
        </message>
        <message>
            <source>latest EFT of a child</source>
            <translation>子任务的最晚 EFT</translation>
        </message>
        <message>
            <source>increase of the makespan</source>
            <translation>完工时间增量</translation>
        </message>
        <message>
            <source>- free cores</source>
            <translation>−空闲核</translation>
        </message>
        <message>
            <source>node index</source>
            <translation>节点编号</translation>
        </message>
        <message>
            <source>not compared</source>
            <translation>未比较</translation>
        </message>
        <message>
            <source>bytes to fetch</source>
            <translation>要取的字节</translation>
        </message>
        <message>
            <source>every transfer runs at its bottleneck as if it were alone; no contention</source>
            <translation>每次传输按其瓶颈速度进行，如同独占；无争用</translation>
        </message>
        <message>
            <source>every link divides its bandwidth equally among the transfers on it</source>
            <translation>每条链路将带宽平均分给其上的传输</translation>
        </message>
        <message>
            <source>max-min fair rates by progressive filling: no transfer can gain without a slower one losing</source>
            <translation>逐步填充得到的最大最小公平速率：任何传输要加快都会使更慢的传输变慢</translation>
        </message>
        <message>
            <source>TCP factors: none (equal shares, nothing added); cm02: as SimGrid's CM02 without cross-traffic; lv08: SimGrid's default (Velho, Legrand 2009); custom: shares by round-trip time, the factors below</source>
            <translation>TCP 因子：none（等分，不附加）；cm02：同 SimGrid 的 CM02，不计反向流量；lv08：SimGrid 默认（Velho, Legrand 2009）；custom：按往返时间分配，用下面的因子</translation>
        </message>
        <message>
            <source>start-up = factor x path latency (cm02 and custom 1, lv08 13.01)</source>
            <translation>启动时间 = 因子 × 路径延迟（cm02 与 custom 为 1，lv08 为 13.01）</translation>
        </message>
        <message>
            <source>part of a link's bandwidth that carries payload (cm02 and custom 1, lv08 0.97)</source>
            <translation>链路带宽中用于有效数据的部分（cm02 与 custom 为 1，lv08 为 0.97）</translation>
        </message>
        <message>
            <source>S: shares go with 1 / (path latency + sum of S / bandwidth) (cm02 and custom 0, lv08 20537 B)</source>
            <translation>S：份额正比于 1 /（路径延迟 + Σ S / 带宽）（cm02 与 custom 为 0，lv08 为 20537 B）</translation>
        </message>
        <message>
            <source>largest TCP window: no transfer is faster than window / round trip; 0 = no bound (cm02 and lv08 4194304 B, custom 0)</source>
            <translation>最大 TCP 窗口：传输不快于 窗口 / 往返时间；0 = 无限制（cm02 与 lv08 为 4194304 B，custom 为 0）</translation>
        </message>
        <message>
            <source>part of its rate that a transfer takes on the way back (cm02 and custom 0, lv08 0.05)</source>
            <translation>传输在反方向占用的速率比例（cm02 与 custom 为 0，lv08 为 0.05）</translation>
        </message>
        <message>
            <source>what a path without any latency weighs: 1 as in SimGrid, or the weight's formula, at least 1e-9</source>
            <translation>无延迟路径的权重：同 SimGrid 为 1，或按权重公式，至少 1e-9</translation>
        </message>
        <message>
            <source>bandwidth of a copy on one node, in B/s; 0 = what the platform says, and free inside a run</source>
            <translation>节点内复制的带宽，B/s；0 = 按平台所述，运行中免费</translation>
        </message>
        <message>
            <source>latency of a copy on one node, in s</source>
            <translation>节点内复制的延迟，s</translation>
        </message>
        <message>
            <source>added to the start of every transfer between nodes, in s</source>
            <translation>加到每次节点间传输开头的时间，s</translation>
        </message>
        <message>
            <source>compress every transfer between nodes, one core of its own at each end (level 1, Silesia corpus)</source>
            <translation>压缩每次节点间传输，两端各用一个专用核（级别 1，Silesia 语料）</translation>
        </message>
        <message>
            <source>plain bytes / bytes on the wire</source>
            <translation>原始字节 / 线上字节</translation>
        </message>
        <message>
            <source>plain bytes a second, in B/s (custom: no bound)</source>
            <translation>每秒原始字节，B/s（custom：无限制）</translation>
        </message>
        <message>
            <source>pipelined: the slowest of compressing, sending, decompressing counts; sequential: one after the other</source>
            <translation>pipelined：取压缩、发送、解压中最慢者；sequential：依次进行</translation>
        </message>
        <message>
            <source>encrypt every transfer between nodes, cores of its own at each end</source>
            <translation>加密每次节点间传输，两端各用专用核</translation>
        </message>
        <message>
            <source>bytes a second of one core, in B/s (4.2 to 4.7 GB/s)</source>
            <translation>一个核每秒的字节，B/s（4.2 至 4.7 GB/s）</translation>
        </message>
        <message>
            <source>cores that encrypt at each end</source>
            <translation>每端用于加密的核数</translation>
        </message>
        <message>
            <source>round trips before the first encrypted byte: TLS 1.3 takes 1, TLS 1.2 takes 2, a resumed one 0</source>
            <translation>首个加密字节之前的往返次数：TLS 1.3 为 1，TLS 1.2 为 2，恢复会话为 0</translation>
        </message>
        <message>
            <source>a task has its cores to itself; who finds none free waits</source>
            <translation>任务独占其核；没有空闲核时等待</translation>
        </message>
        <message>
            <source>processor sharing: the tasks on a node share its cores evenly, none gets more than its own</source>
            <translation>处理器共享：节点上的任务平均分享其核，任何任务不超过自己的核数</translation>
        </message>
        <message>
            <source>tasks' cores a node takes at once for each core it has; 1 shares nothing</source>
            <translation>节点每个核同时接受的任务核数；1 表示不共享</translation>
        </message>
        <message>
            <source>every node on one switch, full-duplex links, an optional shared backbone</source>
            <translation>所有节点接一台交换机，全双工链路，可选共享主干</translation>
        </message>
        <message>
            <source>racks of nodes under one core switch, with oversubscribed uplinks</source>
            <translation>多个机架接一台核心交换机，上行链路超额订阅</translation>
        </message>
        <message>
            <source>a private link for every ordered pair of nodes</source>
            <translation>每个有序节点对一条专用链路</translation>
        </message>
        <message>
            <source>nodes around one switch as SimGrid's &lt;cluster&gt;: backbone, loopback, limiter, kinds of sharing</source>
            <translation>节点围绕一台交换机，同 SimGrid 的 &lt;cluster&gt;：主干、回环、限速、共享方式</translation>
        </message>
        <message>
            <source>racks whose leaf switch is cabled to every spine switch; flows spread over the spines</source>
            <translation>机架的叶交换机连到每台脊交换机；流量分散到各脊</translation>
        </message>
        <message>
            <source>levels of switches with full bisection: k^3/4 nodes of order k, or any shape as SimGrid's FAT_TREE</source>
            <translation>全对分带宽的多级交换机：k 阶有 k^3/4 个节点，或同 SimGrid 的 FAT_TREE 的任意形状</translation>
        </message>
        <message>
            <source>a grid of nodes that wraps around in every dimension, routed one dimension after the other</source>
            <translation>每个维度首尾相接的节点网格，逐维路由</translation>
        </message>
        <message>
            <source>groups of chassis of routers; every two groups share one long cable; minimal routes</source>
            <translation>由机箱与路由器组成的组；每两组共享一条长缆；最短路由</translation>
        </message>
        <message>
            <source>two groups of nodes on either side of one narrow cable; the storage node stands on the right</source>
            <translation>两组节点分处一条窄缆两侧；存储节点在右侧</translation>
        </message>
        <message>
            <source>regions of nodes joined by long cables; routes take the way of least latency; storage stands in region 0</source>
            <translation>多个区域由长缆相连；路由取延迟最小的路；存储在区域 0</translation>
        </message>
        <message>
            <source>slow devices behind thin uplinks, a fog node at every site, and a fast cloud behind a metro network</source>
            <translation>细上行链路后的慢设备，每个站点一个雾节点，城域网后的快速云</translation>
        </message>
        <message>
            <source>computing nodes</source>
            <translation>计算节点数</translation>
        </message>
        <message>
            <source>bandwidth of the backbone, B/s; 0 = no backbone</source>
            <translation>主干带宽，B/s；0 = 无主干</translation>
        </message>
        <message>
            <source>bandwidth all routes share, B/s; 0 = no backbone</source>
            <translation>所有路由共享的带宽，B/s；0 = 无主干</translation>
        </message>
        <message>
            <source>latency of the backbone, s</source>
            <translation>主干延迟，s</translation>
        </message>
        <message>
            <source>whether flows share the backbone</source>
            <translation>流是否共享主干</translation>
        </message>
        <message>
            <source>groups; at most as many as a chassis has routers</source>
            <translation>组数；不超过一个机箱的路由器数</translation>
        </message>
        <message>
            <source>chassis of a group</source>
            <translation>每组机箱数</translation>
        </message>
        <message>
            <source>routers of a chassis</source>
            <translation>每机箱路由器数</translation>
        </message>
        <message>
            <source>nodes of a router</source>
            <translation>每路由器节点数</translation>
        </message>
        <message>
            <source>cables in parallel between two groups</source>
            <translation>两组之间并行的缆数</translation>
        </message>
        <message>
            <source>cables in parallel between two chassis</source>
            <translation>两机箱之间并行的缆数</translation>
        </message>
        <message>
            <source>cables in parallel between two routers of a chassis</source>
            <translation>机箱内两路由器之间并行的缆数</translation>
        </message>
        <message>
            <source>nodes on the left</source>
            <translation>左侧节点数</translation>
        </message>
        <message>
            <source>nodes on the right</source>
            <translation>右侧节点数</translation>
        </message>
        <message>
            <source>bandwidth of the cable between the sides, each direction, B/s</source>
            <translation>两侧之间缆的带宽，每方向，B/s</translation>
        </message>
        <message>
            <source>latency of the cable between the sides, s</source>
            <translation>两侧之间缆的延迟，s</translation>
        </message>
        <message>
            <source>sites, each with one fog node</source>
            <translation>站点数，各有一个雾节点</translation>
        </message>
        <message>
            <source>devices of a site</source>
            <translation>每站点设备数</translation>
        </message>
        <message>
            <source>nodes of the cloud</source>
            <translation>云节点数</translation>
        </message>
        <message>
            <source>speed of a device's core, flop/s</source>
            <translation>设备每核速度，flop/s</translation>
        </message>
        <message>
            <source>cores of a device</source>
            <translation>设备核数</translation>
        </message>
        <message>
            <source>speed of a fog node's core, flop/s</source>
            <translation>雾节点每核速度，flop/s</translation>
        </message>
        <message>
            <source>cores of a fog node</source>
            <translation>雾节点核数</translation>
        </message>
        <message>
            <source>speed of a cloud node's core, flop/s</source>
            <translation>云节点每核速度，flop/s</translation>
        </message>
        <message>
            <source>cores of a cloud node</source>
            <translation>云节点核数</translation>
        </message>
        <message>
            <source>bandwidth from a device, B/s</source>
            <translation>设备上行带宽，B/s</translation>
        </message>
        <message>
            <source>bandwidth to a device, B/s</source>
            <translation>设备下行带宽，B/s</translation>
        </message>
        <message>
            <source>latency between a device and its site, s</source>
            <translation>设备与站点之间的延迟，s</translation>
        </message>
        <message>
            <source>bandwidth of a fog node, each direction, B/s</source>
            <translation>雾节点带宽，每方向，B/s</translation>
        </message>
        <message>
            <source>latency between a fog node and its site, s</source>
            <translation>雾节点与站点之间的延迟，s</translation>
        </message>
        <message>
            <source>bandwidth between a site and the cloud, each direction, B/s</source>
            <translation>站点与云之间的带宽，每方向，B/s</translation>
        </message>
        <message>
            <source>latency between a site and the cloud, s</source>
            <translation>站点与云之间的延迟，s</translation>
        </message>
        <message>
            <source>bandwidth of a cloud node, each direction, B/s</source>
            <translation>云节点带宽，每方向，B/s</translation>
        </message>
        <message>
            <source>latency of a cloud node's link, s</source>
            <translation>云节点链路的延迟，s</translation>
        </message>
        <message>
            <source>how speeds vary around their tier's, drawn from the seed</source>
            <translation>速度如何围绕本层速度变化，由种子抽取</translation>
        </message>
        <message>
            <source>uniform: speed times 1 - spread to 1 + spread; log-normal: sigma</source>
            <translation>uniform：速度乘以 1 - spread 到 1 + spread；log-normal：σ</translation>
        </message>
        <message>
            <source>which of equal ways up a flow takes: by a hash of its ends, or by its destination</source>
            <translation>流在等价的上行路径中如何选择：按两端的散列，或按目的地</translation>
        </message>
        <message>
            <source>ports of a switch, even; k pods, k^3/4 nodes</source>
            <translation>交换机端口数，偶数；k 个 pod，k^3/4 个节点</translation>
        </message>
        <message>
            <source>children;parents;cables of the levels, as 4x4;1x2;1x2; replaces k</source>
            <translation>各级的 子;父;缆，如 4x4;1x2;1x2；取代 k</translation>
        </message>
        <message>
            <source>leaf switches, one a rack</source>
            <translation>叶交换机数，每机架一台</translation>
        </message>
        <message>
            <source>nodes of a leaf</source>
            <translation>每叶节点数</translation>
        </message>
        <message>
            <source>spine switches</source>
            <translation>脊交换机数</translation>
        </message>
        <message>
            <source>bandwidth of a leaf's nodes over bandwidth of its uplinks</source>
            <translation>叶下节点带宽与上行带宽之比</translation>
        </message>
        <message>
            <source>latency between leaf and spine, s</source>
            <translation>叶与脊之间的延迟，s</translation>
        </message>
        <message>
            <source>bandwidth of a pair's link, B/s</source>
            <translation>节点对链路的带宽，B/s</translation>
        </message>
        <message>
            <source>latency of a pair's link, s</source>
            <translation>节点对链路的延迟，s</translation>
        </message>
        <message>
            <source>cores (slots) of a node</source>
            <translation>节点的核（槽）数</translation>
        </message>
        <message>
            <source>speed of one core, flop/s</source>
            <translation>每核速度，flop/s</translation>
        </message>
        <message>
            <source>speeds of the nodes in order, separated by ';' and repeated as needed; replaces speed</source>
            <translation>各节点依次的速度，以 ';' 分隔，按需重复；取代 speed</translation>
        </message>
        <message>
            <source>how speeds vary around speed, drawn from the seed</source>
            <translation>速度如何围绕 speed 变化，由种子抽取</translation>
        </message>
        <message>
            <source>memory of a node, B; 0 = unlimited</source>
            <translation>节点内存，B；0 = 不限</translation>
        </message>
        <message>
            <source>accelerators of kind gpu on a node</source>
            <translation>节点上 gpu 类加速器数</translation>
        </message>
        <message>
            <source>speed of one gpu, flop/s</source>
            <translation>一个 gpu 的速度，flop/s</translation>
        </message>
        <message>
            <source>bandwidth between a node and one gpu, B/s; 0 = copies are free</source>
            <translation>节点与一个 gpu 之间的带宽，B/s；0 = 复制免费</translation>
        </message>
        <message>
            <source>time a gpu needs before it runs another kind of task, s</source>
            <translation>gpu 改换任务种类前需要的时间，s</translation>
        </message>
        <message>
            <source>a storage node that holds the workflow's inputs</source>
            <translation>存放工作流输入的存储节点</translation>
        </message>
        <message>
            <source>bandwidth of the storage node's link, B/s; 0 = as the nodes'</source>
            <translation>存储节点链路的带宽，B/s；0 = 与节点相同</translation>
        </message>
        <message>
            <source>bandwidth of a node's link, each direction, B/s</source>
            <translation>节点链路的带宽，每方向，B/s</translation>
        </message>
        <message>
            <source>latency of a node's link, s; a route crosses two</source>
            <translation>节点链路的延迟，s；一条路由经过两条</translation>
        </message>
        <message>
            <source>split-duplex: directions apart; shared: both directions share; fatpipe: every flow gets all</source>
            <translation>split-duplex：两方向分开；shared：两方向共享；fatpipe：每个流得到全部</translation>
        </message>
        <message>
            <source>bandwidth of a node to itself, B/s; 0 = copies on a node cost nothing</source>
            <translation>节点到自身的带宽，B/s；0 = 节点内复制免费</translation>
        </message>
        <message>
            <source>latency of a node to itself, s</source>
            <translation>节点到自身的延迟，s</translation>
        </message>
        <message>
            <source>bandwidth that a node or switch passes both ways together, B/s; 0 = no limit</source>
            <translation>节点或交换机双向合计通过的带宽，B/s；0 = 不限</translation>
        </message>
        <message>
            <source>sizes of the dimensions; the first varies fastest</source>
            <translation>各维度大小；第一维变化最快</translation>
        </message>
        <message>
            <source>racks</source>
            <translation>机架数</translation>
        </message>
        <message>
            <source>nodes of a rack</source>
            <translation>每机架节点数</translation>
        </message>
        <message>
            <source>bandwidth of a rack's nodes over bandwidth of its uplink</source>
            <translation>机架节点带宽与上行带宽之比</translation>
        </message>
        <message>
            <source>latency of a rack's uplink, s; a route between racks crosses two</source>
            <translation>机架上行链路的延迟，s；机架间路由经过两条</translation>
        </message>
        <message>
            <source>regions</source>
            <translation>区域数</translation>
        </message>
        <message>
            <source>nodes of a region</source>
            <translation>每区域节点数</translation>
        </message>
        <message>
            <source>one-way latencies between regions 0-1, 0-2, ..., 1-2, ..., separated by ';', repeated as needed</source>
            <translation>区域 0-1、0-2、…、1-2、… 之间的单向延迟，以 ';' 分隔，按需重复</translation>
        </message>
        <message>
            <source>bandwidths in the same order, each direction; 0 = no cable between the two</source>
            <translation>同样次序的带宽，每方向；0 = 两者之间无缆</translation>
        </message>
        <message>
            <source>Document formula 1: serial total</source>
            <translation>文档公式 1：串行总时间</translation>
        </message>
        <message>
            <source>Document formula 1, parallel form</source>
            <translation>文档公式 1，并行形式</translation>
        </message>
        <message>
            <source>Document formula 1 with one ingress link</source>
            <translation>文档公式 1，单一入口链路</translation>
        </message>
        <message>
            <source>Overlap bound of one ingress link</source>
            <translation>单一入口链路的重叠界</translation>
        </message>
        <message>
            <source>Document formula 2: serial total</source>
            <translation>文档公式 2：串行总时间</translation>
        </message>
        <message>
            <source>Document formula 2, private links</source>
            <translation>文档公式 2，专用链路</translation>
        </message>
        <message>
            <source>Document formula 2, one collector</source>
            <translation>文档公式 2，单一收集者</translation>
        </message>
        <message>
            <source>Document formula 2, one collector, overlapped</source>
            <translation>文档公式 2，单一收集者，重叠</translation>
        </message>
        <message>
            <source>Workers that saturate the master</source>
            <translation>使主节点饱和的工作节点数</translation>
        </message>
        <message>
            <source>Amdahl's law</source>
            <translation>阿姆达尔定律</translation>
        </message>
        <message>
            <source>Gustafson's law</source>
            <translation>古斯塔夫森定律</translation>
        </message>
        <message>
            <source>Work-span lower bound</source>
            <translation>工作量-跨度下界</translation>
        </message>
        <message>
            <source>Work-span upper bound of any greedy schedule</source>
            <translation>任意贪心调度的工作量-跨度上界</translation>
        </message>
        <message>
            <source>Critical path</source>
            <translation>关键路径</translation>
        </message>
        <message>
            <source>Area bound</source>
            <translation>面积界</translation>
        </message>
        <message>
            <source>Communication total</source>
            <translation>通信总量</translation>
        </message>
        <message>
            <source>Graham's list-scheduling bound</source>
            <translation>Graham 列表调度界</translation>
        </message>
        <message>
            <source>System mean time between failures</source>
            <translation>系统平均故障间隔</translation>
        </message>
        <message>
            <source>Probability of no failure</source>
            <translation>无故障概率</translation>
        </message>
        <message>
            <source>Restart from zero</source>
            <translation>从头重启</translation>
        </message>
        <message>
            <source>Young's checkpoint interval</source>
            <translation>Young 检查点间隔</translation>
        </message>
        <message>
            <source>Daly's checkpoint interval</source>
            <translation>Daly 检查点间隔</translation>
        </message>
        <message>
            <source>Exact checkpoint interval</source>
            <translation>精确检查点间隔</translation>
        </message>
        <message>
            <source>Slowdown with checkpoints</source>
            <translation>带检查点的减速</translation>
        </message>
        <message>
            <source>Transfers overlap computing.</source>
            <translation>传输与计算重叠。</translation>
        </message>
        <message>
            <source>Nodes fail and work is repeated.</source>
            <translation>节点会故障，工作会重做。</translation>
        </message>
        <message>
            <source>Some nodes are slowed down for a while.</source>
            <translation>有些节点会暂时变慢。</translation>
        </message>
        <message>
            <source>Outputs go to other tasks too, not to one collector.</source>
            <translation>输出也送往其他任务，而不是只送往一个收集者。</translation>
        </message>
        <message>
            <source>Nodes differ in speed; times are those of the fastest.</source>
            <translation>节点速度不同；时间取最快节点的。</translation>
        </message>
        <message>
            <source>Some tasks take several cores.</source>
            <translation>有些任务占用多个核。</translation>
        </message>
        <message>
            <source>named systems</source>
            <translation>具名系统</translation>
        </message>
        <message>
            <source>online: Dask distributed - to a holder of an input that would start it first, roots held back, idle workers steal</source>
            <translation>在线：Dask distributed——交给持有输入且能最早开始的工作进程，根任务被扣留，空闲者窃取</translation>
        </message>
        <message>
            <source>sets what is not given: 2022.8 has saturation inf and steals every 100 ms</source>
            <translation>决定未给出的参数：2022.8 的饱和度为 inf，每 100 ms 窃取一次</translation>
        </message>
        <message>
            <source>tasks a thread before roots wait at the scheduler (1.1), or inf: roots are dealt out in runs</source>
            <translation>每线程多少任务后根任务在调度器处等待（1.1）；inf：根任务成串分发</translation>
        </message>
        <message>
            <source>idle workers steal what saturated ones have not begun</source>
            <translation>空闲的工作进程窃取饱和者尚未开始的任务</translation>
        </message>
        <message>
            <source>between rounds of stealing (1 s)</source>
            <translation>两轮窃取之间的时间（1 s）</translation>
        </message>
        <message>
            <source>what the scheduler believes of transfers; Dask measures it</source>
            <translation>调度器对传输速率的估计；Dask 会实测</translation>
        </message>
        <message>
            <source>online: Ray - the raylet of most argument bytes grants a lease or names a node of least score by what it last heard</source>
            <translation>在线：Ray——持有参数字节最多的 raylet 授予租约，或按最近所知指出得分最低的节点</translation>
        </message>
        <message>
            <source>utilisation up to which nodes are packed; above they are spread</source>
            <translation>低于此利用率时集中放置，高于则分散</translation>
        </message>
        <message>
            <source>share of all nodes, by score, among which one is drawn</source>
            <translation>按得分取多大比例的节点，从中抽取一个</translation>
        </message>
        <message>
            <source>between updates of what raylets know of each other; 0 = always up to date</source>
            <translation>raylet 之间状态更新的间隔；0 = 始终最新</translation>
        </message>
        <message>
            <source>a node without room turns a task away, for a round trip; else the task waits there</source>
            <translation>没有空位的节点拒绝任务，花费一次往返；否则任务在那里等待</translation>
        </message>
        <message>
            <source>tasks of one shape that wait at nodes without room; the owner keeps the others</source>
            <translation>同一形状的任务中有多少在没有空位的节点等待；其余由所有者保留</translation>
        </message>
        <message>
            <source>online: Spark - stage after stage, tasks wait some seconds for a node near their data</source>
            <translation>在线：Spark——逐阶段执行，任务为靠近其数据的节点等待数秒</translation>
        </message>
        <message>
            <source>3.0 has the legacy reset; 3 and 4 differ in speculation only, which is left out</source>
            <translation>3.0 使用旧的重置规则；3 与 4 只在推测执行上不同，此处省略</translation>
        </message>
        <message>
            <source>at each level of locality</source>
            <translation>在每一级局部性上</translation>
        </message>
        <message>
            <source>every launch starts the wait anew, as before 3.1</source>
            <translation>每次启动都重新计时，如 3.1 之前</translation>
        </message>
        <message>
            <source>online: Hadoop - a node asks at its heartbeats: node-local, rack-local, any, the oldest first</source>
            <translation>在线：Hadoop——节点在心跳时请求任务：节点本地、机架本地、任意，最早者优先</translation>
        </message>
        <message>
            <source>between two heartbeats of a node</source>
            <translation>一个节点两次心跳之间</translation>
        </message>
        <message>
            <source>without a local start before rack-local tasks start; twice that for others</source>
            <translation>多久没有本地启动后启动机架本地任务；其他任务再等一倍</translation>
        </message>
        <message>
            <source>a node also asks when one of its tasks has ended</source>
            <translation>节点在任务结束时也请求任务</translation>
        </message>
        <message>
            <source>of the workers that hold an input the one that would start it first</source>
            <translation>持有输入的工作进程中能最早开始的一个</translation>
        </message>
        <message>
            <source>no worker holds an input: the one that would start it first</source>
            <translation>没有工作进程持有输入：能最早开始的一个</translation>
        </message>
        <message>
            <source>a root, and the last worker has its share: the one that would start it first</source>
            <translation>根任务，且上一个工作进程已有其份额：能最早开始的一个</translation>
        </message>
        <message>
            <source>a root goes where its neighbour went</source>
            <translation>根任务去往其邻居所去之处</translation>
        </message>
        <message>
            <source>no inputs: the idle worker with least to do, in turn</source>
            <translation>没有输入：轮流交给最空闲的工作进程</translation>
        </message>
        <message>
            <source>a root, and a worker has a slot: the one with fewest tasks a thread</source>
            <translation>根任务，且有工作进程有空位：每线程任务最少的一个</translation>
        </message>
        <message>
            <source>stolen by an idle worker that gains by it</source>
            <translation>被能从中获益的空闲工作进程窃取</translation>
        </message>
        <message>
            <source>occupancy</source>
            <translation>占用</translation>
        </message>
        <message>
            <source>tasks / thread</source>
            <translation>任务 / 线程</translation>
        </message>
        <message>
            <source>objective</source>
            <translation>目标值</translation>
        </message>
        <message>
            <source>start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>- local bytes</source>
            <translation>- 本地字节</translation>
        </message>
        <message>
            <source>score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>cores asked for / core</source>
            <translation>请求核心 / 核心</translation>
        </message>
        <message>
            <source>a task of the first stage whose data is on the node</source>
            <translation>数据在该节点上的最早阶段的任务</translation>
        </message>
        <message>
            <source>a task of the first stage without preference</source>
            <translation>没有偏好的最早阶段的任务</translation>
        </message>
        <message>
            <source>a task of the first stage whose data is in the rack, after waiting for its node</source>
            <translation>等待其节点之后，数据在本机架的最早阶段的任务</translation>
        </message>
        <message>
            <source>a task of the first stage, after waiting for nodes and racks near its data</source>
            <translation>等待靠近其数据的节点和机架之后，最早阶段的任务</translation>
        </message>
        <message>
            <source>the oldest task whose data is on the node that asks</source>
            <translation>数据在请求节点上的最早任务</translation>
        </message>
        <message>
            <source>the oldest task, whose data is near no node</source>
            <translation>最早的任务，其数据不靠近任何节点</translation>
        </message>
        <message>
            <source>the oldest task whose data is in the rack of the node that asks</source>
            <translation>数据在请求节点机架上的最早任务</translation>
        </message>
        <message>
            <source>the oldest task: none has its data near the node that asks</source>
            <translation>最早的任务：没有任务的数据靠近请求节点</translation>
        </message>
        <message>
            <source>a lease whose task has ended serves the owner's next task of the same shape</source>
            <translation>任务已结束的租约用于所有者下一个同形状的任务</translation>
        </message>
        <message>
            <source>the raylet of most argument bytes has room, and no node scores less</source>
            <translation>持有参数字节最多的 raylet 有空位，且没有节点得分更低</translation>
        </message>
        <message>
            <source>no node has room as far as the raylet knows: it waits where the score is least</source>
            <translation>就该 raylet 所知没有节点有空位：在得分最低处等待</translation>
        </message>
        <message>
            <source>passed on by the first raylet to a node it knew of less score, which has room</source>
            <translation>由首个 raylet 转给它所知得分更低且有空位的节点</translation>
        </message>
        <message>
            <source>draw among busy nodes too, and wait in the shortest queue</source>
            <translation>也从忙碌节点中抽取，并在最短的队列中等待</translation>
        </message>
        <message>
            <source>until what was stolen stands in the thief's deque</source>
            <translation>直到所窃取的任务进入窃取者的双端队列</translation>
        </message>
        <message>
            <source>to pass for before a task runs anywhere; given, skips do not count</source>
            <translation>任务在任意处运行前等待的时间；给出后不再计次数</translation>
        </message>
        <message>
            <source>longest path to an exit with mean transfers, with transfers at mean bandwidth, or without transfers; or the task's own priority</source>
            <translation>到出口的最长路径：含平均传输、按平均带宽传输、不含传输；或任务自身的优先级</translation>
        </message>
        <message>
            <source>first task of the queue; of some drawn nodes the one with the shortest queue</source>
            <translation>队列中第一个任务；抽取的节点中队列最短的一个</translation>
        </message>
        <message>
            <source>no local task for the node, and passed over for long enough: the first of the queue</source>
            <translation>该节点没有本地任务，且已放过足够久：队列中的第一个</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>: </source>
            <translation>：</translation>
        </message>
        <message>
            <source>t_i on the node fastest for each task</source>
            <translation>t_i 取对每个任务最快的节点</translation>
        </message>
        <message>
            <source>c_i = %1: one node, nothing moves</source>
            <translation>c_i = %1：只有一个节点，没有数据移动</translation>
        </message>
        <message>
            <source>c_i = consumed outputs once over the mean path of %1, %2</source>
            <translation>c_i = 被使用的输出按平均路径（%1，%2）各传输一次</translation>
        </message>
        <message>
            <source>r = %1: no single exit task reduces or gathers</source>
            <translation>r = %1：没有唯一的归约或汇总出口任务</translation>
        </message>
        <message>
            <source>r = time of %1</source>
            <translation>r = %1 的时间</translation>
        </message>
        <message>
            <source>m and c: means over the items of all tasks that state their items; p = cores</source>
            <translation>m 与 c：对所有写明条目数的任务按条目取均值；p = 核心数</translation>
        </message>
        <message>
            <source>c is zero: the master's link never saturates</source>
            <translation>c 为零：主节点的链路永不饱和</translation>
        </message>
        <message>
            <source>a lower bound: what it leaves out can only add to it</source>
            <translation>这是下界：它略去的只会使时间更长</translation>
        </message>
        <message>
            <source>f = critical path / work: the share no hardware can divide</source>
            <translation>f = 关键路径 / 工作量：任何硬件都无法分割的份额</translation>
        </message>
        <message>
            <source>t = max(critical path, area)</source>
            <translation>t = max(关键路径, 面积)</translation>
        </message>
        <message>
            <source>t = max(critical path, area); R = mean repair time</source>
            <translation>t = max(关键路径, 面积)；R = 平均修复时间</translation>
        </message>
        <message>
            <source>failures come so much faster than the job that it never ends</source>
            <translation>故障来得比作业快得多，作业永远不会结束</translation>
        </message>
        <message>
            <source>checkpoint cost d = every worker moves its share of all outputs once</source>
            <translation>检查点开销 d = 每个工作进程把自己那份输出移动一次</translation>
        </message>
        <message>
            <source>checkpoint cost d = %1, assumed: nothing moves in this scenario</source>
            <translation>检查点开销 d = %1（假定）：此场景中没有数据移动</translation>
        </message>
        <message>
            <source>repairs take so much longer than the time between failures that no work gets done</source>
            <translation>修复远比故障间隔长，任何工作都无法完成</translation>
        </message>
        <message>
            <source>no finite value: some input is beyond what can be counted (%1 years)</source>
            <translation>没有有限值：某个输入超出可计数的范围（%1 年）</translation>
        </message>
        <message>
            <source>A failure does not end the job here: only the lost work is repeated.</source>
            <translation>此处故障不会终止作业：只重做丢失的工作。</translation>
        </message>
        <message>
            <source>No checkpoints are taken in this scenario.</source>
            <translation>此场景不做检查点。</translation>
        </message>
        <message>
            <source>%1 cores work at the same time.</source>
            <translation>%1 个核心同时工作。</translation>
        </message>
        <message>
            <source>%1 tasks share %2 cores, so some wait.</source>
            <translation>%1 个任务共用 %2 个核心，所以有些要等待。</translation>
        </message>
        <message>
            <source>Tasks depend on each other: the critical path is %1.</source>
            <translation>任务相互依赖：关键路径为 %1。</translation>
        </message>
        <message>
            <source>Data has to move: %1 in total.</source>
            <translation>数据需要移动：共 %1。</translation>
        </message>
        <message>
            <source>Transfers share links (fair-share).</source>
            <translation>传输共用链路（fair-share）。</translation>
        </message>
        <message>
            <source>Transfers share links (max-min).</source>
            <translation>传输共用链路（max-min）。</translation>
        </message>
        <message>
            <source>one worker does every task and every transfer one after another; no overlap, no failures</source>
            <translation>一个工作进程逐一完成所有任务与传输；没有重叠，没有故障</translation>
        </message>
        <message>
            <source>a worker and a private link for every task; tasks do not depend on each other</source>
            <translation>每个任务有自己的工作进程和专用链路；任务互不依赖</translation>
        </message>
        <message>
            <source>a worker for every task; results pass the collector's one link one at a time</source>
            <translation>每个任务有自己的工作进程；结果逐个通过收集者的唯一链路</translation>
        </message>
        <message>
            <source>every transfer passes one link; transfers overlap computing perfectly</source>
            <translation>所有传输通过同一条链路；传输与计算完全重叠</translation>
        </message>
        <message>
            <source>no transfers; unlimited cores, each the fastest</source>
            <translation>没有传输；核心不限，且都是最快的</translation>
        </message>
        <message>
            <source>no dependencies, no transfers, each task on its fastest node</source>
            <translation>没有依赖，没有传输，每个任务在其最快的节点上</translation>
        </message>
        <message>
            <source>every object moves once, one after another</source>
            <translation>每个数据对象移动一次，逐一进行</translation>
        </message>
        <message>
            <source>no transfers; equal cores as fast as the fastest</source>
            <translation>没有传输；核心相同，与最快者一样快</translation>
        </message>
        <message>
            <source>no transfers; equal cores; single-core tasks; a core never idles while a task is ready</source>
            <translation>没有传输；核心相同；任务只占一个核心；有任务就绪时核心从不空闲</translation>
        </message>
        <message>
            <source>equal machines, no transfers, single-core tasks, greedy dispatch</source>
            <translation>机器相同，没有传输，任务只占一个核心，贪心分派</translation>
        </message>
        <message>
            <source>fixed problem size; the parallel part divides evenly; no communication</source>
            <translation>问题规模固定；并行部分均匀分割；没有通信</translation>
        </message>
        <message>
            <source>the problem grows with p; the serial time stays</source>
            <translation>问题随 p 增大；串行时间不变</translation>
        </message>
        <message>
            <source>one worker; m and c are the same for every item</source>
            <translation>一个工作进程；每个条目的 m 与 c 相同</translation>
        </message>
        <message>
            <source>items split evenly over p workers with private links</source>
            <translation>条目均分给 p 个有专用链路的工作进程</translation>
        </message>
        <message>
            <source>items split evenly; the master receives one message after another, after computing</source>
            <translation>条目均分；主节点在计算之后逐条接收消息</translation>
        </message>
        <message>
            <source>items split evenly; receiving overlaps computing perfectly</source>
            <translation>条目均分；接收与计算完全重叠</translation>
        </message>
        <message>
            <source>the master's link is the only shared one</source>
            <translation>只有主节点的链路是共用的</translation>
        </message>
        <message>
            <source>independent exponential failures</source>
            <translation>相互独立的指数分布故障</translation>
        </message>
        <message>
            <source>any failure loses all work; exponential failures; R between failures</source>
            <translation>任何故障都丢失全部工作；指数分布故障；故障之间为 R</translation>
        </message>
        <message>
            <source>checkpoints much shorter than M</source>
            <translation>检查点远短于 M</translation>
        </message>
        <message>
            <source>exponential failures</source>
            <translation>指数分布故障</translation>
        </message>
        <message>
            <source>the reference document</source>
            <translation>参考文档</translation>
        </message>
        <message>
            <source>max-plus recursion over the document's formula</source>
            <translation>由文档公式作 max-plus 递推</translation>
        </message>
        <message>
            <source>one-port bound over the document's formula</source>
            <translation>由文档公式得出的单端口界</translation>
        </message>
        <message>
            <source>derived from the document's formula</source>
            <translation>由文档公式推导</translation>
        </message>
        <message>
            <source>stationary point of Daly's model</source>
            <translation>Daly 模型的驻点</translation>
        </message>
        <message>
            <source>e = max(e, t_i) + c_i in order of t_i; T = e + r</source>
            <translation>e = max(e, t_i) + c_i，按 t_i 的次序；T = e + r</translation>
        </message>
        <message>
            <source>Tinf = longest path of t_i</source>
            <translation>Tinf = t_i 的最长路径</translation>
        </message>
        <message>
            <source>tasks</source>
            <translation>任务数</translation>
        </message>
        <message>
            <source>sum t_i</source>
            <translation>Σ t_i</translation>
        </message>
        <message>
            <source>sum c_i</source>
            <translation>Σ c_i</translation>
        </message>
        <message>
            <source>staging of inputs</source>
            <translation>输入的预置</translation>
        </message>
        <message>
            <source>communication / computation</source>
            <translation>通信 / 计算</translation>
        </message>
        <message>
            <source>failing nodes</source>
            <translation>会故障的节点</translation>
        </message>
        <message>
            <source>M (system)</source>
            <translation>M（系统）</translation>
        </message>
        <message>
            <source>part of the shortest schedule there is, proved after %1 states</source>
            <translation>最短调度的一部分，经 %1 个状态证明</translation>
        </message>
        <message>
            <source>part of the shortest schedule found in %1 states; none is shorter by more than %2 % of the bound</source>
            <translation>%1 个状态中找到的最短调度的一部分；没有调度能再短过下界的 %2 %</translation>
        </message>
        <message>
            <source>part of the best of %1 plans, %2 % shorter than HEFT's</source>
            <translation>%1 个计划中最佳者的一部分，比 HEFT 的短 %2 %</translation>
        </message>
        <message>
            <source>%1 makes the shortest of %2 plans</source>
            <translation>%1 在 %2 个计划中最短</translation>
        </message>
        <message>
            <source>%1 did best on this instance with noise (mean bound / makespan %2 in %3 of %4 trial plans)</source>
            <translation>%1 在此实例加噪声后表现最好（%4 个试验计划中占 %3 个，下界 / 完工时间的均值为 %2）</translation>
        </message>
        <message>
            <source>as plan() of %1 decides</source>
            <translation>由 %1 的 plan() 决定</translation>
        </message>
        <message>
            <source>as plan() of %1 decides; gaps included</source>
            <translation>由 %1 的 plan() 决定；含空隙</translation>
        </message>
        <message>
            <source>%1 workers share %2 processor core, so each is slower than alone.</source>
            <translation>%1 个工作线程共用 %2 个处理器核心，所以每个都比单独运行时慢。</translation>
        </message>
        <message>
            <source>%1 workers share %2 processor cores, so each is slower than alone.</source>
            <translation>%1 个工作线程共用 %2 个处理器核心，所以每个都比单独运行时慢。</translation>
        </message>
        <message>
            <source>Transfers take the time the modelled network gives them.</source>
            <translation>传输所用时间由网络模型给出。</translation>
        </message>
        <message>
            <source>Data is handed over in memory: transfers take no time.</source>
            <translation>数据在内存中交接：传输不花时间。</translation>
        </message>
        <message>
            <source>%1 failure concerns a node without a worker and cannot happen.</source>
            <translation>%1 个故障涉及没有工作线程的节点，不会发生。</translation>
        </message>
        <message>
            <source>%1 failures concern nodes without a worker and cannot happen.</source>
            <translation>%1 个故障涉及没有工作线程的节点，不会发生。</translation>
        </message>
        <message>
            <source>The run did not finish, so there is nothing to predict.</source>
            <translation>运行没有完成，所以没有可预测的。</translation>
        </message>
        <message>
            <source>The prediction failed</source>
            <translation>预测失败</translation>
        </message>
        <message>
            <source>The digit network is the one that comes with the program, trained by resources/kernels/train_digits.py.</source>
            <translation>数字识别网络随程序提供，由 resources/kernels/train_digits.py 训练。</translation>
        </message>
        <message>
            <source>ResNet-18 runs with seeded weights: its cost is real, its labels mean nothing.</source>
            <translation>ResNet-18 使用由种子生成的权重：开销真实，标签没有意义。</translation>
        </message>
        <message>
            <source>The workload names no items, so every task classifies one image.</source>
            <translation>负载没有写明条目，所以每个任务识别一张图像。</translation>
        </message>
        <message>
            <source>There are %1 items, so images are used more than once.</source>
            <translation>共有 %1 个条目，所以图像会重复使用。</translation>
        </message>
        <message>
            <source>This build has no aligned allocation; inference may take half as long again.</source>
            <translation>此版本没有对齐的内存分配；推理时间可能多出一半。</translation>
        </message>
        <message>
            <source>The images are %1 handwritten digits that were held out of the training.</source>
            <translation>图像是训练时留出的 %1 个手写数字。</translation>
        </message>
        <message>
            <source>The images are generated from the seed and show nothing in particular.</source>
            <translation>图像由种子生成，没有特定内容。</translation>
        </message>
        <message>
            <source>the kernel gives no answers</source>
            <translation>内核没有给出答案</translation>
        </message>
        <message>
            <source>%1 images, %2 % right, %3 wrong</source>
            <translation>%1 张图像，%2 % 正确，%3 张错误</translation>
        </message>
        <message>
            <source>%1 image, %2 % right, %3 wrong</source>
            <translation>%1 张图像，%2 % 正确，%3 张错误</translation>
        </message>
        <message>
            <source>saved run of Clusterloom, to be opened again</source>
            <translation>Clusterloom 的运行存档，可以再次打开</translation>
        </message>
        <message>
            <source>self-contained HTML report</source>
            <translation>独立的 HTML 报告</translation>
        </message>
        <message>
            <source>single events, long tables beyond their first rows</source>
            <translation>单个事件、长表格靠后的行</translation>
        </message>
        <message>
            <source>Chrome trace JSON, for Perfetto and chrome://tracing</source>
            <translation>Chrome 跟踪 JSON，用于 Perfetto 和 chrome://tracing</translation>
        </message>
        <message>
            <source>decisions, links beyond the eight busiest, lanes beyond 256</source>
            <translation>决策、最忙的八条之外的链路、256 条之外的泳道</translation>
        </message>
        <message>
            <source>Paje trace, for ViTE and pj_dump</source>
            <translation>Paje 跟踪，用于 ViTE 和 pj_dump</translation>
        </message>
        <message>
            <source>decisions, links, lanes beyond 256</source>
            <translation>决策、链路、256 条之外的泳道</translation>
        </message>
        <message>
            <source>CSV, one table a file (tasks, attempts, transfers, nodes, links, metrics, decisions, incumbents, records)</source>
            <translation>CSV，每个文件一张表（tasks、attempts、transfers、nodes、links、metrics、decisions、incumbents、records）</translation>
        </message>
        <message>
            <source>the other tables, the scenario</source>
            <translation>其他表格、场景</translation>
        </message>
        <message>
            <source>CSV, all tables in a folder</source>
            <translation>CSV，含全部表格的文件夹</translation>
        </message>
        <message>
            <source>the scenario</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>WfFormat 1.5 (WfCommons JSON)</source>
            <translation>WfFormat 1.5（WfCommons JSON）工作流</translation>
        </message>
        <message>
            <source>DOT with SimGrid's size attributes</source>
            <translation>DOT，带 SimGrid 的 size 属性</translation>
        </message>
        <message>
            <source>GraphML</source>
            <translation>GraphML 图文件</translation>
        </message>
        <message>
            <source>plain task list</source>
            <translation>简单任务列表</translation>
        </message>
        <message>
            <source>SimGrid platform XML</source>
            <translation>SimGrid 平台 XML</translation>
        </message>
        <message>
            <source>scaling, accelerators, items, runtimes by node, fractions of bytes, release times, priorities</source>
            <translation>扩展性、加速器、条目、各节点的运行时间、不足一字节的部分、释放时间、优先级</translation>
        </message>
        <message>
            <source>kinds, cores, scaling, memory, accelerators, items, runtimes by node, files with several readers, workflow inputs, files nobody reads, release times, priorities</source>
            <translation>类型、核心数、扩展性、内存、加速器、条目、各节点的运行时间、多个读者的文件、工作流输入、没人读的文件、释放时间、优先级</translation>
        </message>
        <message>
            <source>scaling, items, runtimes by node, files with several readers, workflow inputs, files nobody reads, release times, priorities</source>
            <translation>扩展性、条目、各节点的运行时间、多个读者的文件、工作流输入、没人读的文件、释放时间、优先级</translation>
        </message>
        <message>
            <source>names, kinds, cores, scaling, memory, accelerators, items, runtimes by node, files with several readers, workflow inputs, files nobody reads, release times, priorities</source>
            <translation>名称、类型、核心数、扩展性、内存、加速器、条目、各节点的运行时间、多个读者的文件、工作流输入、没人读的文件、释放时间、优先级</translation>
        </message>
        <message>
            <source>memory, accelerators, storage, groups, profiles</source>
            <translation>内存、加速器、存储、分组、随时间变化的配置</translation>
        </message>
    </context>
</TS>
