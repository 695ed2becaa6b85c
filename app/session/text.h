// Short texts for people: quantities in the language of the window.
#pragma once

#include <string>
#include <string_view>

#include <QString>

#include "core/base/time.h"
#include "core/base/units.h"

namespace loom {

inline QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

// What a registry, a scheduler's rule, a law or a kernel says, in the language of the window: looked up by its English text in
// resources/translations/registry_*.ts, as a whole, with its figures taken out, or part by part; English where that has none.
QString registryText(std::string_view english);
// "27.4 s", "312 ms"; a dash for never().
QString momentText(Time time);
QString secondsText(double seconds);
// With a fitting prefix, "1.25 GB".
QString quantityText(double value, Dimension dimension);
// "-39.4 %", with its sign; the part of 1 that `value` is above `reference`.
QString changeText(double value, double reference);
// Grouped digits in the window's language.
QString countText(qulonglong count);

}  // namespace loom
