// What exporters say, in the language of the window.
#pragma once

#include <string_view>

#include <QString>

namespace loom {

// "3 tasks take several cores": one sentence of what a format does not carry, without the format's name; looked up with its
// figures taken out, as importers' lines are. English where the table has none.
QString lossText(std::string_view sentence);

}  // namespace loom
