#include "core/laws/network.h"

#include <algorithm>
#include <cmath>

namespace loom::laws {

namespace {

// What a window of bytes per round trip allows; no bound without latency.
double windowLimited(double bandwidth, double latency, double window) {
    return latency > 0 ? std::min(bandwidth, window / (2 * latency)) : bandwidth;
}

}  // namespace

double plainTransfer(double bytes, double bandwidth, double latency) { return latency + bytes / bandwidth; }

double lv08(double bytes, double bandwidth, double latency, double window, bool crossTraffic) {
    const double available = crossTraffic ? bandwidth / 1.05 : bandwidth;
    return 13.01 * latency + bytes / (0.97 * windowLimited(available, latency, window));
}

double cm02(double bytes, double bandwidth, double latency, double window) {
    return latency + bytes / windowLimited(bandwidth, latency, window);
}

std::vector<double> rttShares(double bandwidth, std::span<const double> latencies, double weightBytes) {
    std::vector<double> rates;
    double sum = 0;
    for (double latency : latencies) {
        rates.push_back(1 / (latency + weightBytes / bandwidth));
        sum += rates.back();
    }
    for (double& rate : rates) rate *= bandwidth / sum;
    return rates;
}

SlowStart slowStart(double bytes, double bandwidth, double roundTrip, double initialWindow) {
    SlowStart out;
    double window = initialWindow;
    while (window > 0 && window < bandwidth * roundTrip && bytes > window) {
        bytes -= window;
        window *= 2;
        ++out.windows;
    }
    out.time = roundTrip + out.windows * roundTrip + bytes / bandwidth + roundTrip / 2;
    return out;
}

double mathis(double segment, double roundTrip, double loss) { return segment / roundTrip * std::sqrt(1.5 / loss); }

Incast incast(int senders, double unit, double bandwidth, double buffer, double timeout, double roundTrip, double window) {
    Incast out;
    out.overflow = senders * std::min(window, unit) > buffer + bandwidth * roundTrip;
    out.time = senders * unit / bandwidth + (out.overflow ? timeout : 0);
    out.goodput = senders * unit / out.time;
    return out;
}

double tcpSetup(double roundTrip) { return roundTrip; }

double tls13Setup(double roundTrip) { return 2 * roundTrip; }

double tls12Setup(double roundTrip) { return 3 * roundTrip; }

double fibreRoundTrip(double metres, double detour) { return 2 * metres * detour / 2e8; }

Compression compression(double bytes, double bandwidth, double ratio, double compress, double decompress) {
    const double packing = bytes / compress, sending = bytes / (ratio * bandwidth), unpacking = bytes / decompress;
    return {bytes / bandwidth, packing + sending + unpacking, std::max({packing, sending, unpacking})};
}

double encryptedTransfer(double bytes, double bandwidth, double perCore, double cores) {
    return bytes / std::min(bandwidth, cores * perCore);
}

}  // namespace loom::laws
