<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Export</name>
    <message>
        <source>Made by Clusterloom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node was killed by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the task failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its output was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the task is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node cannot run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no attempts left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of nominal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeUnit</name>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::AnswersModel</name>
    <message>
        <source>%1 /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::AnswersPanel</name>
    <message>
        <source>The three answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted from its own task times: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running on this machine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run yet: choose Real in the toolbar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::ChartsPanel</name>
    <message>
        <source>Throughput and utilisation over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t, s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::DagView</name>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n predecessor(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n successor(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Crash %1 here (at %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makespan %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranging the tasks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workflow has no tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task graph appears here.
Open a scenario or a workflow file (Ctrl+O), or drop one on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tasks of the workflow and what each depends on, coloured by state at the cursor&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>showing %L1 of %L2 edges</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::DecisionModel</name>
    <message>
        <source>The runner-up is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would finish at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would finish %2 earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runner-up %1 is %2 later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the task&apos;s inputs would be on the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the task would start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the task would finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number the scheduler compared; the smallest wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::Document</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::InspectorPanel</name>
    <message>
        <source>Why here? The nodes compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> a core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % over the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crash %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a task to see why it runs where it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the scheduler …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a simulated run can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler was not asked about this task in this run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::LawsModel</name>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it leaves out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::LogPanel</name>
    <message>
        <source>Filter: task, node or event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::MainWindow</name>
    <message>
        <source>Task graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline of the nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrubber: the moment on show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open scenario or workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios and workflows (*.json *.json.gz *.zst *.txt *.dax *.xml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has changes that are not saved. Save them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation for %1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput and utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predecessor, successor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Clusterloom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scenario, three answers: the formula, a simulation of the cluster, and a real run on this machine&apos;s threads.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scenario &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Task graph…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time&amp;line…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cluster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;harts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;trace for Perfetto…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Critical path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Docks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous p&amp;ane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Simulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fork here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Crash the selected node here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run for &amp;real on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event &amp;forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Clusterloom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, for instance 12.5 s or 300 ms:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback and choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same past, another future from here (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crash, back after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four times slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a node first, or a task that is placed on one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::ScenarioPanel</name>
    <message>
        <source>Scenario and runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>scheduler %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a node in the cluster to crash it at the cursor&apos;s time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 down %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ×%2 slower from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fails every %2 on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>showing %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1: %2. Click to go back to it and to its inputs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::Studio</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduler %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fork of %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The real run is over; choose the simulation to fork it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 crashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is %3 times slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loom::WhatIfPanel</name>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makespan of the run on show against the one behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every slider back to what the scenario says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sliders reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>bandwidth %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTTF %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster comes from a file; this cannot be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of cluster has no single number of nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of cluster has no bandwidth to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many nodes compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of every link, against the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long every task takes, against the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean time to failure of every node; it is back after a tenth of that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makespan %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ makespan, %1 against %2: &lt;b&gt;%3&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
