// Energy, money, objectives, offloading, devices. Units in each comment; prices are inputs, never facts.
#pragma once

#include <span>
#include <utility>

namespace loom::laws {

double powerLinear(double idle, double peak, double load);     // W: Pi + (Pp - Pi) u
double powerEmpirical(double idle, double peak, double load);  // W: Pi + (Pp - Pi)(2u - u^1.4); Fan et al. 2007
double energy(double power, double time, double pue);          // P t PUE; W * h gives Wh

// Tiers of (size, price per unit): each unit costs its tier's price; beyond the last tier the last price holds.
double tieredCost(double amount, std::span<const std::pair<double, double>> tiers);

double errorBudget(double objective, double window);                 // (1 - SLO) window
double burnConsumed(double burn, double window, double period);      // share of the budget: burn window / period
double burnExhausts(double burn, double period);                     // period / burn
double burnThreshold(double burn, double objective);                 // error rate: burn (1 - SLO)
double burnDetection(double burn, double objective, double window);  // at 100 % errors: threshold * window

// Compute here or there: W / f_l against D/B_up + RTT + W/f_r + O/B_down. Operations, bytes, seconds.
struct Offload {
    double localRate = 0, remoteRate = 0;
    double input = 0, uplink = 0, output = 0, downlink = 0, roundTrip = 0;
    [[nodiscard]] double transfer() const { return input / uplink + roundTrip + output / downlink; }
    [[nodiscard]] double local(double work) const { return work / localRate; }
    [[nodiscard]] double remote(double work) const { return transfer() + work / remoteRate; }
    [[nodiscard]] double breakEven() const { return transfer() / (1 / localRate - 1 / remoteRate); }
};
double acceleratorTime(double launch, double bytes, double hostLink, double flops, double rate);  // s
double reconfigurationBreakEven(double setup, double cpuTime, double deviceTime);                 // tasks: R / (t_c - t_f)

// A variational loop on a shared quantum device. Seconds.
struct QuantumLoop {
    double circuits = 1, shots = 1, circuitTime = 0, repetitionDelay = 0, load = 0;
    double wait = 0, network = 0, classical = 0;
    [[nodiscard]] double execution() const { return circuits * (load + shots * (circuitTime + repetitionDelay)); }
    [[nodiscard]] double iteration() const { return wait + execution() + network + classical; }
    [[nodiscard]] double queuedEachTime(double iterations) const { return iterations * iteration(); }
    [[nodiscard]] double session(double iterations) const { return wait + iterations * (iteration() - wait); }
    [[nodiscard]] double shotNoise() const;  // 1 / sqrt(shots)
};

}  // namespace loom::laws
