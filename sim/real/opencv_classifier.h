// OpenCV's DNN module behind the classifier seam. Only .cpp files of this room include this header.
#pragma once

#include <opencv2/dnn.hpp>

#include "sim/real/classifier.h"

namespace loom {

// Makes the calling process's OpenCV quiet and single-threaded; workers are the only parallelism.
void configureOpenCv();

// Takes a network over, sets backend and target, and runs it once on zeros. Errors instead of exceptions.
Result<std::unique_ptr<Classifier>> opencvClassifier(cv::dnn::Net net, const InputShape& shape);

}  // namespace loom
