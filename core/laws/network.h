// What one transfer costs: TCP abstractions, set-up, compression, encryption. Seconds, bytes, B/s; one-way latencies.
#pragma once

#include <span>
#include <vector>

namespace loom::laws {

double plainTransfer(double bytes, double bandwidth, double latency);  // lat + S / B
// SimGrid's LV08 (Velho et al. 2013), one flow: 13.01 lat + S / (0.97 min(B / 1.05, window / 2 lat)); the 1.05 only
// when the link carries the acknowledgements back.
double lv08(double bytes, double bandwidth, double latency, double window, bool crossTraffic);
double cm02(double bytes, double bandwidth, double latency, double window);  // lat + S / min(B, window / 2 lat)

// Flows share one link as 1 / penalty, penalty = lat + S / B (weight-S, bytes). One rate per latency.
std::vector<double> rttShares(double bandwidth, std::span<const double> latencies, double weightBytes);

// Slow start: windows double every round trip from the initial one up to the bandwidth-delay product.
struct SlowStart {
    int windows = 0;  // round trips spent below the product
    double time = 0;  // handshake RTT + windows RTT + rest / B + RTT / 2
};
SlowStart slowStart(double bytes, double bandwidth, double roundTrip, double initialWindow);

double mathis(double segment, double roundTrip, double loss);  // MSS/RTT sqrt(1.5 / p), B/s; Mathis et al. 1997

// n synchronised senders of `unit` bytes each into one port: overflow when n min(window, unit) > buffer + B RTT, then
// one retransmission timeout stalls the round; Vasudevan et al. 2009 (threshold model).
struct Incast {
    bool overflow = false;
    double time = 0;     // s
    double goodput = 0;  // B/s
};
Incast incast(int senders, double unit, double bandwidth, double buffer, double timeout, double roundTrip, double window);

// Round trips before the first byte of a request can leave.
double tcpSetup(double roundTrip);                    // 1
double tls13Setup(double roundTrip);                  // 2; a resumed session (0-RTT) needs 1
double tls12Setup(double roundTrip);                  // 3
double fibreRoundTrip(double metres, double detour);  // 2 d kappa / 2e8 m/s

// Compression by `ratio` at `compress` B/s and back at `decompress` B/s of plain bytes over a link.
struct Compression {
    double plain = 0;       // S / B
    double sequential = 0;  // S/c + S/(r B) + S/d
    double pipelined = 0;   // the longest of the three; worth it when below plain
};
Compression compression(double bytes, double bandwidth, double ratio, double compress, double decompress);
double encryptedTransfer(double bytes, double bandwidth, double perCore, double cores);  // S / min(B, cores r)

}  // namespace loom::laws
