#!/usr/bin/env python3
"""Runs every case of simgrid_cases with SimGrid and with Clusterloom and prints the largest relative differences.

usage: accuracy.py SGDAG CLUSTERLOOM SIMGRID_CASES PLATFORMS [--record FILE]
"""
import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile

# SimGrid's default (Lazy) solver leaves a flow at its old rate when two others that start at one instant reach it through one
# another; its Full solver does not, so it is the reference. simgrid_timing_test.cpp holds the smallest case, worked out by hand.
FULL = "--cfg=network/optim:Full"
SIMGRID = {"cm02": ["--cfg=network/model:CM02", "--cfg=network/crosstraffic:0", FULL], "lv08": [FULL]}
BOUND = 1e-9  # relative


def simgrid(sgdag, platform, graph, network):
    out = subprocess.run([sgdag, platform, graph, "--sched=rr", *SIMGRID[network]], capture_output=True, text=True)
    match = re.search(r" last=(\S+)", out.stdout)
    if out.returncode != 0 or not match:
        sys.exit(f"error: SimGrid failed on {platform} {graph} ({network}): {out.stderr.strip()[-300:]}")
    return match.group(1)


def clusterloom(program, platform, graph, network):
    call = [program, "run", graph, "--platform", platform, "--scheduler", "round-robin",
            "--network", f"max-min[tcp={network}]", "--json"]
    out = subprocess.run(call, capture_output=True, text=True)
    if out.returncode != 0:
        sys.exit(f"error: {' '.join(call)}: {out.stderr.strip()}")
    return repr(json.loads(out.stdout)["makespan"])


def sensitivity(sgdag, platform, graph, network, base):
    """How far SimGrid's own makespan moves when every fourth task is one flop (about a nanosecond) longer."""
    with open(graph) as text, tempfile.NamedTemporaryFile("w", suffix=".txt") as changed:
        for number, line in enumerate(text):
            flops, _, rest = line.strip().partition(" ")
            changed.write(f"{int(flops) + 1} {rest}\n" if number % 4 == 1 else line)
        changed.flush()
        return abs(float(simgrid(sgdag, platform, changed.name, network)) - float(base)) / float(base)


def main():
    parser = argparse.ArgumentParser()
    for name in ("sgdag", "clusterloom", "simgrid_cases", "platforms"):
        parser.add_argument(name)
    parser.add_argument("--record")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        listed = subprocess.run([args.simgrid_cases, folder], capture_output=True, text=True, check=True).stdout.split("\n")
        cases = [line.split() for line in listed if line]

        def compare(case):
            network, platform, _, _, _, graph = case
            where = (os.path.join(args.platforms, platform + ".xml"), os.path.join(folder, graph), network)
            return simgrid(args.sgdag, *where), clusterloom(args.clusterloom, *where)

        def moves_by_itself(case, base):
            network, platform, _, _, _, graph = case
            return sensitivity(args.sgdag, os.path.join(args.platforms, platform + ".xml"), os.path.join(folder, graph), network, base)

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            answers = list(pool.map(compare, cases))

        table = {}
        for case, (theirs, ours) in zip(cases, answers):
            difference = abs(float(ours) - float(theirs)) / float(theirs)
            row = table.setdefault(tuple(case[:3]), [0, 0.0])
            row[0] += 1
            row[1] = max(row[1], difference)
            if difference > BOUND:
                print(f"{' '.join(case[:5])}: {difference:.1e}; SimGrid's own makespan moves by {moves_by_itself(case, theirs):.1e} "
                      "when every fourth task is a nanosecond longer")
    print(f"{'network':8} {'platform':15} {'workload':12} {'cases':>5}  largest relative difference")
    for (network, platform, workload), (count, worst) in table.items():
        print(f"{network:8} {platform:15} {workload:12} {count:5}  {worst:.1e}{'' if worst <= BOUND else '  ABOVE ' + str(BOUND)}")
    worst = max(row[1] for row in table.values())
    print(f"{len(cases)} cases, largest relative difference {worst:.1e}")
    if args.record:
        with open(args.record, "w") as out:
            out.write("# network platform workload tasks seed: makespan in s by SimGrid 3.32 and by Clusterloom; made by tests/bench/accuracy.sh --record\n")
            for case, (theirs, ours) in zip(cases, answers):
                out.write(" ".join([*case[:5], theirs, ours]) + "\n")
    return 0 if worst <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
