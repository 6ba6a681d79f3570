# make help says what there is.

.PHONY: help setup demo test format lint build check
.PHONY: fuzz fuzz-proof allocations bench-memory bench-count bench-display lab lab-full lab-check

# Everything a test run prints stays readable, and nothing asks questions.
export DEBIAN_FRONTEND := noninteractive

help:
	@echo "make setup    install the Debian packages needed, and say why each"
	@echo "make demo     a bus ride, its kiosk and the province's page, on this machine"
	@echo "make test     everything that CI checks: format, build, tests"
	@echo "make check    the same without looking for packages"
	@echo "make build    build the programs for use (release)"
	@echo "make fuzz     fuzz the readers of bytes: SECONDS=60 for each target, or RUNS=10000000"
	@echo "make fuzz-proof   plant bugs in a copy and see them found"
	@echo "make allocations  fail if hearing a report allocates memory"
	@echo "make bench-memory hear REPORTS=100000000 reports and fail if memory grows"
	@echo "make bench-count  compare speed with btmon, tshark and scapy (installs them)"
	@echo "make bench-display  compare memory, start and processor time with a browser kiosk (installs it)"
	@echo "make lab      the programs against a real kernel in a virtual machine, about 18 minutes"
	@echo "make lab-full the same with long runs, about 50 minutes; deploy/lab/README.md"
	@echo "make lab-check the few of them that belong to make test"
	@echo "make format   bring all sources into shape"
	@echo "make lint     complain about sources that are out of shape"

setup:
	deploy/setup.sh build run test

demo:
	deploy/setup.sh build run
	swift build -c release
	deploy/demo/demo.sh .build/release

test:
	deploy/setup.sh build run test lab
	$(MAKE) --no-print-directory check

check: lint
	swift build --build-tests
	swift test --skip-build
	$(MAKE) --no-print-directory allocations
	$(MAKE) --no-print-directory fuzz SECONDS=40
	$(MAKE) --no-print-directory lab-check

# Seconds for each target, two targets at a time; RUNS=N counts inputs instead.
SECONDS = 60

fuzz:
	deploy/fuzz/run.sh $(if $(RUNS),runs $(RUNS),seconds $(SECONDS))

fuzz-proof:
	deploy/fuzz/proof.sh

allocations:
	deploy/bench/build.sh
	.build/bench/bench allocations

REPORTS = 100000000

bench-memory:
	deploy/bench/build.sh
	.build/bench/bench memory $(REPORTS)

bench-count:
	deploy/bench/count.sh

# By hand, some minutes, on an idle machine: it empties the page cache.
bench-display:
	deploy/bench/display.sh

# SCENARIOS="boot stall" runs some of them; LAB_REQUIRED=1 fails where there is no QEMU.
lab: build
	deploy/lab/lab.sh short $(SCENARIOS)

# Says loudly that nothing was tested where there is no QEMU, or no image can be made.
lab-check: build
	deploy/lab/lab.sh check

lab-full: build
	deploy/lab/lab.sh full $(SCENARIOS)

build:
	swift build -c release

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
