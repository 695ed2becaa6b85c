// Quantities as people write them: "10 Gbps", "20 ms", "3 Gf", "1.5 GiB". Values are SI base units.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace loom {

// What a quantity measures; its SI base unit in the comment.
enum class Dimension {
    time,       // s: ps ns us ms s min h d w y (365.25 d)
    bytes,      // B: B kB MB GB TB PB, KiB MiB GiB TiB PiB, and bits: b kb Mb Gb Tb
    bandwidth,  // B/s: bps kbps Mbps Gbps Tbps (bits, / 8), Bps kBps MBps ..., KiBps ..., also "/s" for "ps"
    speed,      // flop/s: f kf Mf Gf Tf Pf Ef, also flops, Gflops, Gflop/s
    work,       // flop: flop kflop Mflop Gflop ..., also f kf Mf Gf
    number,     // no unit; k M G accepted
};

// A number with an optional unit of `dimension`; a bare number is in the base unit. Prefixes k M G T P E are
// powers of 1000 ("K" is accepted for "k"), Ki Mi ... of 1024. Blanks between number and unit are allowed.
// Decimal units are exact: "20 us" is the double nearest to 2e-5. Refuses what is not finite, what is negative, an unknown unit (naming the known ones), and trailing text.
Result<double> parseQuantity(std::string_view text, Dimension dimension);

// Four significant digits with a fitting prefix: "12.35 Gbps", "1 MB" for 999,990 B; decimal prefixes only. Reads back
// through parseQuantity within 0.05 %.
std::string formatQuantity(double value, Dimension dimension);

// At most `digits` significant digits, but always every digit before the point (counts stay whole); no exponent
// between 1e-5 and 1e15, no trailing zeros, a decimal point in every locale.
std::string formatNumber(double value, int digits = 6);

// The shortest text that reads back as the same double.
std::string exactNumber(double value);

}  // namespace loom
