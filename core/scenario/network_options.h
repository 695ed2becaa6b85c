// What a network model's parameters say, presets filled in: TCP's factors, and the costs a scenario can switch on
// (model-spec.md sections 10.2 and 10.6).
#pragma once

#include <limits>
#include <string>

#include "core/base/result.h"
#include "core/base/spec.h"

namespace loom {

// How TCP bends latencies and shares. As SimGrid 3.32 does it, cross-traffic apart.
struct TcpFactors {
    double latencyFactor = 1;    // start-up = factor x path latency
    double bandwidthFactor = 1;  // of what a link carries, the part that is payload
    double weightBytes = 0;      // S: penalty = path latency + sum over links of S / bandwidth
    double windowBytes = 0;      // gamma: bound = gamma / (2 x path latency); 0 = none
    double reverseShare = 0;     // of its rate a transfer takes from the links of the way back (acknowledgements)
    bool weighted = false;       // equal shares when false
    // SimGrid gives a path whose latency is exactly zero the penalty 1, next to which its neighbours' milliseconds win.
    // False: the formula, floored at kLeastPenalty.
    bool zeroLatencyIsOne = true;
    friend bool operator==(const TcpFactors&, const TcpFactors&) = default;
};

// Compression with one core of its own at each end: it holds no slot of the nodes.
struct Codec {
    double ratio = 1;  // plain bytes / bytes on the wire
    double compress = std::numeric_limits<double>::infinity();    // plain B/s
    double decompress = std::numeric_limits<double>::infinity();  // plain B/s
    bool pipelined = true;  // the slowest of the three steps counts; else one after the other
    friend bool operator==(const Codec&, const Codec&) = default;
};

// Encryption on cores of its own at each end, pipelined with sending.
struct Cipher {
    double rate = std::numeric_limits<double>::infinity();  // B/s on the wire, all cores of one end together
    double roundTrips = 0;                                  // of the path's physical latency, before the first byte
    friend bool operator==(const Cipher&, const Cipher&) = default;
};

struct NetworkOptions {
    std::string sharing;       // unshared, fair-share or max-min
    TcpFactors tcp;
    double loopback = 0;         // B/s of a copy on one node; 0 = what the platform says
    double loopbackLatency = 0;  // s
    double startup = 0;          // s, every transfer
    Codec codec;
    Cipher cipher;
    friend bool operator==(const NetworkOptions&, const NetworkOptions&) = default;
};

// What a text form of networkRegistry() means; the error names the parameter. Refuses parameters that would do nothing:
// TCP factors under tcp=none, a codec's or cipher's numbers without it.
Result<NetworkOptions> networkOptions(const Spec& spec);

}  // namespace loom
