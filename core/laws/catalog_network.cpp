#include "core/laws/catalog_families.h"

namespace loom {

namespace {

LawFamily messageLaws() {
    return {
        "Messages and collectives",
        {{"logp", "LogP and LogGP", "o + L + o; 2o + L + (k-1) max(g, o); o + (k-1) G + L + o", "no contention in the network",
          "cycles", "Culler et al., PPoPP 1993; Alexandrov et al. 1995", "LOGP"},
         {"bsp", "Bulk synchronous superstep", "T = max w + g max h + l", "computing and communicating do not overlap", "s",
          "Valiant, CACM 1990", "BSP"},
         {"collectives", "Collective operations", "ring all-reduce: 2(p-1) a + 2(p-1)/p n b + (p-1)/p n g; others in messages.h",
          "one port a rank, no contention, log2 p rounded up", "s", "Thakur, Rabenseifner, Gropp, IJHPCA 2005", "COLL"},
         {"collective-crossover", "Rabenseifner against recursive doubling", "n* = lg p a / (lg p (b+g) - (p-1)/p (2b+g))",
          "as collectives", "B", "Thakur, Rabenseifner, Gropp, IJHPCA 2005", "COLL_CROSS"},
         {"overlapped-training", "Bucketed all-reduce overlap",
          "e_j = max(e_{j-1}, ready_j) + T_ar(b_j); T = tf + max(tb, e_last)",
          "gradients ready linearly in bytes; one communication stream", "s", "PyTorch DDP (Li et al., VLDB 2020)",
          "DDP_OVERLAP"},
         {"training-throughput", "Synchronous, asynchronous, bounded staleness", "n/(kT); (n-1)/T + 1/(kT); SSP long run n/(kT)",
          "one permanent straggler; compute bound", "1/s", "Ho et al., NIPS 2013", "SSP"},
         {"parameter-server", "Parameter server against ring", "2 n_w P / (n_s B); 2(p-1)/p P/B",
          "servers' ports are the bottleneck", "s", "Li et al., OSDI 2014", "PS_BW"},
         {"stale-descent", "Stability of stale gradients", "eta lambda < 2 sin(pi / (2(2 tau + 1)))",
          "quadratic, fixed staleness", "-", "Levin, May 1976", "DELAYED_SGD"}}};
}

LawFamily transferLaws() {
    return {
        "Transfers",
        {{"lv08", "SimGrid LV08", "T = 13.01 lat + S / (0.97 min(B/1.05, W/(2 lat)))", "one bulk TCP flow, no loss", "s",
          "Velho et al., TOMACS 2013", "LV08"},
         {"cm02", "Window-limited flow (CM02)", "T = lat + S / min(B, W/(2 lat))", "one TCP flow, no loss", "s",
          "Casanova, Marchal 2002", "CM02_GAMMA"},
         {"rtt-sharing", "RTT-weighted sharing", "rate ~ 1 / (lat + S/B)", "long flows on one link", "B/s",
          "Velho et al., TOMACS 2013", "MAXMIN_RTT"},
         {"slow-start", "Slow start", "RTT + k RTT + rest/B + RTT/2", "windows double from 10 segments; no loss", "s",
          "Cardwell et al. 2000", "SLOWSTART"},
         {"mathis", "Loss-limited TCP", "B = MSS/RTT sqrt(1.5/p)", "random loss p, long flow", "B/s", "Mathis et al., CCR 1997",
          "MATHIS"},
         {"incast", "Incast threshold", "overflow if n min(W, SRU) > buffer + B RTT; then one timeout", "synchronised senders",
          "s", "Vasudevan et al., SIGCOMM 2009", "INCAST"},
         {"connection-setup", "Connection set-up", "TCP 1 RTT, TLS 1.3 2 RTT, TLS 1.2 3 RTT", "no loss", "s", "RFC 8446", "TLS"},
         {"compression", "Compression", "S/c + S/(rB) + S/d; pipelined: the longest", "one core at each end", "s",
          "pipeline bottleneck", "COMPRESS"},
         {"encryption", "Encryption", "S / min(B, cores r)", "pipelined with the transfer", "s", "pipeline bottleneck", "CRYPTO"},
         {"fibre-round-trip", "Fibre round trip", "2 d kappa / 2e8 m/s", "light in glass; kappa = detour of the cable", "s",
          "speed of light in glass", "WAN_RTT"},
         {"offload", "Offload break-even", "D/B_up + RTT + W/f_r + O/B_dn < W/f_l", "no queue at the remote end", "s",
          "Kumar, Lu, Computer 2010", "OFFLOAD"},
         {"accelerator", "Accelerator offload", "launch + bytes/PCIe + flops/rate", "copy and kernel do not overlap", "s",
          "vendor transfer model", "OFFLOAD_GPU"}}};
}

}  // namespace

std::vector<LawFamily> networkLaws() { return {messageLaws(), transferLaws()}; }

}  // namespace loom
