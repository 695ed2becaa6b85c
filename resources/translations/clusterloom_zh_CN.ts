<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Export</name>
        <message>
            <source>Made by Clusterloom</source>
            <translation>由 Clusterloom 生成</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>无法写入 %1：%2</translation>
        </message>
    </context>
    <context>
        <name>ExportItems</name>
        <message>
            <source>The document is still being read, or cannot be.</source>
            <translation>文档还在读取，或者无法读取。</translation>
        </message>
        <message>
            <source>There is no run yet.</source>
            <translation>还没有运行结果。</translation>
        </message>
        <message>
            <source>The run is still going on.</source>
            <translation>运行还在进行。</translation>
        </message>
        <message>
            <source>Nothing is in this table now.</source>
            <translation>这张表现在没有内容。</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>The run</source>
            <translation>运行结果</translation>
        </message>
        <message>
            <source>The workload</source>
            <translation>工作负载</translation>
        </message>
        <message>
            <source>The platform</source>
            <translation>平台</translation>
        </message>
    </context>
    <context>
        <name>FileFilters</name>
        <message>
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <source>SimGrid platforms</source>
            <translation>SimGrid 平台</translation>
        </message>
        <message>
            <source>Clusterloom platforms</source>
            <translation>Clusterloom 平台</translation>
        </message>
        <message>
            <source>Everything that can be opened</source>
            <translation>所有可以打开的文件</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>Saved runs</source>
            <translation>已保存的运行</translation>
        </message>
        <message>
            <source>WfFormat workflows</source>
            <translation>WfFormat 工作流</translation>
        </message>
        <message>
            <source>Pegasus workflows</source>
            <translation>Pegasus 工作流</translation>
        </message>
        <message>
            <source>Task graphs in DOT</source>
            <translation>DOT 任务图</translation>
        </message>
        <message>
            <source>Standard Task Graphs</source>
            <translation>标准任务图 (STG)</translation>
        </message>
        <message>
            <source>Workflows of the Cloud Workflow Simulator</source>
            <translation>Cloud Workflow Simulator 工作流</translation>
        </message>
        <message>
            <source>Logs in the Standard Workload Format</source>
            <translation>标准负载格式 (SWF) 日志</translation>
        </message>
        <message>
            <source>Alibaba batch tasks</source>
            <translation>阿里巴巴批处理任务</translation>
        </message>
        <message>
            <source>Spark event logs</source>
            <translation>Spark 事件日志</translation>
        </message>
        <message>
            <source>Dask task streams and Chrome traces</source>
            <translation>Dask 任务流和 Chrome 跟踪</translation>
        </message>
        <message>
            <source>Schedulers&apos; scripts</source>
            <translation>调度器脚本</translation>
        </message>
        <message>
            <source>Task lists</source>
            <translation>任务列表</translation>
        </message>
        <message>
            <source>Platforms</source>
            <translation>平台</translation>
        </message>
    </context>
    <context>
        <name>ImportText</name>
        <message>
            <source>format: %1</source>
            <translation>格式：%1</translation>
        </message>
        <message>
            <source>%1 (first: %2)</source>
            <translation>%1（第一个：%2）</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n 个任务</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dependency(ies)</source>
            <translation>
                <numerusform>%n 个依赖</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n data object(s)</source>
            <translation>
                <numerusform>%n 个数据对象</numerusform>
            </translation>
        </message>
        <message>
            <source>recorded makespan %1</source>
            <translation>记录的完工时间 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n recorded machine(s)</source>
            <translation>
                <numerusform>%n 台记录的机器</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>读取</translation>
        </message>
        <message>
            <source>Assumed</source>
            <translation>假设</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>舍弃</translation>
        </message>
    </context>
    <context>
        <name>loom::ExportDialog</name>
        <message>
            <source>Light colours, for &amp;paper</source>
            <translation>浅色，适合纸张(&amp;P)</translation>
        </message>
        <message>
            <source>Choo&amp;se…</source>
            <translation>选择(&amp;S)…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>What to export</source>
            <translation>导出什么</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>导出(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止(&amp;T)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copies the picture or the table to the clipboard</source>
            <translation>把图片或表格复制到剪贴板</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>正在停止……</translation>
        </message>
        <message>
            <source>Saved %1.</source>
            <translation>已保存 %1。</translation>
        </message>
        <message>
            <source>Stopped: nothing was written.</source>
            <translation>已停止：什么都没有写入。</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>缩放</translation>
        </message>
        <message>
            <source>Light colours, for paper</source>
            <translation>浅色，适合纸张</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Leaves out</source>
            <translation>舍去的内容</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Pixels of the picture for each of the screen's</source>
            <translation>屏幕上每个像素对应图片的像素数</translation>
        </message>
        <message>
            <source>&amp;Format:</source>
            <translation>格式(&amp;F)：</translation>
        </message>
        <message>
            <source>Sca&amp;le:</source>
            <translation>缩放(&amp;L)：</translation>
        </message>
        <message>
            <source>Lan&amp;guage:</source>
            <translation>语言(&amp;G)：</translation>
        </message>
        <message>
            <source>Ta&amp;ble:</source>
            <translation>表格(&amp;B)：</translation>
        </message>
        <message>
            <source>Leaves out:</source>
            <translation>舍去的内容：</translation>
        </message>
        <message>
            <source>F&amp;ile:</source>
            <translation>文件(&amp;I)：</translation>
        </message>
        <message>
            <source>SVG, shapes and text</source>
            <translation>SVG，图形和文字</translation>
        </message>
        <message>
            <source>PDF, shapes and text</source>
            <translation>PDF，图形和文字</translation>
        </message>
        <message>
            <source>PNG, pixels</source>
            <translation>PNG，像素</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Here, that is:</source>
            <translation>在这里即：</translation>
        </message>
        <message>
            <source>Folder of the tables</source>
            <translation>存放表格的文件夹</translation>
        </message>
        <message>
            <source>%1 holds tables already. Replace them?</source>
            <translation>%1 里已经有表格。要替换吗？</translation>
        </message>
        <message>
            <source>%1 is there already. Replace it?</source>
            <translation>%1 已经存在。要替换吗？</translation>
        </message>
        <message>
            <source>the picture is empty</source>
            <translation>图片是空的</translation>
        </message>
        <message>
            <source>Writing %1 …</source>
            <translation>正在写入 %1……</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
    </context>
    <context>
        <name>RecordText</name>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>placed</source>
            <translation>已放置</translation>
        </message>
        <message>
            <source>transfer begins</source>
            <translation>传输开始</translation>
        </message>
        <message>
            <source>transfer arrives</source>
            <translation>传输到达</translation>
        </message>
        <message>
            <source>transfer lost</source>
            <translation>传输中断</translation>
        </message>
        <message>
            <source>start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>finish</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>attempt fails</source>
            <translation>尝试失败</translation>
        </message>
        <message>
            <source>again</source>
            <translation>重新执行</translation>
        </message>
        <message>
            <source>data lost</source>
            <translation>数据丢失</translation>
        </message>
        <message>
            <source>node down</source>
            <translation>节点宕机</translation>
        </message>
        <message>
            <source>node up</source>
            <translation>节点恢复</translation>
        </message>
        <message>
            <source>node speed</source>
            <translation>节点速度</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>被拒绝</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手动操作</translation>
        </message>
        <message>
            <source>end of run</source>
            <translation>运行结束</translation>
        </message>
        <message>
            <source>input there</source>
            <translation>输入就位</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>the node crashed</source>
            <translation>节点崩溃</translation>
        </message>
        <message>
            <source>the node was killed by hand</source>
            <translation>节点被手动终止</translation>
        </message>
        <message>
            <source>the task failed</source>
            <translation>任务失败</translation>
        </message>
        <message>
            <source>its output was lost</source>
            <translation>其输出已丢失</translation>
        </message>
        <message>
            <source>no such node</source>
            <translation>没有该节点</translation>
        </message>
        <message>
            <source>the node is busy</source>
            <translation>节点繁忙</translation>
        </message>
        <message>
            <source>the node is down</source>
            <translation>节点已宕机</translation>
        </message>
        <message>
            <source>the task is not ready</source>
            <translation>任务尚未就绪</translation>
        </message>
        <message>
            <source>the node cannot run it</source>
            <translation>该节点无法运行它</translation>
        </message>
        <message>
            <source>no attempts left</source>
            <translation>尝试次数已用尽</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>stuck</source>
            <translation>停滞</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Waiting for its inputs</source>
            <translation>等待输入</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>Inputs on their way</source>
            <translation>输入传输中</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>To run again</source>
            <translation>待重新执行</translation>
        </message>
        <message>
            <source>output of %1</source>
            <translation>%1 的输出</translation>
        </message>
        <message>
            <source>input %1</source>
            <translation>输入 %1</translation>
        </message>
        <message>
            <source>on %1</source>
            <translation>在 %1 上</translation>
        </message>
        <message>
            <source>attempt %1</source>
            <translation>第 %1 次尝试</translation>
        </message>
        <message>
            <source>%1 % of nominal</source>
            <translation>额定速度的 %1 %</translation>
        </message>
        <message>
            <source>killed</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>repaired</source>
            <translation>已修复</translation>
        </message>
        <message>
        <source>link down</source>
        <translation>链路中断</translation>
    </message>
    <message>
        <source>link up</source>
        <translation>链路恢复</translation>
    </message>
    <message>
        <source>link bandwidth</source>
        <translation>链路带宽</translation>
    </message>
    <message>
        <source>link latency</source>
        <translation>链路延迟</translation>
    </message>
    <message>
        <source>the link failed</source>
        <translation>链路发生故障</translation>
    </message>
    <message>
        <source>a link on the way was down for too long</source>
        <translation>途中的链路中断过久</translation>
    </message>
    <message>
        <source>the node was switched off</source>
        <translation>节点已关闭</translation>
    </message>
</context>
    <context>
        <name>TaskState</name>
        <message>
            <source>waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>waiting for data</source>
            <translation>等待数据</translation>
        </message>
        <message>
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>to be retried</source>
            <translation>待重试</translation>
        </message>
    </context>
    <context>
        <name>TimeUnit</name>
        <message>
            <source>never</source>
            <translation>永不</translation>
        </message>
    </context>
    <context>
        <name>loom::AdversaryDialog</name>
        <message>
            <source>&amp;Start</source>
            <translation>开始(&amp;S)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>&amp;Open instance</source>
            <translation>打开实例(&amp;O)</translation>
        </message>
        <message>
            <source>Sa&amp;ve…</source>
            <translation>保存(&amp;V)…</translation>
        </message>
        <message>
            <source>The worst instance for a scheduler</source>
            <translation>调度器的最坏实例</translation>
        </message>
        <message>
            <source>Instances tried</source>
            <translation>已尝试的实例</translation>
        </message>
        <message>
            <source>Makespan of A / makespan of B</source>
            <translation>A 的完工时间 / B 的完工时间</translation>
        </message>
        <message>
            <source>Stop, and keep the worst instance so far</source>
            <translation>停止，保留目前最坏的实例</translation>
        </message>
        <message>
            <source>Make it the scenario of the window; undo brings the one before back</source>
            <translation>使其成为窗口的场景；撤销可恢复之前的场景</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Scheduler A, which is to lose</source>
            <translation>调度器 A，要输的一方</translation>
        </message>
        <message>
            <source>Scheduler B, which is to win</source>
            <translation>调度器 B，要赢的一方</translation>
        </message>
        <message>
            <source>Instances to try</source>
            <translation>要尝试的实例数</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>&amp;A loses</source>
            <translation>A 输(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;B wins</source>
            <translation>B 赢(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Instances</source>
            <translation>实例数(&amp;I)</translation>
        </message>
        <message>
            <source>S&amp;eed</source>
            <translation>种子(&amp;E)</translation>
        </message>
        <message>
            <source>Timeline of A</source>
            <translation>A 的时间线</translation>
        </message>
        <message>
            <source>Timeline of B</source>
            <translation>B 的时间线</translation>
        </message>
        <message>
            <source>A</source>
            <translation>A</translation>
        </message>
        <message>
            <source>B</source>
            <translation>B</translation>
        </message>
        <message>
            <source>Searching …</source>
            <translation>正在搜索……</translation>
        </message>
        <message>
            <source>Small graphs on a few nodes are changed step by step, so that A takes as many times as long as B as can be found. The same seed finds the same instance.</source>
            <translation>逐步改变少数节点上的小图，使 A 的用时是 B 的尽可能多倍。同样的种子找到同样的实例。</translation>
        </message>
        <message>
            <source>A takes %1 times as long as B, found at instance %2.</source>
            <translation>A 的用时是 B 的 %1 倍，在第 %2 个实例找到。</translation>
        </message>
        <message>
            <source>instance where %1 loses to %2</source>
            <translation>%1 输给 %2 的实例</translation>
        </message>
        <message>
            <source>Save the instance</source>
            <translation>保存实例</translation>
        </message>
        <message>
            <source>Scenario (*.json)</source>
            <translation>场景 (*.json)</translation>
        </message>
        <message>
            <source>Saved %1.</source>
            <translation>已保存 %1。</translation>
        </message>
    </context>
    <context>
        <name>loom::AnswersModel</name>
        <message>
            <source>%1 /s</source>
            <translation>%1 个/秒</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>Makespan</source>
            <translation>完工时间</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Speed-up</source>
            <translation>加速比</translation>
        </message>
        <message>
            <source>Efficiency</source>
            <translation>效率</translation>
        </message>
        <message>
            <source>Utilisation</source>
            <translation>利用率</translation>
        </message>
        <message>
            <source>SLR</source>
            <translation>SLR</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>传输量</translation>
        </message>
        <message>
            <source>Wasted</source>
            <translation>浪费</translation>
        </message>
        <message>
            <source>vs simulation</source>
            <translation>与仿真之差</translation>
        </message>
    </context>
    <context>
        <name>loom::AnswersPanel</name>
        <message>
            <source>Recorded</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>the workload's file states the makespan alone</source>
            <translation>工作负载文件只给出了总用时</translation>
        </message>
        <message>
            <source>the workload's file states when %1 of %2 tasks ran: beneath the timeline</source>
            <translation>工作负载文件给出了 %2 个任务中 %1 个的实际运行时刻：见时间线下方</translation>
        </message>
        <message>
            <source>The three answers</source>
            <translation>三个答案</translation>
        </message>
        <message>
            <source>Closed forms</source>
            <translation>闭式公式</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>公式</translation>
        </message>
        <message>
            <source>Simulation</source>
            <translation>仿真</translation>
        </message>
        <message>
            <source>Real run</source>
            <translation>真实运行</translation>
        </message>
        <message>
            <source>running …</source>
            <translation>运行中…</translation>
        </message>
        <message>
            <source>predicted from its own task times: %1 (%2)</source>
            <translation>由其自身任务时间预测：%1（%2）</translation>
        </message>
        <message>
            <source>running on this machine …</source>
            <translation>正在本机运行…</translation>
        </message>
        <message>
            <source>not run yet: choose Real in the toolbar</source>
            <translation>尚未运行：请在工具栏选择“真实运行”</translation>
        </message>
        <message>
            <source>serial total; in parallel at best %1, no schedule below %2</source>
            <translation>串行总和；并行形式最好 %1，任何调度不低于 %2</translation>
        </message>
    </context>
    <context>
        <name>loom::AssumptionsForm</name>
        <message>
            <source>How long a task without a runtime takes</source>
            <translation>没有运行时间的任务耗时多久</translation>
        </message>
        <message>
            <source>a stated time</source>
            <translation>指定时间</translation>
        </message>
        <message>
            <source>the mean of the known ones</source>
            <translation>已知值的平均值</translation>
        </message>
        <message>
            <source>the median of the known ones</source>
            <translation>已知值的中位数</translation>
        </message>
        <message>
            <source>Of the known runtimes of the same kind of task; of all where none of that kind is known.</source>
            <translation>取同类任务已知的运行时间；该类一个也不知道时取全部任务的。</translation>
        </message>
        <message>
            <source>Missing runtimes</source>
            <translation>缺少的运行时间</translation>
        </message>
        <message>
            <source>0 s</source>
            <translation>0 s</translation>
        </message>
        <message>
            <source>A time, such as 10 s or 2 min</source>
            <translation>一段时间，例如 10 s 或 2 min</translation>
        </message>
        <message>
            <source>Missing &amp;runtimes:</source>
            <translation>缺少的运行时间(&amp;R)：</translation>
        </message>
        <message>
            <source>Missing sizes</source>
            <translation>缺少的数据量</translation>
        </message>
        <message>
            <source>0 B</source>
            <translation>0 B</translation>
        </message>
        <message>
            <source>An amount of data, such as 1 MB</source>
            <translation>数据量，例如 1 MB</translation>
        </message>
        <message>
            <source>Missing si&amp;zes:</source>
            <translation>缺少的数据量(&amp;Z)：</translation>
        </message>
        <message>
            <source>Missing core counts</source>
            <translation>缺少的核心数</translation>
        </message>
        <message>
            <source>1 core</source>
            <translation>1 个核心</translation>
        </message>
        <message>
            <source>A whole number of cores</source>
            <translation>整数个核心</translation>
        </message>
        <message>
            <source>Missing core &amp;counts:</source>
            <translation>缺少的核心数(&amp;C)：</translation>
        </message>
        <message>
            <source>Factor of stated sizes</source>
            <translation>文件所写数据量的倍数</translation>
        </message>
        <message>
            <source>1</source>
            <translation>1</translation>
        </message>
        <message>
            <source>Every size the file states times this: 1000 for sizes in kB</source>
            <translation>文件中写出的每个数据量乘以此数：以 kB 为单位时填 1000</translation>
        </message>
        <message>
            <source>Stated sizes &amp;times:</source>
            <translation>所写数据量乘以(&amp;T)：</translation>
        </message>
    </context>
    <context>
        <name>loom::ChartsPanel</name>
        <message>
            <source>Throughput and utilisation over time</source>
            <translation>吞吐量与利用率随时间的变化</translation>
        </message>
        <message>
            <source>tasks / s</source>
            <translation>任务/秒</translation>
        </message>
        <message>
            <source>busy, %</source>
            <translation>忙碌 %</translation>
        </message>
        <message>
            <source>t, s</source>
            <translation>t（秒）</translation>
        </message>
    </context>
    <context>
        <name>loom::ClusterForm</name>
        <message numerus="yes">
            <source>%n host(s)</source>
            <translation>
                <numerusform>%n 台主机</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n core(s)</source>
            <translation>
                <numerusform>%n 个核心</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n link direction(s)</source>
            <translation>
                <numerusform>%n 个链路方向</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>共 %1</translation>
        </message>
        <message>
            <source>Builder</source>
            <translation>构建方式</translation>
        </message>
        <message>
            <source>Network model</source>
            <translation>网络模型</translation>
        </message>
        <message>
            <source>Compute model</source>
            <translation>计算模型</translation>
        </message>
        <message>
            <source>Platform and network</source>
            <translation>平台与网络</translation>
        </message>
        <message>
            <source>Where the platform comes from</source>
            <translation>平台的来源</translation>
        </message>
        <message>
            <source>Built from parameters</source>
            <translation>由参数构建</translation>
        </message>
        <message>
            <source>A platform file …</source>
            <translation>平台文件 …</translation>
        </message>
        <message>
            <source>As in the scenario</source>
            <translation>与场景相同</translation>
        </message>
        <message>
            <source>The platform stands in the scenario itself.</source>
            <translation>平台写在场景文件里。</translation>
        </message>
        <message>
            <source>Run it</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Open platform</source>
            <translation>打开平台</translation>
        </message>
        <message>
            <source>Building …</source>
            <translation>正在构建 …</translation>
        </message>
        <message>
            <source>platform %1, network %2</source>
            <translation>平台 %1，网络 %2</translation>
        </message>
        <message>
            <source>from a file</source>
            <translation>来自文件</translation>
        </message>
        <message>
            <source>Stock: %1</source>
            <translation>预置：%1</translation>
        </message>
    </context>
    <context>
        <name>loom::ClusterView</name>
        <message>
            <source>switch</source>
            <translation>交换机</translation>
        </message>
        <message>
            <source>no rack</source>
            <translation>无机架</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>集群</translation>
        </message>
        <message>
            <source>The nodes by rack with their load, queue and transfers at the cursor's time</source>
            <translation>按机架列出的节点，及其在光标时刻的负载、队列和传输</translation>
        </message>
        <message>
            <source>The machines appear here once a scenario is open.</source>
            <translation>打开场景后，机器将显示在这里。</translation>
        </message>
        <message>
            <source>Crash %1 here (at %2)</source>
            <translation>在此使 %1 崩溃（%2 时）</translation>
        </message>
    </context>
    <context>
        <name>loom::ComparePane</name>
        <message>
            <source>Scheduler or run of pane %1</source>
            <translation>窗格 %1 的调度器或运行</translation>
        </message>
        <message>
            <source>A scheduler by family, one with parameters typed in, or a run of this sitting</source>
            <translation>按类别选择调度器、键入带参数的调度器，或本次会话的一次运行</translation>
        </message>
        <message>
            <source>How many times as long as the shortest of the runs shown</source>
            <translation>是所示运行中最短者的多少倍</translation>
        </message>
        <message>
            <source>Take pane %1 out</source>
            <translation>移除窗格 %1</translation>
        </message>
        <message>
            <source>Timeline of %1</source>
            <translation>%1 的时间线</translation>
        </message>
        <message>
            <source>runs of this sitting</source>
            <translation>本次会话的运行</translation>
        </message>
        <message>
            <source>simulating …</source>
            <translation>正在仿真……</translation>
        </message>
        <message>
            <source>Makespan</source>
            <translation>完工时间</translation>
        </message>
        <message>
            <source>✓ shortest</source>
            <translation>✓ 最短</translation>
        </message>
    </context>
    <context>
        <name>loom::CompareView</name>
        <message>
            <source>&amp;Linked</source>
            <translation>联动(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Add a pane</source>
            <translation>添加窗格(&amp;A)</translation>
        </message>
        <message>
            <source>Schedulers side by side</source>
            <translation>并排比较调度器</translation>
        </message>
        <message>
            <source>One cursor, zoom and selection for all panes (L)</source>
            <translation>所有窗格共用游标、缩放与选择 (L)</translation>
        </message>
        <message>
            <source>Another scheduler beside these, four at most</source>
            <translation>再并排一个调度器，最多四个</translation>
        </message>
        <message>
            <source>The same workload, cluster, seed and failures under each.</source>
            <translation>各用同样的负载、集群、种子与故障。</translation>
        </message>
        <message>
            <source>Where they part</source>
            <translation>分歧之处</translation>
        </message>
        <message>
            <source>Ratios</source>
            <translation>比值</translation>
        </message>
        <message>
            <source>No divergent decision after this.</source>
            <translation>此后没有分歧的决策。</translation>
        </message>
        <message>
            <source>No divergent decision before this.</source>
            <translation>此前没有分歧的决策。</translation>
        </message>
        <message>
            <source>Two to four schedulers on the same scenario stand here one above the other, on one time axis: their timelines, where they part and why, and how far each is from the best.
Open a scenario to compare them on (Ctrl+O).</source>
            <translation>同一场景下的两到四个调度器在此上下排列，共用一条时间轴：它们的时间线、在何处因何分歧，以及各自离最好的有多远。
打开一个场景来比较（Ctrl+O）。</translation>
        </message>
    </context>
    <context>
        <name>loom::Comparison</name>
        <message>
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <source>pane %1: %2</source>
            <translation>窗格 %1：%2</translation>
        </message>
        <message>
            <source>pane %1 added</source>
            <translation>添加窗格 %1</translation>
        </message>
        <message>
            <source>pane %1 taken out</source>
            <translation>移除窗格 %1</translation>
        </message>
    </context>
    <context>
        <name>loom::CourseChart</name>
        <message>
            <source>Load over time</source>
            <translation>负载随时间变化</translation>
        </message>
        <message>
            <source>t, s</source>
            <translation>t（秒）</translation>
        </message>
    </context>
    <context>
        <name>loom::DagView</name>
        <message>
            <source>%1 since %2</source>
            <translation>自 %2 起%1</translation>
        </message>
        <message>
            <source> on %1</source>
            <translation>，在 %1 上</translation>
        </message>
        <message>
            <source>attempt %L1</source>
            <translation>第 %L1 次尝试</translation>
        </message>
        <message numerus="yes">
            <source>%n predecessor(s)</source>
            <translation>
                <numerusform>%n 个前驱</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n successor(s)</source>
            <translation>
                <numerusform>%n 个后继</numerusform>
            </translation>
        </message>
        <message>
            <source>Fit view</source>
            <translation>适应视图</translation>
        </message>
        <message>
            <source>Critical path</source>
            <translation>关键路径</translation>
        </message>
        <message>
            <source>makespan %1</source>
            <translation>完工时间 %1</translation>
        </message>
        <message>
            <source>Arranging the tasks…</source>
            <translation>正在排布任务…</translation>
        </message>
        <message>
            <source>This workflow has no tasks.</source>
            <translation>该工作流没有任务。</translation>
        </message>
        <message>
            <source>The task graph appears here.
Open a scenario or a workflow file (Ctrl+O), or drop one on the window.</source>
            <translation>任务图将显示在这里。
请打开场景或工作流文件（Ctrl+O），或将文件拖到窗口上。</translation>
        </message>
        <message>
            <source>Task graph</source>
            <translation>任务图</translation>
        </message>
        <message>
            <source>The tasks of the workflow and what each depends on, coloured by state at the cursor's time</source>
            <translation>工作流的任务及其依赖，按光标时刻的状态着色</translation>
        </message>
        <message>
            <source>showing %L1 of %L2 edges</source>
            <translation>显示 %L2 条边中的 %L1 条</translation>
        </message>
    </context>
    <context>
        <name>loom::DecisionModel</name>
        <message>
            <source>The runner-up is %1.</source>
            <translation>次优节点是 %1。</translation>
        </message>
        <message>
            <source>%1 would finish at the same time.</source>
            <translation>%1 会同时完成。</translation>
        </message>
        <message>
            <source>%1 would finish %2 earlier.</source>
            <translation>%1 会早 %2 完成。</translation>
        </message>
        <message>
            <source>The runner-up %1 is %2 later.</source>
            <translation>次优节点 %1 晚 %2。</translation>
        </message>
        <message>
            <source>When the task's inputs would be on the node</source>
            <translation>任务输入到达该节点的时间</translation>
        </message>
        <message>
            <source>When the task would start</source>
            <translation>任务将开始的时间</translation>
        </message>
        <message>
            <source>When the task would finish</source>
            <translation>任务将完成的时间</translation>
        </message>
        <message>
            <source>The number the scheduler compared; the smallest wins</source>
            <translation>调度器比较的数值；最小者胜出</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>节点</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>.</source>
            <translation>。</translation>
        </message>
    </context>
    <context>
        <name>loom::DifferenceStrip</name>
        <message>
            <source>Difference of the first two runs over time</source>
            <translation>前两次运行随时间的差异</translation>
        </message>
        <message>
            <source>Busy cores of A minus those of B; a mark for every task that they put on different nodes</source>
            <translation>A 的忙核数减去 B 的；每个放在不同节点的任务有一个标记</translation>
        </message>
        <message>
            <source>A more</source>
            <translation>A 更多</translation>
        </message>
        <message>
            <source>B more</source>
            <translation>B 更多</translation>
        </message>
        <message>
            <source>Where the first two runs part appears here.</source>
            <translation>前两次运行的分歧显示在这里。</translation>
        </message>
    </context>
    <context>
        <name>loom::Document</name>
        <message>
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
    </context>
    <context>
        <name>loom::EventLogModel</name>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>What</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
    </context>
    <context>
        <name>loom::FlowTableModel</name>
        <message>
            <source>its start-up</source>
            <translation>启动阶段</translation>
        </message>
        <message>
            <source>its own TCP window</source>
            <translation>自身的 TCP 窗口</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n flow(s)</source>
            <translation>
                <numerusform>%1，%n 个流</numerusform>
            </translation>
        </message>
        <message>
            <source>starting</source>
            <translation>启动中</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>路径</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>速率</translation>
        </message>
        <message>
            <source>Held by</source>
            <translation>受限于</translation>
        </message>
    </context>
    <context>
        <name>loom::GanttView</name>
        <message>
            <source>Reading the run … %1 %</source>
            <translation>正在读取运行……%1 %</translation>
        </message>
        <message>
            <source>before: %1</source>
            <translation>之前：%1</translation>
        </message>
        <message>
            <source>before: %1 →</source>
            <translation>之前：%1 →</translation>
        </message>
        <message>
            <source>What each node does, and when, appears here once a run has begun.</source>
            <translation>运行开始后，这里显示每个节点在何时做什么。</translation>
        </message>
        <message>
            <source>holds a slot of %1 until its inputs are there</source>
            <translation>占用 %1 的一个槽位，等待输入到达</translation>
        </message>
        <message>
            <source>lost on %1</source>
            <translation>在 %1 上丢失</translation>
        </message>
        <message>
            <source>on %1</source>
            <translation>在 %1 上</translation>
        </message>
        <message>
            <source>%1 to %2 (%3)</source>
            <translation>%1 至 %2（%3）</translation>
        </message>
        <message>
            <source>attempt %L1</source>
            <translation>第 %L1 次尝试</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>转到 %1</translation>
        </message>
        <message>
            <source>Fit view</source>
            <translation>适应视图</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>One row for each slot of each node, one bar for each attempt of a task</source>
            <translation>每个节点的每个槽位一行，任务的每次尝试一条</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行</translation>
        </message>
    </context>
    <context>
        <name>loom::ImportDialog</name>
        <message>
            <source>Import report</source>
            <translation>导入报告</translation>
        </message>
        <message>
            <source>What was read, assumed and dropped</source>
            <translation>读取、假设和舍弃的内容</translation>
        </message>
        <message>
            <source>In place of what the file leaves out</source>
            <translation>代替文件中缺少的内容</translation>
        </message>
        <message>
            <source>Co&amp;py the report</source>
            <translation>复制报告(&amp;P)</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>停止读取</translation>
        </message>
        <message>
            <source>Read again with &amp;these</source>
            <translation>以此重新读取(&amp;T)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>The workload of this scenario does not stand in a file of its own: nothing was imported.</source>
            <translation>此场景的负载不在单独的文件中：没有导入任何内容。</translation>
        </message>
        <message>
            <source>Reading the file …</source>
            <translation>正在读取文件 …</translation>
        </message>
    </context>
    <context>
        <name>loom::InspectorPanel</name>
        <message>
            <source>Recorded</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>began at %1, took %2</source>
            <translation>始于 %1，用时 %2</translation>
        </message>
        <message>
            <source>began at %1, took %2, on %3</source>
            <translation>始于 %1，用时 %2，在 %3 上</translation>
        </message>
        <message>
            <source>Why here? The nodes compared</source>
            <translation>为何在此？所比较的节点</translation>
        </message>
        <message>
            <source>Nothing is open yet.</source>
            <translation>尚未打开任何内容。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>节点</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>尝试次数</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>计算量</translation>
        </message>
        <message>
            <source>Cores</source>
            <translation>核心</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>输入</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n 个任务</numerusform>
            </translation>
        </message>
        <message>
            <source>Outputs</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>up</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>down</source>
            <translation>宕机</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source> a core</source>
            <translation> 每核</translation>
        </message>
        <message>
            <source>%1, shared by tasks that ask for %2; at most %3 at once</source>
            <translation>%1 个，由共需 %2 个核心的任务共享；同时最多 %3 个</translation>
        </message>
        <message>
            <source>%1 of %2 busy</source>
            <translation>%2 个中 %1 个忙碌</translation>
        </message>
        <message>
            <source>Waiting here</source>
            <translation>在此等待</translation>
        </message>
        <message>
            <source>Done here</source>
            <translation>在此完成</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已接收</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Utilisation</source>
            <translation>利用率</translation>
        </message>
        <message>
            <source>%1 % over the run</source>
            <translation>整个运行中 %1 %</translation>
        </message>
        <message>
            <source>Crash %1 at %2</source>
            <translation>在 %2 使 %1 崩溃</translation>
        </message>
        <message>
            <source>Running …</source>
            <translation>运行中…</translation>
        </message>
        <message>
            <source>Makespan</source>
            <translation>完工时间</translation>
        </message>
        <message>
            <source>Lower bound</source>
            <translation>下界</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>传输量</translation>
        </message>
        <message>
            <source>Failed attempts</source>
            <translation>失败的尝试</translation>
        </message>
        <message>
            <source>Click a task to see why it runs where it does.</source>
            <translation>点击任务，查看它为何在该处运行。</translation>
        </message>
        <message>
            <source>Why here?</source>
            <translation>为何在此？</translation>
        </message>
        <message>
            <source>Decision %1</source>
            <translation>决策 %1</translation>
        </message>
        <message>
            <source>Asking the scheduler …</source>
            <translation>正在询问调度器…</translation>
        </message>
        <message>
            <source>Only a simulated run can be asked.</source>
            <translation>只有仿真运行可以询问。</translation>
        </message>
        <message>
            <source>The scheduler was not asked about this task in this run.</source>
            <translation>本次运行中调度器未被询问过该任务。</translation>
        </message>
    </context>
    <context>
        <name>loom::LawsModel</name>
        <message>
            <source>Law</source>
            <translation>定律</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>What it leaves out</source>
            <translation>它忽略了什么</translation>
        </message>
    </context>
    <context>
        <name>loom::LogPanel</name>
        <message>
            <source>Filter: task, node or event</source>
            <translation>筛选：任务、节点或事件</translation>
        </message>
        <message>
            <source>Filter of the event log</source>
            <translation>事件日志筛选</translation>
        </message>
        <message>
            <source>Event log</source>
            <translation>事件日志</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>%1 …</source>
            <translation>%1…</translation>
        </message>
    </context>
    <context>
        <name>loom::MainWindow</name>
        <message>
            <source>Re&amp;corded run</source>
            <translation>记录的运行(&amp;C)</translation>
        </message>
        <message>
            <source>What the workload's file says happened in reality, beneath the timeline</source>
            <translation>工作负载文件所记录的实际运行情况，显示在时间线下方</translation>
        </message>
        <message>
            <source>A script …</source>
            <translation>脚本…</translation>
        </message>
        <message>
            <source>Open a scheduler's script</source>
            <translation>打开调度器脚本</translation>
        </message>
        <message>
            <source>Lua scripts (*.lua)</source>
            <translation>Lua 脚本 (*.lua)</translation>
        </message>
        <message>
            <source>Task graph</source>
            <translation>任务图</translation>
        </message>
        <message>
            <source>Timeline of the nodes</source>
            <translation>节点时间线</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>集群</translation>
        </message>
        <message>
            <source>Save scenario</source>
            <translation>保存场景</translation>
        </message>
        <message>
            <source>Scenario (*.json)</source>
            <translation>场景 (*.json)</translation>
        </message>
        <message>
            <source>Unsaved changes</source>
            <translation>未保存的更改</translation>
        </message>
        <message>
            <source>%1 has changes that are not saved. Save them?</source>
            <translation>%1 有未保存的更改。要保存吗？</translation>
        </message>
        <message>
            <source>The translation for %1 is not there.</source>
            <translation>缺少 %1 的翻译。</translation>
        </message>
        <message>
            <source>Scenario</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>假如…</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>检查器</translation>
        </message>
        <message>
            <source>Throughput and utilisation</source>
            <translation>吞吐量与利用率</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>Event log</source>
            <translation>事件日志</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>On the canvas</source>
            <translation>在画布上</translation>
        </message>
        <message>
            <source>Zoom and pan</source>
            <translation>缩放与平移</translation>
        </message>
        <message>
            <source>Predecessor, successor</source>
            <translation>前驱、后继</translation>
        </message>
        <message>
            <source>Walk the graph</source>
            <translation>在图中移动</translation>
        </message>
        <message>
            <source>About Clusterloom</source>
            <translation>关于 Clusterloom</translation>
        </message>
        <message>
            <source>One scenario, three answers: the formula, a simulation of the cluster, and a real run on this machine's threads.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later.</source>
            <translation>一个场景，三个答案：公式、集群仿真，以及在本机线程上的真实运行。&lt;br&gt;&lt;br&gt;本软件是自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>打开(&amp;O)…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>最近打开(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Examples</source>
            <translation>示例(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Save scenario</source>
            <translation>保存场景(&amp;S)</translation>
        </message>
        <message>
            <source>Save scenario &amp;as…</source>
            <translation>场景另存为(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>尚未打开过文件</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Platform and network…</source>
            <translation>平台与网络(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Next seed</source>
            <translation>下一个种子(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Fit everything</source>
            <translation>显示全部(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Task graph</source>
            <translation>任务图(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Network</source>
            <translation>网络(&amp;N)</translation>
        </message>
        <message>
            <source>Select the &amp;busiest link</source>
            <translation>选中最繁忙的链路(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Critical path</source>
            <translation>关键路径(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Docks</source>
            <translation>面板(&amp;D)</translation>
        </message>
        <message>
            <source>Next &amp;pane</source>
            <translation>下一个窗格(&amp;P)</translation>
        </message>
        <message>
            <source>Previous p&amp;ane</source>
            <translation>上一个窗格(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Reset layout</source>
            <translation>重置布局(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Dark theme</source>
            <translation>深色主题(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>F&amp;ull screen</source>
            <translation>全屏(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Simulate</source>
            <translation>仿真(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Fork here</source>
            <translation>在此分叉(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Crash the selected node here</source>
            <translation>在此使所选节点崩溃(&amp;C)</translation>
        </message>
        <message>
            <source>Run for &amp;real on this machine</source>
            <translation>在本机真实运行(&amp;R)</translation>
        </message>
        <message>
            <source>C&amp;ancel</source>
            <translation>取消(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>播放(&amp;P)</translation>
        </message>
        <message>
            <source>To the &amp;start</source>
            <translation>到开头(&amp;S)</translation>
        </message>
        <message>
            <source>Event &amp;back</source>
            <translation>后退一个事件(&amp;B)</translation>
        </message>
        <message>
            <source>Event &amp;forward</source>
            <translation>前进一个事件(&amp;F)</translation>
        </message>
        <message>
            <source>To the &amp;end</source>
            <translation>到结尾(&amp;E)</translation>
        </message>
        <message>
            <source>Decision back</source>
            <translation>后退一个决策</translation>
        </message>
        <message>
            <source>Decision forward</source>
            <translation>前进一个决策</translation>
        </message>
        <message>
            <source>Failure back</source>
            <translation>上一个故障</translation>
        </message>
        <message>
            <source>Failure forward</source>
            <translation>下一个故障</translation>
        </message>
        <message>
            <source>&amp;Go to time…</source>
            <translation>转到时间(&amp;G)…</translation>
        </message>
        <message>
            <source>S&amp;lower</source>
            <translation>减速(&amp;L)</translation>
        </message>
        <message>
            <source>Fas&amp;ter</source>
            <translation>加速(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>键盘快捷键(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;About Clusterloom</source>
            <translation>关于 Clusterloom(&amp;A)</translation>
        </message>
        <message>
            <source>Go to time</source>
            <translation>转到时间</translation>
        </message>
        <message>
            <source>Time, for instance 12.5 s or 300 ms:</source>
            <translation>时间，例如 12.5 s 或 300 ms：</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>种子 %1</translation>
        </message>
        <message>
            <source>t = %1</source>
            <translation>t = %1</translation>
        </message>
        <message>
            <source>event %1 of %2</source>
            <translation>事件 %1 / %2</translation>
        </message>
        <message>
            <source>%1 events/s</source>
            <translation>%1 事件/秒</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>saved run</source>
            <translation>已保存的运行</translation>
        </message>
        <message>
            <source>example</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Playback and choices</source>
            <translation>播放与选择</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>Playback speed</source>
            <translation>播放速度</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>调度器</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>公式</translation>
        </message>
        <message>
            <source>Simulation</source>
            <translation>仿真</translation>
        </message>
        <message>
            <source>Real run</source>
            <translation>真实运行</translation>
        </message>
        <message>
            <source>Fork</source>
            <translation>分叉</translation>
        </message>
        <message>
            <source>The same past, another future from here (F)</source>
            <translation>同样的过去，从此处开始不同的未来（F）</translation>
        </message>
        <message>
            <source>Fork here</source>
            <translation>在此分叉</translation>
        </message>
        <message>
            <source>Crash</source>
            <translation>崩溃</translation>
        </message>
        <message>
            <source>At %1</source>
            <translation>在 %1</translation>
        </message>
        <message>
            <source>Crash, back after %1</source>
            <translation>崩溃，%1 后恢复</translation>
        </message>
        <message>
            <source>Four times slower</source>
            <translation>慢四倍</translation>
        </message>
        <message>
            <source>Select a node first, or a task that is placed on one.</source>
            <translation>请先选择一个节点，或一个已放置到节点上的任务。</translation>
        </message>
        <message>
            <source>Max</source>
            <translation>最快</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>暂停(&amp;P)</translation>
        </message>
        <message>
            <source>Pause (Space)</source>
            <translation>暂停（空格）</translation>
        </message>
        <message>
            <source>Play (Space)</source>
            <translation>播放（空格）</translation>
        </message>
        <message>
            <source>Scheduler's script</source>
            <translation>调度器脚本</translation>
        </message>
        <message>
            <source>&amp;Scheduler and its parameters…</source>
            <translation>调度器及其参数(&amp;S)…</translation>
        </message>
        <message>
            <source>Scheduler's s&amp;cript</source>
            <translation>调度器脚本(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>比较(&amp;C)</translation>
        </message>
        <message>
            <source>Schedulers &amp;side by side</source>
            <translation>并排比较调度器(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Link the panes</source>
            <translation>联动窗格(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Next divergent decision</source>
            <translation>下一个分歧决策(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Previous divergent decision</source>
            <translation>上一个分歧决策(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Ratios over many seeds</source>
            <translation>多个种子的比值(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Worst instance for a scheduler…</source>
            <translation>调度器的最坏实例(&amp;W)…</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>In the script's editor</source>
            <translation>在脚本编辑器中</translation>
        </message>
        <message>
            <source>Save and run</source>
            <translation>保存并运行</translation>
        </message>
        <message>
            <source>Open scenario, workload, saved run or platform</source>
            <translation>打开场景、负载、已保存的运行或平台</translation>
        </message>
        <message>
            <source>Open platform</source>
            <translation>打开平台</translation>
        </message>
        <message>
            <source>Open &amp;platform…</source>
            <translation>打开平台(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Import report…</source>
            <translation>导入报告(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Write your own scheduler…</source>
            <translation>编写自己的调度器(&amp;W)…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
    </context>
    <context>
        <name>loom::NetworkSection</name>
        <message>
            <source>Transfers under way</source>
            <translation>进行中的传输</translation>
        </message>
        <message>
            <source>link</source>
            <translation>链路</translation>
        </message>
        <message>
            <source>Bandwidth</source>
            <translation>带宽</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>延迟</translation>
        </message>
        <message>
            <source>Load</source>
            <translation>负载</translation>
        </message>
        <message>
            <source>not modelled in a real run</source>
            <translation>真实运行不模拟网络</translation>
        </message>
        <message>
            <source>Bandwidth now</source>
            <translation>当前带宽</translation>
        </message>
        <message>
            <source>down</source>
            <translation>已断开</translation>
        </message>
        <message>
            <source>Load now</source>
            <translation>当前负载</translation>
        </message>
        <message numerus="yes">
            <source>and the way back of %n</source>
            <translation>
                <numerusform>另有 %n 个流的回程</numerusform>
            </translation>
        </message>
        <message>
            <source>Flows now</source>
            <translation>当前的流</translation>
        </message>
        <message>
            <source>Bottleneck of</source>
            <translation>是其瓶颈</translation>
        </message>
        <message numerus="yes">
            <source>%n flow(s)</source>
            <translation>
                <numerusform>%n 个流</numerusform>
            </translation>
        </message>
        <message>
            <source>Mean over the run</source>
            <translation>全程平均</translation>
        </message>
        <message>
            <source>Peak</source>
            <translation>峰值</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Rate now</source>
            <translation>当前速率</translation>
        </message>
        <message>
            <source>none yet: it starts up</source>
            <translation>尚无：正在启动</translation>
        </message>
        <message>
            <source>Bottleneck</source>
            <translation>瓶颈</translation>
        </message>
        <message>
            <source>not under way</source>
            <translation>未在进行</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>进行时段</translation>
        </message>
        <message>
            <source>%1 to %2 (%3)</source>
            <translation>%1 至 %2（%3）</translation>
        </message>
        <message>
            <source>Start-up</source>
            <translation>启动</translation>
        </message>
        <message>
            <source>Mean rate</source>
            <translation>平均速率</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>路径</translation>
        </message>
        <message>
            <source>Rate over time</source>
            <translation>速率随时间变化</translation>
        </message>
        <message>
            <source>Load over time</source>
            <translation>负载随时间变化</translation>
        </message>
        <message>
            <source>sampled: %1 changes</source>
            <translation>抽样：共 %1 次变化</translation>
        </message>
        <message>
            <source>computing …</source>
            <translation>正在计算 …</translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) here now</source>
            <translation>
                <numerusform>此处当前有 %n 个传输</numerusform>
            </translation>
        </message>
        <message>
            <source>the fastest %1 shown</source>
            <translation>显示最快的 %1 个</translation>
        </message>
    </context>
    <context>
        <name>loom::NodeText</name>
        <message>
            <source>stores the workflow's inputs</source>
            <translation>存放工作流的输入</translation>
        </message>
        <message>
            <source>%L1 cores of %2</source>
            <translation>%L1 个核心，%2</translation>
        </message>
        <message>
            <source>down</source>
            <translation>宕机</translation>
        </message>
        <message>
            <source>%L1 running, %L2 waiting, %L3 done</source>
            <translation>%L1 运行，%L2 等待，%L3 完成</translation>
        </message>
        <message>
            <source>received %1, sent %2</source>
            <translation>接收 %1，发送 %2</translation>
        </message>
    </context>
    <context>
        <name>loom::OpenFailure</name>
        <message>
            <source>%1 cannot be opened</source>
            <translation>无法打开 %1</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>没有任何改动。</translation>
        </message>
        <message>
            <source>Nothing was changed: %1 is still open.</source>
            <translation>没有任何改动：%1 仍然打开着。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Co&amp;py</source>
            <translation>复制(&amp;P)</translation>
        </message>
    </context>
    <context>
        <name>loom::PartingPanel</name>
        <message>
            <source>Previous divergent decision (Shift+N)</source>
            <translation>上一个分歧决策 (Shift+N)</translation>
        </message>
        <message>
            <source>Next divergent decision (N)</source>
            <translation>下一个分歧决策 (N)</translation>
        </message>
        <message>
            <source>The nodes %1 compared</source>
            <translation>%1 比较过的节点</translation>
        </message>
        <message>
            <source>Which tasks the first two put on different nodes, and why, appears here once both have run.</source>
            <translation>两次运行完成后，这里显示前两者把哪些任务放在不同节点以及原因。</translation>
        </message>
        <message>
            <source>A and B put every task on the same node; if their lengths differ, they differ in the order.</source>
            <translation>A 与 B 把每个任务都放在同样的节点；若长度不同，则次序不同。</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) of %1 are on different nodes.</source>
            <translation>
                <numerusform>%1 个任务中有 %n 个放在不同节点。</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;b&gt;%1&lt;/b&gt; at %2, divergence %3 of %4. %5</source>
            <translation>&lt;b&gt;%1&lt;/b&gt;，%2，第 %3 处分歧，共 %4 处。%5</translation>
        </message>
        <message>
            <source>&lt;b&gt;%1&lt;/b&gt; %2: on %3</source>
            <translation>&lt;b&gt;%1&lt;/b&gt; %2：放在 %3</translation>
        </message>
        <message>
            <source>Asking the scheduler …</source>
            <translation>正在询问调度器……</translation>
        </message>
        <message>
            <source>The scheduler was not asked about this task in this run.</source>
            <translation>本次运行没有就此任务询问调度器。</translation>
        </message>
        <message>
            <source>N goes to the next, Shift+N to the one before.</source>
            <translation>按 N 到下一个，按 Shift+N 到上一个。</translation>
        </message>
        <message>
            <source>%1 has no whole run to compare: %2</source>
            <translation>%1 没有可比较的完整运行：%2</translation>
        </message>
    </context>
    <context>
        <name>loom::RatioPanel</name>
        <message>
            <source>&amp;Measure</source>
            <translation>测量(&amp;M)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Number of seeds</source>
            <translation>种子数</translation>
        </message>
        <message>
            <source>Run every scheduler under every seed, in the background</source>
            <translation>在后台用每个种子运行每个调度器</translation>
        </message>
        <message>
            <source>Stop, and keep the seeds that are done</source>
            <translation>停止，保留已完成的种子</translation>
        </message>
        <message>
            <source>Ratios over the seeds</source>
            <translation>各种子上的比值</translation>
        </message>
        <message>
            <source>&amp;Seeds</source>
            <translation>种子(&amp;S)</translation>
        </message>
        <message>
            <source>One run says little: other seeds draw other costs, speeds and ties. Measure how far each scheduler is from the best, with 95 % intervals.</source>
            <translation>一次运行说明不了什么：其他种子会抽取其他代价、速度与平局。测量每个调度器离最好有多远，附 95 % 区间。</translation>
        </message>
        <message>
            <source>No seed was finished by every scheduler.</source>
            <translation>没有一个种子被所有调度器完成。</translation>
        </message>
        <message>
            <source>All seeds give the same makespans: nothing in this scenario is drawn.</source>
            <translation>所有种子给出同样的完工时间：此场景没有随机抽取的内容。</translation>
        </message>
        <message numerus="yes">
            <source>%n seed(s), each under every scheduler.</source>
            <translation>
                <numerusform>%n 个种子，各用每个调度器运行。</numerusform>
            </translation>
        </message>
        <message>
            <source>Measured before the panes were changed.</source>
            <translation>此结果在窗格改变之前测得。</translation>
        </message>
    </context>
    <context>
        <name>loom::RatiosModel</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>The mean over the seeds</source>
            <translation>各种子的均值</translation>
        </message>
        <message>
            <source>Makespan over the shortest of the same seed: the mean and half its 95 % interval</source>
            <translation>完工时间与同一种子最短者之比：均值及其 95 % 区间的一半</translation>
        </message>
        <message>
            <source>The largest of those ratios</source>
            <translation>这些比值中最大的</translation>
        </message>
        <message>
            <source>1 is the best; equals share the mean of their ranks</source>
            <translation>1 为最好；相同者取名次均值</translation>
        </message>
        <message>
            <source>Seeds in which nobody was shorter</source>
            <translation>无人更短的种子数</translation>
        </message>
        <message>
            <source>Longer or shorter than the first one on the same seed: the mean and half its 95 % interval</source>
            <translation>同一种子上比第一个长或短：均值及其 95 % 区间的一半</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>调度器</translation>
        </message>
        <message>
            <source>Makespan</source>
            <translation>完工时间</translation>
        </message>
        <message>
            <source>To the best</source>
            <translation>与最好之比</translation>
        </message>
        <message>
            <source>Worst</source>
            <translation>最差</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>名次</translation>
        </message>
        <message>
            <source>Best in</source>
            <translation>最好次数</translation>
        </message>
        <message>
            <source>To the first</source>
            <translation>与第一个相比</translation>
        </message>
    </context>
    <context>
        <name>loom::ScenarioPanel</name>
        <message>
            <source>Scenario and runs</source>
            <translation>场景与运行</translation>
        </message>
        <message>
            <source>Workload</source>
            <translation>负载</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>集群</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>策略</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>故障</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>运行</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n 个任务</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edge(s)</source>
            <translation>
                <numerusform>%n 条边</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n 个节点</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n core(s)</source>
            <translation>
                <numerusform>%n 个核心</numerusform>
            </translation>
        </message>
        <message>
            <source>scheduler %1</source>
            <translation>调度器 %1</translation>
        </message>
        <message>
            <source>compute model %1</source>
            <translation>计算模型 %1</translation>
        </message>
        <message>
            <source>network %1</source>
            <translation>网络 %1</translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>种子 %1</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Click a node in the cluster to crash it at the cursor's time.</source>
            <translation>在集群中右键点击节点，可使其在光标时刻崩溃。</translation>
        </message>
        <message>
            <source>%1 down %2</source>
            <translation>%1 宕机 %2</translation>
        </message>
        <message>
            <source>%1 ×%2 slower from %3</source>
            <translation>%1 自 %3 起慢 %2 倍</translation>
        </message>
        <message>
            <source>every node</source>
            <translation>每个节点</translation>
        </message>
        <message>
            <source>%1 fails every %2 on average</source>
            <translation>%1 平均每 %2 故障一次</translation>
        </message>
        <message>
            <source>showing %1 of %2</source>
            <translation>显示 %2 中的 %1</translation>
        </message>
        <message>
            <source>Run %1: %2. Click to go back to it and to its inputs.</source>
            <translation>运行 %1：%2。点击可回到该运行及其输入。</translation>
        </message>
    </context>
    <context>
        <name>loom::SchedulerForm</name>
        <message>
            <source>Scheduler</source>
            <translation>调度器</translation>
        </message>
        <message>
            <source>Scheduler and its parameters</source>
            <translation>调度器及其参数</translation>
        </message>
        <message>
            <source>Run it</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>As text: %1</source>
            <translation>文本形式：%1</translation>
        </message>
        <message>
            <source>Now the scenario runs the script %1.</source>
            <translation>场景现在运行脚本 %1。</translation>
        </message>
    </context>
    <context>
        <name>loom::ScriptFile</name>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>无法读取 %1：%2</translation>
        </message>
        <message>
            <source>%1 is longer than a script may be (1 MB).</source>
            <translation>%1 超过脚本允许的长度（1 MB）。</translation>
        </message>
        <message>
            <source>%1 is not a text in UTF-8.</source>
            <translation>%1 不是 UTF-8 文本。</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>无法写入 %1：%2</translation>
        </message>
    </context>
    <context>
        <name>loom::ScriptPanel</name>
        <message>
            <source>&amp;Open…</source>
            <translation>打开(&amp;O)…</translation>
        </message>
        <message>
            <source>Save and &amp;run</source>
            <translation>保存并运行(&amp;R)</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>另存为(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Go there</source>
            <translation>转到该行(&amp;G)</translation>
        </message>
        <message>
            <source>The scheduler's script</source>
            <translation>调度器的脚本</translation>
        </message>
        <message>
            <source>Lua. Ctrl+S saves and runs it, F6 leaves the editor.</source>
            <translation>Lua。Ctrl+S 保存并运行，F6 离开编辑器。</translation>
        </message>
        <message>
            <source>A scheduler is a page of Lua: react(ready) places tasks while the run goes on, plan() places all of them before.
New starts from an example, Open takes a script of yours. Ctrl+S saves it and runs it.</source>
            <translation>调度器是一页 Lua：react(ready) 在运行中放置任务，plan() 事先放置全部任务。
“新建”从示例开始，“打开”取自己的脚本。Ctrl+S 保存并运行。</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Start from an example, or from nothing</source>
            <translation>从示例或空白开始</translation>
        </message>
        <message>
            <source>Save the script and run the scenario under it (Ctrl+S in the editor)</source>
            <translation>保存脚本并用它运行场景（编辑器中 Ctrl+S）</translation>
        </message>
        <message>
            <source>As %1</source>
            <translation>按 %1</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>空白</translation>
        </message>
        <message>
            <source>The new script</source>
            <translation>新脚本</translation>
        </message>
        <message>
            <source>Unsaved script</source>
            <translation>未保存的脚本</translation>
        </message>
        <message>
            <source>%1 has changes that are not saved. Save them?</source>
            <translation>%1 有未保存的更改。要保存吗？</translation>
        </message>
        <message>
            <source>Open a scheduler's script</source>
            <translation>打开调度器脚本</translation>
        </message>
        <message>
            <source>Lua scripts (*.lua)</source>
            <translation>Lua 脚本 (*.lua)</translation>
        </message>
        <message>
            <source>Save the script</source>
            <translation>保存脚本</translation>
        </message>
        <message>
            <source>No script yet</source>
            <translation>尚无脚本</translation>
        </message>
        <message>
            <source>New, not saved</source>
            <translation>新建，未保存</translation>
        </message>
        <message>
            <source>%1 · the scenario's scheduler</source>
            <translation>%1 · 场景的调度器</translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>第 %1 行：%2</translation>
        </message>
    </context>
    <context>
        <name>loom::ScrubberView</name>
        <message>
            <source>Time scrubber</source>
            <translation>时间滑条</translation>
        </message>
        <message>
            <source>Drag to move through time. Above: everything that happens; below: tasks that finish.</source>
            <translation>拖动以在时间中移动。上方：所有事件；下方：完成的任务。</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n task(s) running</source>
            <translation>
                <numerusform>%1，%n 个任务运行中</numerusform>
            </translation>
        </message>
        <message>
            <source>events</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>t = %1</source>
            <translation>t = %1</translation>
        </message>
    </context>
    <context>
        <name>loom::SpecEditor</name>
        <message>
            <source>not set</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>Back to %1</source>
            <translation>恢复为 %1</translation>
        </message>
        <message>
            <source>%1 cannot stand in a list of parameters</source>
            <translation>%1 不能写入参数列表</translation>
        </message>
    </context>
    <context>
        <name>loom::Studio</name>
        <message>
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <source>%1 cannot be read.</source>
            <translation>无法读取 %1。</translation>
        </message>
        <message>
            <source>scheduler %1</source>
            <translation>调度器 %1</translation>
        </message>
        <message>
            <source>network %1</source>
            <translation>网络 %1</translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>种子 %1</translation>
        </message>
        <message>
            <source>fork of %1 at %2</source>
            <translation>%1 的分叉，%2</translation>
        </message>
        <message>
            <source>The real run is over; choose the simulation to fork it.</source>
            <translation>真实运行已结束；请选择仿真来分叉。</translation>
        </message>
        <message>
            <source>%1: %2 crashes</source>
            <translation>%1：%2 崩溃</translation>
        </message>
        <message>
            <source>%1: %2 is %3 times slower</source>
            <translation>%1：%2 慢 %3 倍</translation>
        </message>
        <message>
            <source>back to run %1</source>
            <translation>回到运行 %1</translation>
        </message>
        <message>
            <source>real run</source>
            <translation>真实运行</translation>
        </message>
        <message>
            <source>changes in %1</source>
            <translation>%1 中的更改</translation>
        </message>
        <message>
            <source>platform %1</source>
            <translation>平台 %1</translation>
        </message>
        <message>
            <source>assumptions about %1</source>
            <translation>对 %1 的假设</translation>
        </message>
        <message>
            <source>Not opened: %1. A workload and a platform can be opened together, nothing else.</source>
            <translation>未打开：%1。只有一个负载和一个平台可以一起打开。</translation>
        </message>
    </context>
    <context>
        <name>loom::TimelineView</name>
        <message>
            <source>Timeline and scrubber</source>
            <translation>时间线与滑条</translation>
        </message>
    </context>
    <context>
        <name>loom::TopologyPreview</name>
        <message>
            <source>Drawing of the platform</source>
            <translation>平台示意图</translation>
        </message>
        <message>
            <source>Too large to be drawn here.</source>
            <translation>太大，无法在此绘制。</translation>
        </message>
        <message>
            <source>Nothing to draw yet.</source>
            <translation>还没有可绘制的内容。</translation>
        </message>
    </context>
    <context>
        <name>loom::TopologyView</name>
        <message>
            <source>%1, latency %2</source>
            <translation>%1，延迟 %2</translation>
        </message>
        <message>
            <source>every flow gets the full bandwidth</source>
            <translation>每个流都得到全部带宽</translation>
        </message>
        <message>
            <source>%1 in use: %2</source>
            <translation>占用 %1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n flow(s)</source>
            <translation>
                <numerusform>%n 个流</numerusform>
            </translation>
        </message>
        <message>
            <source>Select the busiest link</source>
            <translation>选中最繁忙的链路</translation>
        </message>
        <message>
            <source>Fit view</source>
            <translation>适应视图</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Nodes, switches and cables; each direction of a link is coloured by its utilisation</source>
            <translation>节点、交换机与线缆；链路的每个方向按利用率着色</translation>
        </message>
        <message>
            <source>Network: %L1 of %L2 cables drawn</source>
            <translation>网络：绘制了 %L1 / %L2 条线缆</translation>
        </message>
        <message>
            <source>load of a link's direction</source>
            <translation>链路方向的负载</translation>
        </message>
        <message>
            <source>The network appears here once a scenario is open.</source>
            <translation>打开场景后，网络显示在这里。</translation>
        </message>
    </context>
    <context>
        <name>loom::WhatIfPanel</name>
        <message>
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <source>Nodes</source>
            <translation>节点数</translation>
        </message>
        <message>
            <source>Bandwidth</source>
            <translation>带宽</translation>
        </message>
        <message>
            <source>Task cost</source>
            <translation>任务开销</translation>
        </message>
        <message>
            <source>Failure rate</source>
            <translation>故障率</translation>
        </message>
        <message>
            <source>Makespan of the run on show against the one behind it</source>
            <translation>当前运行与其后方运行的完工时间之差</translation>
        </message>
        <message>
            <source>Put every slider back to what the scenario says</source>
            <translation>将所有滑块恢复为场景中的值</translation>
        </message>
        <message>
            <source>sliders reset</source>
            <translation>滑块重置</translation>
        </message>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n 个节点</numerusform>
            </translation>
        </message>
        <message>
            <source>bandwidth %1</source>
            <translation>带宽 %1</translation>
        </message>
        <message>
            <source>task cost %1</source>
            <translation>任务开销 %1</translation>
        </message>
        <message>
            <source>MTTF %1</source>
            <translation>MTTF %1</translation>
        </message>
        <message>
            <source>The cluster comes from a file; this cannot be changed here.</source>
            <translation>集群来自文件；无法在此更改。</translation>
        </message>
        <message>
            <source>This kind of cluster has no single number of nodes.</source>
            <translation>这种集群没有单一的节点数。</translation>
        </message>
        <message>
            <source>This kind of cluster has no bandwidth to change.</source>
            <translation>这种集群没有可更改的带宽。</translation>
        </message>
        <message>
            <source>How many nodes compute</source>
            <translation>参与计算的节点数</translation>
        </message>
        <message>
            <source>Of every link, against the scenario</source>
            <translation>每条链路的带宽，相对于场景</translation>
        </message>
        <message>
            <source>How long every task takes, against the scenario</source>
            <translation>每个任务的耗时，相对于场景</translation>
        </message>
        <message>
            <source>Mean time to failure of every node; it is back after a tenth of that</source>
            <translation>每个节点的平均无故障时间；故障后经其十分之一时间恢复</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Makespan %1</source>
            <translation>完工时间 %1</translation>
        </message>
        <message>
            <source>Δ makespan, %1 against %2: &lt;b&gt;%3&lt;/b&gt;</source>
            <translation>Δ 完工时间，%1 对 %2：&lt;b&gt;%3&lt;/b&gt;</translation>
        </message>
        <message>
            <source>%1 a rack</source>
            <translation>每机架 %1</translation>
        </message>
    </context>
    <context>
        <name>loom::LessonDialog</name>
        <message>
            <source>Write your own scheduler</source>
            <translation>编写自己的调度器</translation>
        </message>
        <message>
            <source>A scheduler is a page of Lua: &lt;code&gt;plan()&lt;/code&gt; places all tasks before the run, &lt;code&gt;react(ready)&lt;/code&gt; places ready ones while it goes on. The example runs under &lt;code&gt;heft.lua&lt;/code&gt;, which is HEFT in twenty lines.</source>
            <translation>调度器就是一页 Lua：&lt;code&gt;plan()&lt;/code&gt; 在运行前放置所有任务，&lt;code&gt;react(ready)&lt;/code&gt; 在运行中放置就绪的任务。示例使用 &lt;code&gt;heft.lua&lt;/code&gt;，它用二十行写出 HEFT。</translation>
        </message>
        <message>
            <source>Open the &amp;example</source>
            <translation>打开示例(&amp;E)</translation>
        </message>
        <message>
            <source>Start from a copy and change it: another priority, such as the number of children, or the node that &lt;i&gt;starts&lt;/i&gt; a task first. Ctrl+S in the editor saves it and runs the scenario under it.</source>
            <translation>从副本开始并修改：换一个优先级（例如后继的个数），或选择最早&lt;i&gt;开始&lt;/i&gt;任务的节点。在编辑器中按 Ctrl+S 保存并用它运行场景。</translation>
        </message>
        <message>
            <source>A &amp;copy of heft.lua</source>
            <translation>heft.lua 的副本(&amp;C)</translation>
        </message>
        <message>
            <source>&lt;code&gt;heft.lua&lt;/code&gt; makes the very plan of the built-in &lt;code&gt;heft&lt;/code&gt;. Where does yours part from it, and what did both compare there? N goes from one such decision to the next.</source>
            <translation>&lt;code&gt;heft.lua&lt;/code&gt; 给出与内置 &lt;code&gt;heft&lt;/code&gt; 完全相同的计划。你的在哪里与它分歧，两者在那里各比较了什么？按 N 从一处分歧到下一处。</translation>
        </message>
        <message>
            <source>&amp;Side by side with heft</source>
            <translation>与 heft 并排(&amp;S)</translation>
        </message>
        <message>
            <source>Make a mistake on purpose, or a loop without an end: the run stops, the editor marks the line and says why, and the window stays as it is.</source>
            <translation>故意写错，或写一个没有尽头的循环：运行停止，编辑器标出那一行并说明原因，窗口保持原样。</translation>
        </message>
        <message>
            <source>What a script may call</source>
            <translation>脚本可以调用什么</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>what the workload says of a task</source>
            <translation>负载对任务的描述</translation>
        </message>
        <message>
            <source>lists</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>all tasks, largest key first, parents before children</source>
            <translation>所有任务，键最大者在前，前驱先于后继</translation>
        </message>
        <message>
            <source>the nodes as they are now</source>
            <translation>节点当前的状态</translation>
        </message>
        <message>
            <source>seconds; math.huge where it is impossible</source>
            <translation>秒；不可能时为 math.huge</translation>
        </message>
        <message>
            <source>bytes; whether it is there; bytes and seconds to fetch</source>
            <translation>字节；是否在那里；获取所需的字节与秒</translation>
        </message>
        <message>
            <source>in plan(): start and finish, data ready, placing</source>
            <translation>在 plan() 中：开始与完成、数据就绪、放置</translation>
        </message>
        <message>
            <source>in react()</source>
            <translation>在 react() 中</translation>
        </message>
        <message>
            <source>append only; keys to show; what Why here? says</source>
            <translation>只追加；要显示的键；“为何在此？”所说的内容</translation>
        </message>
        <message>
            <source>Tasks, nodes and data are the numbers 1 to n. There are the libraries base, math, string and table; random numbers come from the scenario's seed. Limits: 256 MB, 4 G instructions a plan, 200 M a reaction.</source>
            <translation>任务、节点与数据是 1 到 n 的数。可用的库有 base、math、string 与 table；随机数来自场景的种子。限制：256 MB，每次 plan 4 G 条指令，每次 react 200 M 条。</translation>
        </message>
    </context>
    <context>
        <name>loom::RecordedPane</name>
        <message>
            <source>recorded %1, this run %2</source>
            <translation>记录 %1，本次运行 %2</translation>
        </message>
        <message>
            <source>Timeline of the recorded run</source>
            <translation>记录的运行的时间线</translation>
        </message>
        <message>
            <source>Close the recorded run; View &gt; Recorded run shows it again</source>
            <translation>关闭记录的运行；“视图 &gt; 记录的运行”可再次显示</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>记录</translation>
        </message>
    </context>
</TS>
