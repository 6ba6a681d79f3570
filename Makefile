# make help says what there is.

.PHONY: help setup demo test format lint build check

# Everything a test run prints stays readable, and nothing asks questions.
export DEBIAN_FRONTEND := noninteractive

help:
	@echo "make setup    install the Debian packages needed, and say why each"
	@echo "make demo     a bus ride, its kiosk and the province's page, on this machine"
	@echo "make test     everything that CI checks: format, build, tests"
	@echo "make check    the same without looking for packages"
	@echo "make build    build the programs for use (release)"
	@echo "make format   bring all sources into shape"
	@echo "make lint     complain about sources that are out of shape"

setup:
	deploy/setup.sh build run test

demo:
	deploy/setup.sh build run
	swift build -c release
	deploy/demo/demo.sh .build/release

test: setup check

check: lint
	swift build --build-tests
	swift test --skip-build

build:
	swift build -c release

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
