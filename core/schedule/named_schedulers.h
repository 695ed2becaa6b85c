// Makers of the policies of named systems; each file says what it takes from the system and what it leaves out.
#pragma once

#include "core/schedule/schedulers.h"

namespace loom {

struct DaskParameters {
    double saturation = 1.1;  // of a worker's threads, before roots are held back; infinite: never
    bool stealing = true;
    Time stealInterval = Time::fromNanoseconds(1'000'000'000);
    double bandwidth = 100e6;  // B/s
};
SchedulerPtr makeDask(const DaskParameters& parameters);

struct RayParameters {
    double threshold = 0.5;    // utilisation up to which nodes are packed
    double topFraction = 0.2;  // of the nodes, among which one is drawn
    Time viewDelay = Time::fromNanoseconds(100'000'000);  // between updates of what nodes know of each other
    bool spillback = true;
    std::uint64_t requests = 10;  // of one shape that wait at nodes without room; the owner keeps the other tasks
};
SchedulerPtr makeRay(const RayParameters& parameters);

struct SparkParameters {
    Time localityWait = Time::fromNanoseconds(3'000'000'000);
    bool legacyReset = false;
};
SchedulerPtr makeSpark(const SparkParameters& parameters);

struct HadoopParameters {
    Time heartbeat = Time::fromNanoseconds(1'000'000'000);
    Time delay = Time::zero();
    bool outOfBand = false;
};
SchedulerPtr makeHadoop(const HadoopParameters& parameters);

}  // namespace loom
