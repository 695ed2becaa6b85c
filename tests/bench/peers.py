#!/usr/bin/env python3
"""The same work for SimGrid and Clusterloom, in turn: tasks per CPU second, ratios, makespans, memory, instructions.

usage: peers.py SGDAG CLUSTERLOOM PEERS SCRATCH [--quick] [--repeat N] [--instructions] [--only NAME,...]
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
from dataclasses import dataclass

FULL = ["--cfg=network/optim:Full"]
OPTION_SETS = {"default": [], "network Full": FULL, "network, cpu Full": FULL + ["--cfg=cpu/optim:Full"]}


@dataclass
class Work:
    name: str
    kind: str       # of gen.py
    width: int      # of a layer
    hosts: int
    backbone: str   # B/s all transfers share
    network: str    # of Clusterloom
    peer: bool      # SimGrid has such a model
    tasks: int
    quick: int      # tasks of --quick
    target: str     # of performance.md, tasks per CPU second

    def platform(self):
        return (f"star[nodes={self.hosts},bandwidth=1.25GBps,latency=50us,speed=1Gf,"
                f"backboneBandwidth={self.backbone}]")


LV08 = "max-min[tcp=lv08]"
WORKS = [
    Work("bag", "bag", 256, 64, "80GBps", LV08, True, 1_000_000, 10_000, "6 M (10 M without record)"),
    Work("star64", "layer", 256, 64, "80GBps", LV08, True, 100_000, 10_000, "0.5 M"),
    Work("star64-million", "layer", 256, 64, "80GBps", LV08, True, 1_000_000, 0, "0.5 M"),
    Work("backbone64", "layer", 256, 64, "1.25GBps", LV08, True, 100_000, 10_000, "0.8 M"),
    Work("star1024", "layer", 4096, 1024, "1280GBps", LV08, True, 50_000, 10_000, "0.15 M"),
    Work("backbone1024", "layer", 4096, 1024, "20GBps", LV08, True, 50_000, 0, "0.5 M"),
    Work("unshared", "layer", 256, 64, "80GBps", "unshared", False, 100_000, 10_000, "2 M"),
]
STATIC_BOUND = 1e-9   # relative, round-robin
DYNAMIC_BOUND = 0.02  # relative, fifo: the order of ties alone moves the makespan
ENOUGH_SECONDS = 60   # of repeating one program on one work


def run(call):
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(call)}: {(done.stderr or done.stdout).strip()[-400:]}")
    return done.stdout


class Bench:
    def __init__(self, args):
        self.args = args
        self.detail = "--record" in run([args.clusterloom, "run", "--help"])

    def graph(self, work, tasks):
        path = os.path.join(self.args.scratch, f"{work.kind}_{tasks}_{work.width}.txt")
        if not os.path.exists(path):
            run(["python3", os.path.join(self.args.peers, "gen.py"), work.kind, str(tasks), path, str(work.width)])
        return path

    def peer_platform(self, work):
        path = os.path.join(self.args.scratch, f"{work.hosts}_{work.backbone}.xml")
        if not os.path.exists(path):
            run(["sh", os.path.join(self.args.peers, "mkplat.sh"), str(work.hosts), work.backbone, path])
        return path

    def peer_call(self, work, tasks, options=(), schedule="fifo"):
        return [self.args.sgdag, self.peer_platform(work), self.graph(work, tasks), f"--sched={schedule}", *options]

    def our_call(self, work, tasks, schedule="fifo", record="full"):
        call = [self.args.clusterloom, "run", self.graph(work, tasks), "--platform", work.platform(), "--scheduler", schedule,
                "--network", work.network, "--json"]
        return call + (["--record", record] if self.detail and record != "full" else [])

    def peer(self, *args, **named):
        out = run(self.peer_call(*args, **named))
        found = {key: float(value) for key, value in re.findall(r"(\S+)=([0-9.e+-]+)", out)}
        return {"cpu": found["cpu_s"], "makespan": found["last"], "bytes": found["B/task"], "done": found["done"]}

    def ours(self, *args, **named):
        out = json.loads(run(self.our_call(*args, **named)))
        return {"cpu": out["cpu"], "makespan": out["makespan"], "peak": out["peakMemory"], "done": out["metrics"]["committed"]}

    def instructions(self, call, function, tasks):
        out = os.path.join(self.args.scratch, "callgrind.out")
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", f"--toggle-collect={function}", *call],
                       capture_output=True, text=True, check=True)
        with open(out) as lines:
            total = next(line for line in lines if line.startswith(("totals:", "summary:")))
        return float(total.split()[1]) / tasks


def in_turn(programs, repeat):
    """Each of the programs, one after the other, up to `repeat` rounds; the answers by name."""
    answers = {name: [] for name in programs}
    for _ in range(repeat):
        for name, program in programs.items():
            spent = sum(a["cpu"] for a in answers[name])
            if not answers[name] or spent < ENOUGH_SECONDS:
                answers[name].append(program())
    return answers


def per_second(value):
    return f"{value / 1e6:.2f} M" if value >= 1e6 else f"{value / 1e3:.1f} k"


def full(bench, works, repeat):
    header = ["work", "tasks", "SimGrid", "SimGrid best", "(options)", "ours", "no record", "x default", "x best", "target",
              "makespan SimGrid", "makespan ours", "B/task SimGrid", "B/task ours", "no record"]
    rows = [header]
    for work in works:
        n = work.tasks
        programs = {}
        if work.peer:
            programs |= {name: (lambda o=options: bench.peer(work, n, o)) for name, options in OPTION_SETS.items()}
        programs["ours"] = lambda: bench.ours(work, n)
        if bench.detail:
            programs["none"] = lambda: bench.ours(work, n, record="none")
        answers = in_turn(programs, repeat)
        speed = {name: n / statistics.median(a["cpu"] for a in list_) for name, list_ in answers.items()}
        memory = {record: (answers[name][0]["peak"] - bench.ours(work, n // 10, record=record)["peak"]) / (n - n // 10)
                  for name, record in (("ours", "full"), ("none", "none")) if name in answers}
        best = max((name for name in speed if name in OPTION_SETS), key=lambda name: speed[name], default=None)
        rows.append([
            work.name, str(n),
            per_second(speed["default"]) if best else "-", per_second(speed[best]) if best else "-", best or "-",
            per_second(speed["ours"]), per_second(speed["none"]) if "none" in speed else "-",
            f"{speed['ours'] / speed['default']:.1f}" if best else "-", f"{speed['ours'] / speed[best]:.1f}" if best else "-", work.target,
            f"{answers['default'][0]['makespan']:.6f}" if best else "-", f"{answers['ours'][0]['makespan']:.6f}",
            f"{answers['default'][0]['bytes']:.0f}" if best else "-", f"{memory['full']:.0f}",
            f"{memory['none']:.0f}" if "none" in memory else "-"])
        print(f"measured {work.name}", file=sys.stderr)
    print_table(rows)


def instructions(bench, works):
    rows = [["work", "tasks", "instructions a task: SimGrid", "ours", "ratio"]]
    for work in works:
        n = min(work.tasks, 10_000)
        ours = bench.instructions(bench.our_call(work, n), "loom::simulate*", n)
        theirs = bench.instructions(bench.peer_call(work, n), "simgrid::s4u::Engine::run*", n) if work.peer else 0
        rows.append([work.name, str(n), f"{theirs:.0f}" if theirs else "-", f"{ours:.0f}", f"{theirs / ours:.1f}" if theirs else "-"])
        print(f"counted {work.name}", file=sys.stderr)
    print_table(rows)


def quick(bench, works):
    """Correctness only: everything gets done; static makespans agree, dynamic ones are close."""
    rows = [["work", "tasks", "schedule", "SimGrid", "ours", "difference"]]
    wrong = []
    for work in (w for w in works if w.quick and w.peer):
        for schedule, ours, bound in (("rr", "round-robin", STATIC_BOUND), ("fifo", "fifo", DYNAMIC_BOUND)):
            theirs, mine = bench.peer(work, work.quick, FULL, schedule=schedule), bench.ours(work, work.quick, schedule=ours)
            difference = abs(mine["makespan"] - theirs["makespan"]) / theirs["makespan"]
            if difference > bound or mine["done"] != work.quick:
                wrong.append(f"{work.name} {schedule}")
            rows.append([work.name, str(work.quick), schedule, f"{theirs['makespan']:.9f}", f"{mine['makespan']:.9f}", f"{difference:.1e}"])
    print_table(rows)
    if wrong:
        sys.exit("error: too far from SimGrid: " + ", ".join(wrong))


def print_table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def main():
    parser = argparse.ArgumentParser()
    for name in ("sgdag", "clusterloom", "peers", "scratch"):
        parser.add_argument(name)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    bench = Bench(args)
    works = [w for w in WORKS if not args.only or w.name in args.only.split(",")]
    if args.quick:
        quick(bench, works)
    elif args.instructions:
        instructions(bench, works)
    else:
        full(bench, works, args.repeat)


if __name__ == "__main__":
    main()
