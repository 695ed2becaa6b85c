// Files of resources/ that live inside the program, so that the demo's network is there wherever the program is.
#pragma once

#include <string_view>

namespace loom {

// resources/kernels/digits.onnx: the trained digit network. Lives as long as the program; any thread.
std::string_view embeddedDigitsModel();
// resources/kernels/digits_heldout.bin: labelled digits the network was not trained on; layout in train_digits.py.
std::string_view embeddedDigitsHeldOut();

}  // namespace loom
