<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ImportText</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dependency(ies)</source>
            <translation>
                <numerusform>%n dependency</numerusform>
                <numerusform>%n dependencies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n data object(s)</source>
            <translation>
                <numerusform>%n data object</numerusform>
                <numerusform>%n data objects</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recorded machine(s)</source>
            <translation>
                <numerusform>%n recorded machine</numerusform>
                <numerusform>%n recorded machines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::ClusterForm</name>
        <message numerus="yes">
            <source>%n host(s)</source>
            <translation>
                <numerusform>%n host</numerusform>
                <numerusform>%n hosts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n core(s)</source>
            <translation>
                <numerusform>%n core</numerusform>
                <numerusform>%n cores</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n link direction(s)</source>
            <translation>
                <numerusform>%n link direction</numerusform>
                <numerusform>%n link directions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::DagView</name>
        <message numerus="yes">
            <source>%n predecessor(s)</source>
            <translation>
                <numerusform>%n predecessor</numerusform>
                <numerusform>%n predecessors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n successor(s)</source>
            <translation>
                <numerusform>%n successor</numerusform>
                <numerusform>%n successors</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::FlowTableModel</name>
        <message numerus="yes">
            <source>%1, %n flow(s)</source>
            <translation>
                <numerusform>%1, %n flow</numerusform>
                <numerusform>%1, %n flows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::InspectorPanel</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::NetworkSection</name>
        <message numerus="yes">
            <source>and the way back of %n</source>
            <translation>
                <numerusform>and the way back of %n</numerusform>
                <numerusform>and the way back of %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n flow(s)</source>
            <translation>
                <numerusform>%n flow</numerusform>
                <numerusform>%n flows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) here now</source>
            <translation>
                <numerusform>%n transfer here now</numerusform>
                <numerusform>%n transfers here now</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::PartingPanel</name>
        <message numerus="yes">
            <source>%n task(s) of %1 are on different nodes.</source>
            <translation>
                <numerusform>%n task of %1 is on different nodes.</numerusform>
                <numerusform>%n tasks of %1 are on different nodes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::RatioPanel</name>
        <message numerus="yes">
            <source>%n seed(s), each under every scheduler.</source>
            <translation>
                <numerusform>%n seed, under every scheduler.</numerusform>
                <numerusform>%n seeds, each under every scheduler.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::ScenarioPanel</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edge(s)</source>
            <translation>
                <numerusform>%n edge</numerusform>
                <numerusform>%n edges</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n node</numerusform>
                <numerusform>%n nodes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n core(s)</source>
            <translation>
                <numerusform>%n core</numerusform>
                <numerusform>%n cores</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::ScrubberView</name>
        <message numerus="yes">
            <source>%1, %n task(s) running</source>
            <translation>
                <numerusform>%1, %n task running</numerusform>
                <numerusform>%1, %n tasks running</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::TopologyView</name>
        <message numerus="yes">
            <source>%n flow(s)</source>
            <translation>
                <numerusform>%n flow</numerusform>
                <numerusform>%n flows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>loom::WhatIfPanel</name>
        <message numerus="yes">
            <source>%n node(s)</source>
            <translation>
                <numerusform>%n node</numerusform>
                <numerusform>%n nodes</numerusform>
            </translation>
        </message>
    </context>
</TS>
