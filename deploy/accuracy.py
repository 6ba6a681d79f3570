#!/usr/bin/env python3
"""Compares `kiosk count --json` with the truth of synthetic air, over many seeds.

usage: deploy/accuracy.py [--build .build/release] [--seeds 20] [--keep FOLDER] [SCENE[:RECEPTION] ...]

For each scene: the mean absolute relative error of the 5-minute android_occupancy and of the
quarter's android_distinct and of what leaves the kiosk (android_ids), against everybody in radio range and against those on board, the mean
signed error, and how often the intervals cover the number of phones in range. Windows in which
the truth has fewer than one phone and windows without a figure are left out and counted.
"""

import argparse
import concurrent.futures
import json
import os
import subprocess
import tempfile

SCENES = ["bus", "terminal", "ferry", "roadside", "mixed"]


class Errors:
    """Relative errors of one figure."""

    def __init__(self):
        self.values = []

    def add(self, counted, true):
        if true >= 1:
            self.values.append((counted - true) / true)

    def absolute(self):
        return sum(abs(v) for v in self.values) / max(len(self.values), 1)

    def signed(self):
        return sum(self.values) / max(len(self.values), 1)


def one(build, folder, keep, scene, seed):
    """The pairs (result, truth) of one seed."""
    name, _, reception = scene.partition(":")
    base = os.path.join(folder, f"{scene.replace(':', '-')}-{seed}")
    air, truth = base + ".btsnoop", base + ".json"
    if not (os.path.exists(air) and os.path.exists(truth)):
        command = [f"{build}/fleetsim", "air", name, "--seed", str(seed)]
        command += ["--out", air, "--truth", truth]
        command += ["--reception", reception] if reception else []
        subprocess.run(command, check=True)
    counted = subprocess.run(
        [f"{build}/kiosk", "count", "--replay", air, "--json"],
        check=True, capture_output=True, text=True,
    )
    with open(truth) as file:
        rows = json.load(file)
    if not keep:
        os.remove(air)
    true = {(r["kind"], r["start"]): r for r in rows["windows"] + rows["quarters"]}
    results = [json.loads(line) for line in counted.stdout.splitlines()]
    return [(r, true[(r["kind"], r["start"])]) for r in results]


def row(scene, pairs):
    """One row of the table."""
    names = ["occupancy", "distinct", "ids", "occupancy_aboard", "distinct_aboard", "window_distinct"]
    errors = {name: Errors() for name in names}
    covered = {"window": [0, 0], "quarter": [0, 0]}
    qualities = {}
    for result, true in pairs:
        quality = result["quality"]
        qualities[quality] = qualities.get(quality, 0) + 1
        if result["android_interval"] is not None:
            low, high = result["android_interval"]
            high = high if high is not None else 10**9
            covered[result["kind"]][0] += low <= true["in_range_distinct"] <= high
            covered[result["kind"]][1] += 1
        if result["android_occupancy"] is None:
            continue
        if result["kind"] == "window":
            errors["occupancy"].add(result["android_occupancy"], true["in_range_occupancy"])
            errors["occupancy_aboard"].add(result["android_occupancy"], true["android_occupancy"])
            errors["window_distinct"].add(result["android_distinct"], true["in_range_distinct"])
        else:
            errors["distinct"].add(result["android_distinct"], true["in_range_distinct"])
            errors["ids"].add(result["android_ids"], true["in_range_distinct"])
            errors["distinct_aboard"].add(result["android_distinct"], true["android_distinct"])

    def percent(value, sign=""):
        return format(100 * value, sign + ".2f")

    cells = [scene]
    for name in names:
        cells.append(f"{percent(errors[name].absolute())} ({percent(errors[name].signed(), '+')})")
    for hits, of in covered.values():
        cells.append(f"{percent(hits / of)}" if of else "-")
    cells.append(", ".join(f"{count} {name}" for name, count in sorted(qualities.items())))
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=".build/release")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--keep", help="keep the captures in this folder and use those there")
    parser.add_argument("scenes", nargs="*", default=SCENES)
    arguments = parser.parse_args()
    print("| scene | occupancy, 5 min | distinct, quarter | ids, quarter | occupancy against on board"
          " | distinct against on board | distinct, 5 min | windows covered | quarters covered"
          " | qualities |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or temporary
        os.makedirs(folder, exist_ok=True)
        for scene in arguments.scenes or SCENES:
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                jobs = [
                    pool.submit(one, arguments.build, folder, arguments.keep, scene, seed)
                    for seed in range(1, arguments.seeds + 1)
                ]
                pairs = [pair for job in jobs for pair in job.result()]
            print(row(scene, pairs), flush=True)


if __name__ == "__main__":
    main()
